public import DNS
import FeedbackReports

/// What was reported of the messages that one address sent in the name of a policy domain.
public struct SourceTally: Sendable {
  /// Who sent.
  public enum Address: Sendable, Hashable {
    /// An address.
    case address(IPAddress)
    /// A text that is no address.
    case text(String)
  }

  /// Who sent.
  public let address: Address
  /// Its messages.
  public private(set) var messages = MessageCounts()
  /// What failing messages were signed with and sent from, and passing ones.
  public private(set) var identities: [IdentityTally] = []
  /// The messages without any signature, and how many of them fail.
  public private(set) var unsigned = Shares()
  /// Why receivers did something else than the policy asks for.
  public private(set) var overrides = OverrideTally()
  /// The domains of the From field, each with its messages; the most met first.
  public private(set) var authors: [NamedCount] = []
  /// The reporters, the first that were met.
  public private(set) var reporters: [String] = []
  /// Its messages by day.
  public private(set) var days: [SourceDay] = []

  /// A number of messages, and how many of them fail DMARC.
  public struct Shares: Sendable, Hashable {
    /// All.
    public var messages = 0
    /// Those that fail.
    public var failing = 0

    mutating func take(_ record: AggregateRecord) {
      messages.add(max(0, record.count))
      if !record.passesDMARC { failing.add(max(0, record.count)) }
    }
  }

  init(_ address: Address) { self.address = address }

  mutating func take(_ record: AggregateRecord, of report: AggregateReport, names: inout NameStore) {
    messages.take(record)
    SourceDay.take(record, begin: report.metadata.beginTime, into: &days)
    overrides.take(record, names: &names)
    if record.dkimResults.isEmpty { unsigned.take(record) }
    for result in record.dkimResults.prefix(ReportLimits.resultsOfRecord) {
      note(.init(.dkim(selector: result.selector ?? ""), result.domain, result.result), record, &names)
    }
    for result in record.spfResults.prefix(ReportLimits.resultsOfRecord) {
      note(.init(.spf(isHELO: result.scope == "helo"), result.domain, result.result), record, &names)
    }
    NamedCount.add(record.headerFrom.folded, record.count, to: &authors, names: &names)
    let reporter = names.shared(report.metadata.orgName)
    if reporters.count < ReportLimits.reportersOfSource, !reporters.contains(reporter) { reporters.append(reporter) }
  }

  /// The names of one that is known need not be looked for among all names.
  private mutating func note(_ met: IdentityTally.Identity, _ record: AggregateRecord, _ names: inout NameStore) {
    if let index = identities.firstIndex(where: { $0.identity == met }) {
      return identities[index].shares.take(record)
    }
    let identity = met.kept(in: &names)
    if let index = identities.firstIndex(where: { $0.identity == identity }) {
      identities[index].shares.take(record)
    } else if identities.count < ReportLimits.identitiesOfSource {
      var tally = IdentityTally(identity: identity)
      tally.shares.take(record)
      identities.append(tally)
    }
  }
}

/// A result of DKIM or SPF for a domain, and the messages that had it.
public struct IdentityTally: Sendable, Hashable {
  /// What was checked, and the result.
  public let identity: Identity
  /// The messages with that result.
  public internal(set) var shares = SourceTally.Shares()

  /// What was checked, and the result.
  public struct Identity: Sendable, Hashable {
    /// What was checked.
    public let method: Method
    /// The domain: that of the signature, of the envelope sender, or of the EHLO name.
    public let domain: String
    /// The result, in lower case.
    public let result: String

    init(_ method: Method, _ domain: String, _ result: String) {
      self.method = method
      self.domain = domain.folded
      self.result = result.folded
    }

    /// The same with its texts as they are kept.
    func kept(in names: inout NameStore) -> Identity {
      let method: Method =
        if case .dkim(let selector) = method { .dkim(selector: names.shared(selector)) } else { method }
      return Identity(method, names.shared(domain), names.shared(result))
    }
  }

  /// What was checked.
  public enum Method: Sendable, Hashable {
    /// A signature; the selector is empty when it was not told.
    case dkim(selector: String)
    /// The envelope sender, or the EHLO name.
    case spf(isHELO: Bool)
  }
}

/// A name and a number of messages.
public struct NamedCount: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The messages.
  public internal(set) var messages: Int

  /// Adds to the count of a name; a name beyond the limit is not kept.
  static func add(_ name: String, _ count: Int, to counts: inout [NamedCount], names: inout NameStore) {
    if let index = counts.firstIndex(where: { $0.name == name }) { return counts[index].messages.add(max(0, count)) }
    if counts.count < ReportLimits.namesOfSource {
      counts.append(NamedCount(name: names.shared(name), messages: max(0, count)))
    }
  }
}

extension ReportLimits {
  /// So many results of a record are looked at: RFC 9990 §3.1.1.11 lets receivers report a hundred signatures.
  static let resultsOfRecord = 16
  /// So many different results of a source are told apart.
  static let identitiesOfSource = 16
  /// So many domains of authors of a source are named.
  static let namesOfSource = 16
  /// So many reporters of a source are named.
  static let reportersOfSource = 8
}
