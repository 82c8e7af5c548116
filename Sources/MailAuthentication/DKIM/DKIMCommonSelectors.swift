extension DKIMSelectorDiscovery {
  /// Selectors that many domains use, each with the reason; few, because every one is a question to a stranger.
  /// The most common stand first: they are tried at once, the others only when no key was found.
  public static let commonSelectors: [DKIMSelectorCandidate] = [
    ("default", "cPanel, Plesk and OpenDKIM name it so"),
    ("google", "Google Workspace proposes it"),
    ("selector1", "Microsoft 365 signs with it"),
    ("k1", "Mailchimp signed with it"),
    ("s1", "SendGrid and others sign with it"),
    ("mail", "guides for Postfix with OpenDKIM name it so"),
    ("dkim", "rspamd and many guides name it so"),
    ("k2", "Mailchimp signs with it"),
    ("selector2", "Microsoft 365 changes to it"),
    ("s2", "SendGrid and others change to it"),
    ("k3", "Mailchimp changes to it"),
    ("key1", "hosters count keys so"),
    ("key2", "hosters count keys so"),
    ("dkim1", "keys counted by hand"),
    ("smtp", "Mailgun proposed it"),
    ("email", "named after what it signs"),
    ("mx", "Mailgun proposed it"),
    ("x", "DirectAdmin names it so"),
    ("m1", "SendGrid signed with it"),
    ("s1024", "keys named after their length"),
    ("s2048", "keys named after their length"),
    ("sig1", "iCloud signs with it"),
    ("fm1", "Fastmail signs with it"),
    ("protonmail", "Proton Mail signs with it"),
    ("zmail", "Zoho Mail signs with it"),
    ("mandrill", "Mandrill signed with it"),
    ("pm", "Postmark signed with it")
  ].map { DKIMSelectorCandidate($0, .common(reason: $1)) }
}
