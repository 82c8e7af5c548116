public import DNS
public import SMTPSubmission

/// The servers that mail programs of the domain's users are led to (RFC 6186 §3, RFC 8314 §5.1).
public struct ClientServiceSurvey: Sendable {
  /// The services, in the order of ``ClientService/Kind``; none when nobody looked.
  public let services: [ClientService]
  /// The hosts that they name, with their addresses.
  public let hosts: [DomainName: ServiceHost]
  /// The submission servers among them that have TLSA records, or whose records could not be read.
  public let secured: [SecuredService]
  /// Seconds since 1970, UTC: when certificates were looked at.
  public let time: Int
}

extension ClientServiceSurvey {
  /// The answers for some services, each once: that for `_tcp` may stand for all.
  public func answers(for kinds: [ClientService.Kind] = ClientService.Kind.allCases) -> [DNSAnswer] {
    var told: Set<DNSQuestion> = []
    return services.filter { kinds.contains($0.kind) }.map(\.answer).filter { told.insert($0.question).inserted }
  }
}

/// One service and its SRV records.
public struct ClientService: Sendable {
  /// The service.
  public let kind: Kind
  /// The answer; that for `_tcp` where it tells of all names below.
  public let answer: DNSAnswer
  /// The records, in the order of clients.
  public let records: [ServiceRecord]

  /// The services that are looked at, the better first.
  public enum Kind: String, Sendable, CaseIterable {
    /// Submission with TLS from the first octet (RFC 8314 §5.1).
    case submissions = "_submissions._tcp"
    /// Submission with STARTTLS (RFC 6186 §3.1).
    case submission = "_submission._tcp"
    /// IMAP with TLS from the first octet (RFC 6186 §3.2).
    case imaps = "_imaps._tcp"
  }
}

/// A host that an SRV record names.
public struct ServiceHost: Sendable {
  /// The answers for its A and AAAA records.
  public let answers: [DNSAnswer]

  /// All addresses that were seen, in order.
  public var addresses: [IPAddress] { Set(answers.flatMap(\.addresses)).sorted() }
}

/// A submission server with TLSA records.
public struct SecuredService: Sendable {
  /// The service.
  public let kind: ClientService.Kind
  /// What leads there.
  public let record: ServiceRecord
  /// The TLSA records.
  public let lookup: TLSALookup
  /// What DNSSEC says of everything that leads to them, the worst; nil when nobody validates.
  public let security: DNSSECVerdict?
  /// A conversation with the server; nil when nobody asked for one, or when the host has no address.
  public let session: SMTPSession?
}

/// The limits of looking at servers for mail programs.
enum ClientServiceLimits {
  /// So many hosts: a service has one or two.
  static let hosts = 8
  /// When a conversation with one of them ends.
  static let time = Duration.seconds(30)
}
