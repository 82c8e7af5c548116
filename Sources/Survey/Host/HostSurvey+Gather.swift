import DNS
import HostFiles
import OpenSSLKit
import SMTPSubmission

extension HostSurvey {
  /// Looks at a machine: files first, then connections and questions.
  ///
  /// - Parameters:
  ///   - options: what to try.
  ///   - instruments: what to look with.
  /// - Returns: what was seen, whatever went wrong.
  public static func gather(_ options: HostOptions, with instruments: HostInstruments) async -> HostSurvey {
    let tree = instruments.tree
    let recorder = instruments.resolver.map { RecordingResolver($0) }
    async let listener = PortTrial.loopback(instruments.mailServers)
    async let egress = PortTrial.run(options.egressTarget, recorder, instruments.mailServers)
    let files = HostNameFiles(tree)
    let naming = await HostNaming.resolve(instruments.runningName, tree, files, recorder)
    let mailName = tree.text(at: "/etc/mailname").flatMap {
      $0.onlyValue.map { .present($0) } ?? .malformed("is empty")
    }
    let mail = MailProgramSurvey.look(tree, hostName: naming.name.value?.text, mailName: mailName.value)
    let signers = await DKIMSignerSurvey.all(in: tree, recorder)
    let dns = await HostNameAnswers.ask(mail.greetingName ?? naming.fullName, recorder)
    return await HostSurvey(
      options: options, isRunning: instruments.runningName != nil, naming: naming, hosts: files.table,
      order: files.order, resolver: files.resolver, mailName: mailName, mail: mail, php: PHPMailSetup.all(in: tree),
      seLinux: SELinuxState.read(tree, isRunning: instruments.runningName != nil),
      queue: WaitingMail.count(tree, mail.program), signers: signers, listener: listener, egress: egress, dns: dns,
      answers: recorder?.answers ?? [])
  }
}

extension HostNameAnswers {
  /// Asks for the addresses of a name, and for theirs; nil when there is nothing to ask.
  fileprivate static func ask(_ text: String?, _ resolver: RecordingResolver?) async -> HostNameAnswers? {
    guard let resolver, let text, let name = DomainName(typed: text), name.labelCount > 1, name.literalAddress == nil,
      let answers = await SendingHostSurvey.helo(name, using: resolver)
    else { return nil }
    let outside = answers.addresses.filter { $0.specialPurpose == nil || $0.specialPurpose == .documentation }
    let hosts = await SendingHostSurvey.hosts(at: Array(outside.prefix(HostLimits.addresses)), using: resolver)
    return HostNameAnswers(name: answers, hosts: hosts)
  }
}

extension PortTrial {
  /// Greets whoever listens on port 25 of the loopback address.
  fileprivate static func loopback(_ access: (any MailServerAccess)?) async -> SMTPSession? {
    guard let access else { return nil }
    return await greet(.v4(0x7F00_0001), access)
  }

  /// Connects to port 25 of a host.
  fileprivate static func run(
    _ target: SubmissionTarget.Host?, _ resolver: RecordingResolver?, _ access: (any MailServerAccess)?
  ) async -> PortTrial? {
    guard let target, let access else { return nil }
    var (answers, addresses): ([DNSAnswer], [IPAddress]) = ([], [])
    switch target {
    case .address(let address): addresses = [address]
    case .name(let name):
      answers = await resolver?.answers(to: [DNSQuestion(name, .a), DNSQuestion(name, .aaaa)]) ?? []
      // One address of each family tells whether the port is open.
      addresses = answers.compactMap(\.addresses.first)
    }
    let visits = await addresses.mapInParallel(atMost: addresses.count) { address in
      Visit(address: address, session: await greet(address, access))
    }
    return PortTrial(target: target, answers: answers, visits: visits)
  }

  private static func greet(_ address: IPAddress, _ access: any MailServerAccess) async -> SMTPSession {
    var plan = SMTPClient.Plan(clientName: MailServerLimits.clientName)
    plan.security = .none
    var endpoint = SMTPEndpoint(address: address, port: 25, tls: .lenient(serverName: nil))
    endpoint.deadline = .now + HostLimits.time
    return await access.converse(plan, at: endpoint)
  }
}

extension WaitingMail {
  /// The folders of queues, and what the names of messages in them begin with.
  private static let folders: [MailProgram: [(folder: String, first: String)]] = [
    .postfix: [("/var/spool/postfix/deferred", ""), ("/var/spool/postfix/maildrop", "")],
    .sendmail: [("/var/spool/mqueue", "qf"), ("/var/spool/mqueue-client", "qf")],
    .exim: [("/var/spool/exim4/input", ""), ("/var/spool/exim/input", "")],
    .nullmailer: [("/var/spool/nullmailer/queue", "")], .dma: [("/var/spool/dma", "Q")]
  ]

  /// Counts the messages of the fullest folder; those that are sorted into folders of one letter included.
  fileprivate static func count(_ tree: any FileTree, _ program: MailProgram?) -> Sight<WaitingMail> {
    var (fullest, hidden): (WaitingMail?, String?) = (nil, nil)
    for (folder, first) in program.flatMap({ folders[$0] }) ?? [] {
      switch tree.list(folder) {
      case .present(let names):
        let sorted = names.filter { $0.utf8.count == 1 }.flatMap { tree.list("\(folder)/\($0)").value ?? [] }
        var messages = (names + sorted).filter { $0.utf8.count > 1 && $0.hasPrefix(first) }
        // Exim keeps two files of each message: -H and -D.
        if program == .exim { messages = messages.filter { $0.hasSuffix("-H") } }
        if messages.count >= fullest?.count ?? 0 { fullest = WaitingMail(folder: folder, count: messages.count) }
      case .malformed(let reason), .unseen(let reason): hidden = "\(folder): \(reason)"
      case .absent: continue
      }
    }
    if let fullest, fullest.count > 0 || hidden == nil { return .present(fullest) }
    return hidden.map { .unseen($0) } ?? .absent
  }
}

/// The limits of looking at a machine.
enum HostLimits {
  /// Addresses of its name whose own names are asked for.
  static let addresses = 8
  /// When a conversation on port 25 ends: nothing but the greeting is waited for.
  static let time = Duration.seconds(30)
  /// Files of PHP that are read: ten versions with four settings each, and their pools.
  static let phpFiles = 400
}
