import ArgumentParser
import Audit
import AuditModel
import DNS
import OpenSSLKit
import ProcessKit
import SMTPSubmission
import Survey

/// `mailaudit catch`: a mail server that catches what an application sends.
struct CatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catch",
    abstract: "Catch the messages that an application sends: a mail server that delivers nothing.",
    discussion: """
      Point an application at the server before it goes live. Every message is taken, whatever its recipients, and \
      shown with its envelope and how it was handed over, and audited as 'mailaudit message' does. Any user name and password are accepted; passwords are \
      never kept. The server listens on this host only, and ends with Ctrl-C or after --count messages.

      STARTTLS is offered with a certificate made for the occasion, which no client trusts: give one that it does \
      (--certificate, --key), turn the check off in the application, or use --no-tls.

      EXAMPLES
        mailaudit catch
        mailaudit catch --count 1 --duration 60 --save caught --format json
        mailaudit catch --listen 127.0.0.1:4650 --implicit-tls

      MediaWiki, in LocalSettings.php:
        $wgSMTP = [
          'host' => '127.0.0.1', 'port' => 2525, 'IDHost' => 'wiki.example.org',
          'auth' => true, 'username' => 'wiki', 'password' => 'any',
          'socket_options' => [ 'ssl' => [
            'verify_peer' => false, 'verify_peer_name' => false ] ] ];
      DokuWiki with the plugin smtp, in conf/local.php:
        $conf['plugin']['smtp']['smtp_host'] = '127.0.0.1';
        $conf['plugin']['smtp']['smtp_port'] = 2525;
        $conf['plugin']['smtp']['smtp_ssl'] = '';
      GitLab, in /etc/gitlab/gitlab.rb:
        gitlab_rails['smtp_enable'] = true
        gitlab_rails['smtp_address'] = '127.0.0.1'
        gitlab_rails['smtp_port'] = 2525
        gitlab_rails['smtp_openssl_verify_mode'] = 'none'
      """)

  @OptionGroup(title: "Server") var server: CatchOptions

  @Option(help: ArgumentHelp("End after so many messages.", valueName: "number"))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      "End after so many seconds, with status 2 when there were fewer messages than --count.", valueName: "seconds"))
  var duration: Int?

  @Option(
    help: ArgumentHelp(
      "Write each message to a file of its own in this directory, octet for octet: 0001.eml and so on.",
      valueName: "directory"))
  var save: String?

  @Flag(name: .customLong("no-audit"), help: "Only show the messages: nothing is asked of the DNS.")
  var skipsAudit = false

  @OptionGroup var told: MessageAuditOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func validate() throws {
    if let count, count < 1 { throw ValidationError("--count \(count): is to be at least 1") }
    if let duration, !(1...86_400).contains(duration) {
      throw ValidationError("--duration \(duration): is to be 1 to 86400 seconds")
    }
  }

  func run() async throws {
    if skipsAudit { return try await serve(nil) }
    let options = try told.messageOptions(in: resolver)
    try await resolver.withResolver { resolver in
      try await serve(try told.auditor(options, with: Instruments(resolver: resolver)))
    }
  }

  /// Runs the server until it has taken what was wanted, or is ended.
  private func serve(_ auditor: MessageAuditor?) async throws {
    var saver = try save.map { directory throws(ErrorLine) in try MessageSaver(directory) }
    let running = try await server.start(count: count)
    Console.current.writeError(server.greeting(running.places))
    let request = EndRequest { Task { await running.stop(after: Self.grace) } }
    let timer = duration.map { duration in
      Task {
        if (try? await Task.sleep(for: .seconds(duration))) != nil { await running.stop(after: .zero) }
      }
    }
    defer {
      timer?.cancel()
      request.cancel()
    }
    let (status, caught) = try await take(from: running, &saver, auditor)
    await running.stop(after: Self.grace)
    if let count, caught < count {
      throw ErrorLine("", "\(caught) of \(count) messages came", status.joined(with: .undecided))
    }
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// How long sessions may go on when the server ends: long enough for QUIT.
  private static let grace = Duration.seconds(2)

  /// Takes messages until the server stops or all have come; gives the worst status, and how many there were.
  private func take(
    from running: CatchingServer, _ saver: inout MessageSaver?, _ auditor: MessageAuditor?
  ) async throws -> (status: ExitStatus, caught: Int) {
    var (status, caught) = (ExitStatus.clean, 0)
    while let event = await running.next() {
      switch event {
      case .fruitless(let session):
        if !output.quiet { Console.current.writeError(session.report(isWhole: output.verbose)) }
      case .message(let message):
        let file = try saver?.save(message)
        status = status.joined(with: try await audit(message, file: file, auditor))
        caught += 1
        if caught == count { return (status, caught) }
      }
    }
    return (status, caught)
  }
}
