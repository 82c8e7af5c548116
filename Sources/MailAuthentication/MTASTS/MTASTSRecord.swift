public import DNS
public import Syntax

/// The record at `_mta-sts` (RFC 8461 §3.1): it says that there is a policy, and when it changed.
public struct MTASTSRecord: VersionedRecord, Equatable {
  /// All fields in their order, the version first: the evidence.
  public let tags: TagList
  /// The id, 1 to 32 letters and digits; nil when it is missing or another text.
  public let id: String?

  /// The name of the record of `domain`; nil when it would be over-long.
  public static func name(for domain: DomainName) -> DomainName? { domain.prefixed(with: "_mta-sts") }

  static let version = "v=STSv1"
  /// The paragraph that defines the record.
  static let reference = "RFC 8461 §3.1"
}

extension MTASTSRecord {
  /// Whether a text begins with `v=STSv1;` (RFC 8461 §3.1); blanks before the semicolon are let through, as its grammar
  /// does.
  public static func isRecord(_ text: [UInt8]) -> Bool { VersionSection.begins(text, with: version) }

  /// Whether a text was meant to begin so.
  public static func isNearMiss(_ text: [UInt8]) -> Bool { VersionSection.resembles(text, "vsts") }

  /// Reads a text. The value is nil when it does not begin with the version.
  public static func parse(_ text: [UInt8]) -> Parsed<MTASTSRecord> {
    guard text.starts(with: version.utf8) else {
      let end = text.firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let fault = SyntaxFault(0..<end, "the text does not begin with \"\(version);\"", reference)
      return Parsed(text: text, value: nil, faults: [fault])
    }
    let list = TagList.parseFields(text, free: "", reference: reference)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var faults = list.faults
    if let fault = FieldVersion.fault(tags, version, reference) { faults.append(fault) }
    let id = readID(tags, &faults)
    return Parsed(text: text, value: MTASTSRecord(tags: tags, id: id), faults: faults.inOrder)
  }

  /// `1*32(ALPHA / DIGIT)`
  private static func readID(_ tags: TagList, _ faults: inout [SyntaxFault]) -> String? {
    guard let tag = tags["id"] else {
      faults.append(SyntaxFault(tags.text.count..<tags.text.count, "the field id is missing", reference))
      return nil
    }
    let octets = tags.octets(of: tag)
    if octets.isEmpty { return nil }
    if octets.count > MTASTSLimits.idOctets {
      faults.append(
        SyntaxFault(tag.range, "the id has \(octets.count) characters, \(MTASTSLimits.idOctets) are allowed", reference)
      )
      return nil
    }
    guard octets.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else {
      // What no value may have was told already.
      if faults.contains(where: { tag.value.contains($0.range.lowerBound) }) { return nil }
      faults.append(SyntaxFault(tag.range, "the id may have letters and digits only", reference))
      return nil
    }
    return tags.value(of: tag)
  }
}

/// The version section of a list of fields.
enum FieldVersion {
  /// What is wrong with the first field, which begins with `version`; nil when it is `version`.
  static func fault(_ tags: TagList, _ version: String, _ reference: String) -> SyntaxFault? {
    guard let first = tags.tags.first else { return nil }
    if !tags.text[first.range].elementsEqual(version.utf8) {
      return SyntaxFault(first.range, "the version is not \"\(version)\" with a semicolon behind it", reference)
    }
    let end = first.range.upperBound
    if end < tags.text.count, tags.text[end] != UInt8(ascii: ";") {
      return SyntaxFault(
        end..<(end + 1), "white space before the semicolon: some readers look for \"\(version);\"", reference,
        gravity: .remark)
    }
    return nil
  }
}

extension [SyntaxFault] {
  /// The faults by their place, those of one place in the order in which they were found.
  var inOrder: [SyntaxFault] {
    enumerated().sorted { left, right in
      (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
    }.map(\.element)
  }
}
