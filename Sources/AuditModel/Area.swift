/// A field of the audit, with a grade of its own. The order is that of reports.
public enum Area: String, Sendable, CaseIterable, Comparable {
  /// Name servers and the zone.
  case dns
  /// Signatures of the zone.
  case dnssec
  /// The hosts that receive mail.
  case mx
  /// Sender Policy Framework (RFC 7208).
  case spf
  /// DomainKeys Identified Mail (RFC 6376).
  case dkim
  /// Domain-based Message Authentication, Reporting and Conformance (RFC 9989).
  case dmarc
  /// Authenticated Received Chain (RFC 8617).
  case arc
  /// SMTP MTA Strict Transport Security (RFC 8461).
  case mtaSTS = "mta-sts"
  /// SMTP TLS reporting (RFC 8460).
  case tlsRPT = "tls-rpt"
  /// DNS-based authentication of mail servers (RFC 7672).
  case dane
  /// Brand Indicators for Message Identification.
  case bimi
  /// Names of sending addresses, and the names that hosts greet with.
  case reverseDNS = "reverse-dns/helo"
  /// Block lists.
  case dnsbl
  /// The conversation with mail servers: those that receive, and the submission server.
  case smtpProbe = "smtp-probe"
  /// Transport security of SMTP.
  case tls
  /// Logging in, and how programs find where.
  case auth
  /// Header fields of a message.
  case messageHeaders = "message-headers"
  /// Message-ID and what built it.
  case messageID = "message-id"
  /// Structure and content of a message.
  case mimeContent = "mime/content"
  /// What mass senders owe.
  case bulkSender = "bulk-sender"
  /// Settings of the application that sends.
  case appConfig = "app-config"
  /// The mail path of the machine that the application runs on.
  case host
  /// Before a domain goes live.
  case preLaunch = "pre-launch"
  /// Reports that receivers send back.
  case reports

  /// By the order of reports.
  public static func < (left: Area, right: Area) -> Bool { left.position < right.position }

  /// The elements in the order of their areas; within an area the order stays.
  public static func ordered<Element>(_ elements: [Element], by area: (Element) -> Area) -> [Element] {
    let byArea = Dictionary(grouping: elements, by: area)
    return allCases.flatMap { byArea[$0] ?? [] }
  }

  /// The place in the order of reports: a switch, because areas are compared a hundred times for a report.
  private var position: Int {
    switch self {
    case .dns: 0
    case .dnssec: 1
    case .mx: 2
    case .spf: 3
    case .dkim: 4
    case .dmarc: 5
    case .arc: 6
    case .mtaSTS: 7
    case .tlsRPT: 8
    case .dane: 9
    case .bimi: 10
    case .reverseDNS: 11
    case .dnsbl: 12
    case .smtpProbe: 13
    case .tls: 14
    case .auth: 15
    case .messageHeaders: 16
    case .messageID: 17
    case .mimeContent: 18
    case .bulkSender: 19
    case .appConfig: 20
    case .host: 21
    case .preLaunch: 22
    case .reports: 23
    }
  }

  /// The name for people.
  public var title: String {
    switch self {
    case .dns, .dnssec, .mx, .spf, .dkim, .dmarc, .arc, .dane, .bimi, .tls, .dnsbl, .auth: rawValue.uppercased()
    case .mtaSTS: "MTA-STS"
    case .tlsRPT: "TLS-RPT"
    case .reverseDNS: "PTR/HELO"
    case .smtpProbe: "SMTP"
    case .messageHeaders: "Message header"
    case .messageID: "Message-ID"
    case .mimeContent: "MIME and content"
    case .bulkSender: "Bulk sender rules"
    case .appConfig: "Application settings"
    case .host: "Mail of this machine"
    case .preLaunch: "Pre-launch"
    case .reports: "Reports received"
    }
  }
}
