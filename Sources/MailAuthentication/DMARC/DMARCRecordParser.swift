import DNS
public import Syntax

extension DMARCRecord {
  /// Whether the first tag of a text is `v=DMARC1`: only such texts are DMARC records at all (RFC 9989 §4.10 step 2).
  ///
  /// The name of the tag may be of any case, the value is exact, and nothing may stand before the tag (§4.8).
  public static func isRecord(_ text: [UInt8]) -> Bool {
    var position = 0
    func skipSpace() {
      while position < text.count, text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "\t") {
        position += 1
      }
    }
    guard text.first?.lowercasedASCII == UInt8(ascii: "v") else { return false }
    position = 1
    skipSpace()
    guard position < text.count, text[position] == UInt8(ascii: "=") else { return false }
    position += 1
    skipSpace()
    guard text[position...].starts(with: "DMARC1".utf8) else { return false }
    position += 6
    skipSpace()
    return position == text.count || text[position] == UInt8(ascii: ";")
  }

  /// Reads a text. The value is nil when its first tag is not `v=DMARC1`; any other fault leaves a value.
  ///
  /// What is wrong behind the version is dropped for its default (RFC 9989 §4.8), and reported.
  public static func parse(_ text: [UInt8]) -> Parsed<DMARCRecord> {
    guard isRecord(text) else {
      let end = text.firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let fault = SyntaxFault(0..<end, "the text does not begin with \"v=DMARC1\"", "RFC 9989 §4.8")
      return Parsed(text: text, value: nil, faults: [fault])
    }
    let list = TagList.parse(text, options: .dmarc)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var reader = DMARCRecordReader(tags: tags, faults: list.faults)
    let record = reader.read()
    let faults = reader.faults.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return Parsed(text: text, value: record, faults: faults)
  }
}

/// Turns tags into the fields of a record.
private struct DMARCRecordReader {
  let tags: TagList
  var faults: [SyntaxFault]

  mutating func read() -> DMARCRecord {
    let record = DMARCRecord(
      tags: tags, p: policy("p"), sp: policy("sp"), np: policy("np"),
      psd: choice("psd", [("y", .yes), ("n", .no), ("u", .undefined)], default: .undefined),
      isTesting: choice("t", [("y", true), ("n", false)], default: false),
      adkim: choice("adkim", Self.modes, default: .relaxed), aspf: choice("aspf", Self.modes, default: .relaxed),
      fo: failureOptions(), rua: reportURIs("rua"), ruf: reportURIs("ruf"))
    reportPolicyFaults(record)
    return record
  }

  private static let modes: [(String, DMARCAlignmentMode)] = [("r", .relaxed), ("s", .strict)]

  private func policy(_ name: String) -> DMARCRecord.PolicyTag {
    guard let tag = tags[name] else { return .absent }
    if tags.value(of: tag, is: "none") { return .value(.none) }
    if tags.value(of: tag, is: "quarantine") { return .value(.quarantine) }
    if tags.value(of: tag, is: "reject") { return .value(.reject) }
    return .invalid
  }

  /// RFC 9989 §4.10.1: the record counts as `p=none` if it has a valid `rua`, otherwise as nothing.
  private mutating func reportPolicyFaults(_ record: DMARCRecord) {
    guard record.hasInvalidPolicy else { return }
    let usable = record.isUsable
    let effect = usable ? "the record counts as p=none" : "without a valid rua the record counts as nothing"
    let gravity: SyntaxFault.Gravity = usable ? .ignored : .fatal
    if record.p == .absent, let version = tags.tags.first {
      report(version.range, "the tag p is missing: \(effect)", "RFC 9989 §4.10.1", gravity)
    }
    for (name, value) in [("p", record.p), ("sp", record.sp), ("np", record.np)] where value == .invalid {
      guard let tag = tags[name] else { continue }
      let message = "the value of \(name) has to be none, quarantine or reject: \(effect)"
      report(tag.range, message, "RFC 9989 §4.10.1", gravity)
    }
  }

  private mutating func choice<Value>(_ name: String, _ values: [(String, Value)], default fallback: Value) -> Value {
    guard let tag = tags[name] else { return fallback }
    if let match = values.first(where: { tags.value(of: tag, is: $0.0) }) { return match.1 }
    let known = values.map(\.0).joined(separator: ", ")
    report(tag.range, "the value of \(name) has to be one of \(known): the default counts", "RFC 9989 §4.8", .ignored)
    return fallback
  }

  private mutating func failureOptions() -> DMARCFailureOptions {
    guard let tag = tags["fo"] else { return .allFail }
    var options: DMARCFailureOptions = []
    for part in tag.value.split(text: tags.text, at: UInt8(ascii: ":")) {
      guard let option = option(part) else {
        report(part, "fo knows 0, 1, d and s: this option is ignored", "RFC 9989 §4.8", .ignored)
        continue
      }
      if options.contains(option) { report(part, "the option stands here twice", "RFC 9989 §4.8", .remark) }
      options.insert(option)
    }
    if options.isSuperset(of: [.allFail, .anyFail]) {
      report(tag.range, "fo has both 0 and 1, which exclude each other", "RFC 9989 §4.7", .remark)
    }
    return options.isEmpty ? .allFail : options
  }

  private func option(_ part: Range<Int>) -> DMARCFailureOptions? {
    guard part.count == 1 else { return nil }
    return switch tags.text[part.lowerBound].lowercasedASCII {
    case UInt8(ascii: "0"): .allFail
    case UInt8(ascii: "1"): .anyFail
    case UInt8(ascii: "d"): .dkim
    case UInt8(ascii: "s"): .spf
    default: nil
    }
  }

  private mutating func reportURIs(_ name: String) -> [DMARCReportURI] {
    guard let tag = tags[name] else { return [] }
    var entries: [DMARCReportURI] = []
    for part in tag.value.split(text: tags.text, at: UInt8(ascii: ",")) {
      if entries.count == DMARCLimits.reportURIs {
        let rest = part.lowerBound..<tag.value.upperBound
        report(rest, "more than \(DMARCLimits.reportURIs) addresses, the rest is not read", "RFC 9989 §4.7", .ignored)
        break
      }
      let entry = DMARCReportURI(tags.text, part)
      entries.append(entry)
      if let fault = entry.fault { faults.append(fault) }
    }
    return entries
  }

  private mutating func report(
    _ range: Range<Int>, _ message: String, _ reference: String, _ gravity: SyntaxFault.Gravity
  ) {
    faults.append(SyntaxFault(range, message, reference, gravity: gravity))
  }
}

extension Range<Int> {
  /// The parts of `text` between the separators within this range, blanks and tabs at their ends left out.
  func split(text: [UInt8], at separator: UInt8) -> [Range<Int>] {
    func isSpace(_ octet: UInt8) -> Bool { octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t") }
    return text[self].split(separator: separator, omittingEmptySubsequences: false).map { part in
      var trimmed = part
      while let first = trimmed.first, isSpace(first) { trimmed.removeFirst() }
      while let last = trimmed.last, isSpace(last) { trimmed.removeLast() }
      return trimmed.indices
    }
  }
}
