public import DNS
public import Syntax

/// The record at `_smtp._tls` (RFC 8460 §3): where reports of TLS failures go.
public struct TLSRPTRecord: VersionedRecord, Equatable {
  /// All fields in their order, the version first: the evidence.
  public let tags: TagList
  /// Where reports go: every entry of the list, bad ones included, at most 16.
  public let rua: [TLSRPTReportURI]

  /// The name of the record of `domain`; nil when it would be over-long.
  public static func name(for domain: DomainName) -> DomainName? { domain.prefixed(with: "_smtp._tls") }

  static let version = "v=TLSRPTv1"
  /// The paragraph that defines the record.
  static let reference = "RFC 8460 §3"
}

extension TLSRPTRecord {
  /// Whether a text begins with `v=TLSRPTv1;` (RFC 8460 §3); blanks before the semicolon are let through, as its
  /// grammar does.
  public static func isRecord(_ text: [UInt8]) -> Bool { VersionSection.begins(text, with: version) }

  /// Whether a text was meant to begin so.
  public static func isNearMiss(_ text: [UInt8]) -> Bool { VersionSection.resembles(text, "vtlsrpt") }

  /// Reads a text. The value is nil when it does not begin with the version.
  public static func parse(_ text: [UInt8]) -> Parsed<TLSRPTRecord> {
    guard text.starts(with: version.utf8) else {
      let end = text.firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let fault = SyntaxFault(0..<end, "the text does not begin with \"\(version);\"", reference)
      return Parsed(text: text, value: nil, faults: [fault])
    }
    let list = TagList.parseFields(text, free: "rua", reference: reference)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var faults = list.faults
    if let fault = FieldVersion.fault(tags, version, reference) { faults.append(fault) }
    let rua = readURIs(tags, &faults)
    return Parsed(text: text, value: TLSRPTRecord(tags: tags, rua: rua), faults: faults.inOrder)
  }

  /// `tlsrpt-uri *(*WSP "," *WSP tlsrpt-uri)`. RFC 8460 has no word on a list with one bad entry; the others count.
  private static func readURIs(_ tags: TagList, _ faults: inout [SyntaxFault]) -> [TLSRPTReportURI] {
    guard let tag = tags["rua"] else {
      faults.append(SyntaxFault(tags.text.count..<tags.text.count, "the field rua is missing", reference))
      return []
    }
    if tag.value.isEmpty { return [] }
    let parts = tag.value.split(text: tags.text, at: UInt8(ascii: ","))
    let entries = parts.prefix(TLSRPTLimits.reportURIs).map { TLSRPTReportURI(tags.text, $0) }
    faults += entries.compactMap(\.fault)
    if parts.count > entries.count, let next = parts.dropFirst(entries.count).first {
      let message = "more than \(TLSRPTLimits.reportURIs) addresses, the rest is not read"
      faults.append(SyntaxFault(next.lowerBound..<tag.value.upperBound, message, reference, gravity: .ignored))
    }
    if !entries.contains(where: \.isUsable) {
      faults.append(SyntaxFault(tag.range, "the field rua has no address that reports can go to", reference))
    }
    return entries
  }
}

/// The limits of TLS-RPT.
enum TLSRPTLimits {
  /// RFC 8460 §3 knows no bound; nobody publishes more, and each entry may cost questions.
  static let reportURIs = 16
}
