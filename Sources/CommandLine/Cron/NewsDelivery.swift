import AuditModel
import DNS
import OpenSSLKit
import SASL
import SMTPSubmission
import Survey

/// Hands news over to the user's own submission server.
struct NewsDelivery: Sendable {
  let options: SubmissionOptions
  let access: any MailServerAccess

  /// Reads the password, and settles how to talk to the server, before anything is looked at.
  init(_ mail: ProjectMail, time: Int) throws(ErrorLine) {
    guard let server = mail.server else { throw ErrorLine("mail", "names no server") }
    let target = server.target(nil)
    var options = SubmissionOptions(target, clientName: mail.helo ?? Console.current.hostName() ?? "[127.0.0.1]")
    options.time = time
    if let user = mail.user {
      var source = LoginOptions.none
      (source.variable, source.file) = (mail.passwordVariable, mail.passwordFile.map(Console.current.place))
      let credentials = try source.credentials(of: user) { Console.current.writeError(ErrorLine("", "\($0)").text) }
      options.login = SASLLogin(
        credentials, wanted: nil, allowsInsecure: false, host: target.host.description, port: target.port)
    }
    self.options = options
    access = Console.current.mailServers(try RootsFile.trustStore(mail.caFile))
  }

  /// Sends the message; gives why it did not get to all of its recipients, a phrase, or nil.
  func send(_ message: NewsMessage, _ resolver: any Resolver) async -> String? {
    var options = options
    options.envelope = SMTPEnvelope(sender: message.from, recipients: message.to)
    options.envelope?.message = message.octets
    let deadline = ContinuousClock.now + Self.time
    let settled = options
    let visit = await ResolverDeadline.$current.withValue(deadline) {
      await SubmissionSurvey.deliver(settled, with: access, resolver)
    }
    guard let visit else { return "\(options.target): the server has no address" }
    return visit.failedDelivery.map { "\(options.target): \($0)" }
  }

  /// For looking up the server's address: the conversation has its own time.
  private static let time = Duration.seconds(30)
}

extension LoginOptions {
  /// No source and no choice.
  fileprivate static var none: LoginOptions {
    var options = LoginOptions()
    (options.variable, options.file, options.descriptor, options.mechanism) = (nil, nil, nil, nil)
    options.allowsInsecure = false
    return options
  }
}
