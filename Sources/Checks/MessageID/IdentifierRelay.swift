import DNS
import Providers

/// Services that write Message-IDs of their own into the mail of their customers.
enum IdentifierRelay {
  /// The service that writes identifiers at `name`; nil when none is known to.
  static func name(of name: DomainName) -> String? {
    if let entry = table.first(where: { entry in name.isEqual(toOrBelow: entry.suffix) }) { return entry.service }
    return ProviderDirectory.operators(ofHost: name).first?.name
  }

  /// SendGrid's identifiers end in the name of a machine inside: a single word that no other service uses.
  static func name(ofWord word: String) -> String? {
    word.hasPrefix("geopod-ismtpd-") || word.hasPrefix("ismtpd-") ? "SendGrid" : nil
  }

  private static let table: [(suffix: DomainName, service: String)] = [
    ("amazonses.com", "Amazon SES"), ("mtasv.net", "Postmark"), ("smtp-relay.mailin.fr", "Brevo"),
    ("smtp-relay.sendinblue.com", "Brevo"), ("mailin.fr", "Brevo"), ("mail.gmail.com", "Gmail"),
    ("prod.outlook.com", "Microsoft 365"), ("outlook.com", "Microsoft"), ("mandrillapp.com", "Mandrill"),
    ("mailgun.org", "Mailgun"), ("sendgrid.net", "SendGrid"), ("mailjet.com", "Mailjet"),
    ("sparkpostmail.com", "SparkPost"), ("mcsv.net", "Mailchimp"), ("yahoo.com", "Yahoo"),
    ("icloud.com", "iCloud"), ("me.com", "iCloud"), ("protonmail.com", "Proton Mail"), ("proton.me", "Proton Mail"),
    ("zohomail.com", "Zoho Mail"), ("zoho.com", "Zoho Mail"), ("salesforce.com", "Salesforce"),
    ("hubspotemail.net", "HubSpot"), ("mailersend.net", "MailerSend"), ("resend.dev", "Resend")
  ]
}
