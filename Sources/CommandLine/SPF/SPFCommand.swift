import ArgumentParser
import DNS
import IDNKit
import MailAuthentication
import Reporting

/// `mailaudit spf`: what a domain's SPF record costs, and what it says of an address.
struct SPFCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spf",
    abstract: "Evaluate SPF for an address, and show the tree of records with what each term costs.",
    discussion: """
      With --ip the result of check_host() (RFC 7208) is shown, with every term that was evaluated. In any case the \
      worst case is shown: what an evaluation costs in which nothing matches.

        mailaudit spf example.org
        mailaudit spf --ip 192.0.2.1 --helo mx.example.org --mail-from user@example.org
      """)

  @Argument(help: "The domain whose record is read; that of --mail-from, or else --helo, when it is left out.")
  var name: String?

  @Option(name: .long, help: ArgumentHelp("The same as DOMAIN.", valueName: "domain"))
  var domain: String?

  @Option(name: .long, help: ArgumentHelp("The address that the mail comes from.", valueName: "address"))
  var ip: String?

  @Option(name: .long, help: ArgumentHelp("The name in HELO or EHLO; DOMAIN by default.", valueName: "name"))
  var helo: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The address in MAIL FROM; postmaster at DOMAIN by default.", valueName: "address"))
  var mailFrom: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var resolver: ResolverOptions

  private func checkArguments() throws(ErrorLine) {
    if name != nil, domain != nil { throw ErrorLine("--domain", "says the same as DOMAIN: give one of them") }
    if name == nil, domain == nil, (mailFrom ?? "").isEmpty, (helo ?? "").isEmpty {
      throw ErrorLine("DOMAIN", "is missing: give a domain, or --mail-from, or --helo")
    }
    if let ip, IPAddress(ip) == nil { throw ErrorLine("--ip", "\"\(ip)\" is no IPv4 or IPv6 address") }
    if ip == nil, name == nil, domain == nil {
      throw ErrorLine("--ip", "is missing: give an address to evaluate, or DOMAIN for the tree alone")
    }
  }

  func run() async throws {
    try checkArguments()
    var named: DomainName?
    if let text = domain ?? name { named = try DomainArgument.parse(text) }
    var identity: SPFIdentity?
    if let address = ip.flatMap({ IPAddress($0) }) { identity = self.identity(address: address, named: named) }
    let target = named ?? identity?.domainName
    let (timeout, now) = (resolver.timeout, Console.current.now)
    let report = try await resolver.withResolver(origin: target) { [identity] resolver in
      let deadline = ContinuousClock.now + .seconds(timeout)
      let tree: SPFTree? = if let target { await SPFTree.explore(target, using: resolver) } else { nil }
      guard let identity else { return SPFReport(evaluation: nil, tree: tree) }
      var evaluator = SPFEvaluator(resolver: resolver)
      evaluator.deadline = deadline
      evaluator.timestamp = Int64(now)
      return SPFReport(evaluation: await evaluator.evaluate(identity), tree: tree)
    }
    try write(report)
  }

  /// RFC 7208 §2.4: an empty MAIL FROM is postmaster at the HELO name.
  private func identity(address: IPAddress, named: DomainName?) -> SPFIdentity {
    let sender = Self.withALabels(mailFrom ?? (named.map { "postmaster@\($0)" } ?? ""))
    let fallback = named?.description ?? sender[Self.domainStart(of: sender)...].description
    return SPFIdentity(
      address: address, helo: helo.map(Self.withALabels) ?? fallback, mailFrom: sender, domain: named?.description)
  }

  /// RFC 8616 §4: the domain of an address has to be turned into A-labels before it is looked up; a domain that cannot
  /// be is left as it is, and gives none.
  private static func withALabels(_ address: String) -> String {
    let start = domainStart(of: address)
    let domain = address[start...]
    guard domain.utf8.contains(where: { $0 >= 0x80 }), let name = try? DomainName(userInput: String(domain)) else {
      return address
    }
    return address[..<start] + name.description
  }

  /// Behind the last `@`; the start of a text without one.
  private static func domainStart(of address: String) -> String.Index {
    address.lastIndex(of: "@").map { address.index(after: $0) } ?? address.startIndex
  }

  private func write(_ report: SPFReport) throws {
    switch output.format {
    case .json: try output.write(report.json)
    case .text:
      var page = output.page
      report.write(to: &page, isQuiet: output.quiet)
      try output.write(page)
    }
  }
}

/// What the command found.
struct SPFReport: Sendable {
  /// The evaluation for an address, if one was given.
  let evaluation: SPFEvaluation?
  /// The worst case; nil when the domain is malformed.
  let tree: SPFTree?
}
