/// A requirement, or some in a row, that nothing shows yet. A row of such a number is expected to fail: as soon as it
/// passes, its test asks for the line here to go.
struct Waiting: Sendable {
  let numbers: ClosedRange<Int>
  let application: String
  let behaviour: String
  /// What is missing.
  let reason: String

  init(_ numbers: ClosedRange<Int>, _ application: String, _ behaviour: String, _ reason: String) {
    self.numbers = numbers
    self.application = application
    self.behaviour = behaviour
    self.reason = reason
  }

  init(_ number: Int, _ application: String, _ behaviour: String, _ reason: String) {
    self.init(number...number, application, behaviour, reason)
  }

  /// What is missing for a number; nil when it does not wait.
  static func reason(_ number: Int) -> String? { all.first { $0.numbers.contains(number) }?.reason }

  static let all: [Waiting] = [
    Waiting(1, "MediaWiki", "without $wgSMTP, mail goes through PHP's mail()", "APP-LOCAL-MAIL: what that way needs"),
    Waiting(2, "MediaWiki", "$wgPasswordSender differs from the login", "APP-FROM-DOMAIN compares it with the login"),
    Waiting(9, "MediaWiki", "auth is off and a password is there", "APP-AUTH"),
    Waiting(13, "MediaWiki", "Gmail wants an app password", "APP-PROVIDER: the form of the password"),
    Waiting(16, "MediaWiki", "Amazon SES takes verified senders only", "APP-PROVIDER: what the sandbox asks for"),
    Waiting(28, "MediaWiki", "a relay without login is bound to addresses", "APP-RELAY"),
    Waiting(31, "MediaWiki", "true/false, user and password are pasted", "APP-PLACEHOLDER: bare words as values"),
    Waiting(46, "MediaWiki", "debug shows the dialogue to visitors", "APP-SECRETS"),
    Waiting(
      47, "MediaWiki", "a value is missing, and the block is for Gmail", "APP-SYNTAX, and examples that are written"),
    Waiting(66, "sendmail", "the line of /etc/hosts has the full name first", "mailaudit host"),
    Waiting(70, "sendmail", "no sendmail program is there", "mailaudit host"),
    Waiting(91, "DokuWiki", "auth_user is the whole address", "APP-PROVIDER: the form of the user name"),
    Waiting(92, "DokuWiki", "saving the form empties auth_pass", "APP-AUTH"),
    Waiting(93, "DokuWiki", "debug shows the dialogue", "APP-SECRETS"),
    Waiting(96, "DokuWiki", "a sender that the server will refuse", "APP-FROM-DOMAIN compares it with the login"),
    Waiting(109, "GitLab", "a password with a quote or #{} breaks the files", "APP-SECRETS"),
    Waiting(115, "GitLab", "smtp_pool keeps connections open", "APP-PROVIDER: the limit of connections"),
    Waiting(122, "GitLab", "smtp_authentication is login, plain, cram_md5 or false", "APP-AUTH"),
    Waiting(123, "GitLab", "smtp_domain is the name in EHLO", "APP-HELO: names of the server and of the provider"),
    Waiting(125, "GitLab", "words of examples are left in", "APP-PLACEHOLDER: region-1, XX, words with blanks"),
    Waiting(133...136, "GitLab", "providers that bind the sender", "the rule of the provider for the sender"),
    Waiting(139...140, "GitLab", "providers that bind the user name", "APP-PROVIDER: the form of the user name"),
    Waiting(142, "GitLab", "port 80 is submission without TLS", "APP-TLS-PORT: ports that are none of submission"),
    Waiting(149, "GitLab", "the queue of mail is served by nobody", "APP-QUEUE"),
    Waiting(154, "GitLab", "gitlab_email_enabled is false: no mail at all", "APP-MAIL-DISABLED"),
    Waiting(159, "GitLab", "without SMTP settings, mail goes through sendmail", "APP-LOCAL-MAIL: what that way needs"),
    Waiting(160...248, "all", "settings of a provider each", "the table of the examples of providers")
  ]
}
