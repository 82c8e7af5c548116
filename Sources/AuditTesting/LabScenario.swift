public import AuditModel
public import DNS
public import LDNSKit
public import Providers
public import SMTPSubmission
public import Survey

/// A domain of the lab: zone text whose header tells what an audit must and must not say.
///
/// The header is made of comments: `; domain: NAME`, `; about: TEXT`, `; selectors: A, B`, `; parked: yes`,
/// `; sending-address: A, B`, `; helo: NAME`, `; trials: recipients, intrusive`, `; test-recipient: ADDRESS`, `; blocklists: A, B`, `; server: scripted`, `; truncated: yes`,
/// `; dnssec: STATE`, and, as often as wanted, `; mail-server: ADDRESS WORD…` (``LabMailServer``),
/// `; mandatory: CHECK VERDICT, …` and `; forbidden: CHECK VERDICT, …`. A check may end in `*`; verdicts may be joined by `|`.
public struct LabScenario: Sendable {
  /// The file, without folder and ending.
  public let name: String
  /// The domain that is audited.
  public let domain: DomainName
  /// What the scenario shows, a phrase.
  public let about: String
  /// The selectors that the owner tells.
  public let selectors: [String]
  /// Whether the owner says that the domain sends no mail.
  public let isParked: Bool
  /// The addresses that the owner's mail comes from.
  public let sendingAddresses: [IPAddress]
  /// The name that the sending host greets with.
  public let heloName: DomainName?
  /// The block lists to ask; empty when none is.
  public let blockLists: [BlockList]
  /// What an audit must say.
  public let mandatory: [Demand]
  /// What an audit must not say.
  public let forbidden: [Demand]
  /// Whether the scripted server serves the zones, because no ordinary server would.
  public let isScripted: Bool
  /// Whether questions that time out are answered with a truncated datagram, and never over TCP.
  public let isTruncated: Bool
  /// The web servers of the scenario: `; web-server: ADDRESS WORD…`, as often as wanted.
  public let webServers: [LabWebServer]
  /// The mail servers of the scenario.
  public let mailServers: [LabMailServer]
  /// What they are asked beyond what they offer.
  public let trials: MailServerTrials
  /// What DNSSEC says of every name of the domain; nil when nobody validates.
  public let dnssec: DNSSECVerdict.State?
  /// The zones; each begins at a SOA record.
  public let zone: Zone

  /// A check with one of some verdicts.
  public struct Demand: Sendable, CustomStringConvertible {
    /// The check, or the beginning of its name and `*`.
    public let pattern: String
    /// The verdicts.
    public let verdicts: [Verdict]

    /// Whether an outcome is meant.
    public func matches(_ outcome: CheckOutcome) -> Bool {
      guard verdicts.contains(outcome.verdict) else { return false }
      let name = outcome.check.rawValue
      return pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }

    /// The demand as the header has it.
    public var description: String { "\(pattern) \(verdicts.map(\.rawValue).joined(separator: "|"))" }
  }

  /// What is wrong with a scenario file.
  public struct Mistake: Error, CustomStringConvertible {
    /// The cause, with its place.
    public let description: String
  }

  /// Reads a scenario file.
  ///
  /// - Parameter path: the file; includes lie in its folder.
  /// - Throws: ``Mistake`` with every fault of the file.
  public init(path: String) throws(Mistake) {
    let files = DiskZoneFiles()
    let result = ZoneText.load(path, files: files)
    guard result.faults.isEmpty, let octets = try? files.octets(of: path, within: nil) else {
      throw Mistake(description: result.faults.map(\.description).joined(separator: "\n"))
    }
    let header = LabHeader(String(decoding: octets, as: UTF8.self))
    guard let domain = header.first("domain").flatMap({ DomainName($0) }) else {
      throw Mistake(description: "\(path): the header has no domain")
    }
    name = String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
    self.domain = domain
    about = header.first("about") ?? ""
    selectors = header.list("selectors")
    isParked = header.first("parked") == "yes"
    sendingAddresses = header.list("sending-address").compactMap { IPAddress($0) }
    heloName = header.first("helo").flatMap { DomainName($0) }
    blockLists = header.list("blocklists").compactMap { DomainName($0) }.map { BlockList(unknown: $0) }
    mandatory = try header.demands("mandatory", path)
    forbidden = try header.demands("forbidden", path)
    mailServers = header.all("mail-server").compactMap(LabMailServer.init)
    if mailServers.count < header.all("mail-server").count {
      throw Mistake(description: "\(path): a mail-server line has words that mean nothing")
    }
    trials = header.trials
    dnssec = header.first("dnssec").flatMap(DNSSECVerdict.State.init)
    isTruncated = header.first("truncated") == "yes"
    isScripted = header.first("server") == "scripted" || !result.zone.outcomes.isEmpty
    zone = result.zone
    webServers = try header.webServers(path)
  }
}

extension LabScenario {
  /// What the owner tells, as a survey takes it.
  public var options: SurveyOptions {
    var options = SurveyOptions()
    options.selectors = selectors
    options.isParked = isParked
    options.sendingAddresses = sendingAddresses
    options.heloName = heloName
    options.trials = trials
    return options
  }
}

extension LabScenario {
  /// What an audit looks with, when `resolver` answers for the DNS.
  public func instruments(_ resolver: any Resolver) -> Instruments {
    var instruments = Instruments(resolver: resolver)
    if !blockLists.isEmpty { instruments.blockLists = BlockListInstrument(lists: blockLists, resolver: resolver) }
    if let dnssec {
      let verdict = DNSSECVerdict(dnssec, reason: "the scenario says so")
      instruments.validator = StagedValidator(verdicts: [domain: verdict], world: resolver)
    }
    if !mailServers.isEmpty { instruments.mailServers = stagedMailServers }
    return instruments
  }
}

extension LabScenario: CustomStringConvertible {
  /// The name and what it shows.
  public var description: String { "\(name): \(about)" }
}
