/// What to do around the settings of an application: how changes take effect, how a mail is tried, where logs lie.
public struct ApplicationGuide: Sendable {
  /// What makes a change take effect; empty where saving the file does.
  public let change: String
  /// How a mail is sent for a trial, and what that proves.
  public let trial: String
  /// Where to look when none arrives.
  public let logs: String

  /// The guide of `application`; nil where none is written.
  public static func of(_ application: Application) -> ApplicationGuide? { all[application.rawValue] }

  /// By the name of the application.
  private static let all = [
    "mediawiki": ApplicationGuide(
      change: "",
      trial:
        "Ask for a new password, or confirm your address in the preferences. $wgSMTP counts wherever it stands, also "
        + "behind wfLoadExtension.",
      logs: "The error log of the web server; $wgDebugLogGroups['usermailer'] for the wiki's own."),
    "dokuwiki": ApplicationGuide(
      change: "",
      trial:
        "Admin page \"check SMTP configuration\" of the smtp plugin. \"Message was sent\" means that the server took it, "
        + "not that it arrived. Type auth_pass again each time you save the form: it comes up empty, and is saved so. Turn "
        + "debug off afterwards.",
      logs:
        "The page itself (take out the lines behind AUTH LOGIN before you show it); the error log of the web server, "
        + "and /var/log/mail.log or /var/log/maillog for mail()."),
    "gitlab": ApplicationGuide(
      change: "gitlab-ctl reconfigure, on each node that runs Rails or Sidekiq.",
      trial:
        "gitlab-rails console, then Notify.test_email('you@example.org', 'Trial', 'Trial').deliver_now. It goes past "
        + "Sidekiq: that a notification arrives proves the queue. ActionMailer::Base.delivery_method and "
        + "ActionMailer::Base.smtp_settings only show; other commands of the console change data.",
      logs:
        "/var/log/gitlab/sidekiq/current and gitlab-rails/exceptions_json.log; of a local mail server /var/log/mail.log "
        + "(Debian), /var/log/maillog (Red Hat), or journalctl.")
  ]
}
