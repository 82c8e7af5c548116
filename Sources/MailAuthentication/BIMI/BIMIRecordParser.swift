import DNS
import HTTPS
public import Syntax

extension TagList.Options {
  /// BIMI records: lists like those of DKIM; what is wrong behind the version is told, and the rest is read.
  static let bimi = TagList.Options(
    reference: BIMIRecord.reference, ignoresCaseOfNames: true, gravityOfMalformedTags: .fatal,
    gravityOfDuplicates: .fatal)
}

extension BIMIRecord {
  /// Whether the first tag of a text is `v` with a value that begins with `BIMI`: a reader takes the text for a record.
  public static func isRecord(_ text: [UInt8]) -> Bool {
    let first = text.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return first.map(\.lowercasedASCII).elementsEqual("v=bimi1".utf8)
      && text.first?.lowercasedASCII == UInt8(ascii: "v")
  }

  /// Whether a text was meant as a record.
  public static func isNearMiss(_ text: [UInt8]) -> Bool { VersionSection.resembles(text, "vbimi") }

  /// Reads a text. The value is nil when its first tag is not `v=BIMI1`.
  public static func parse(_ text: [UInt8]) -> Parsed<BIMIRecord> {
    guard isRecord(text) else {
      let end = text.firstIndex(of: UInt8(ascii: ";")) ?? text.count
      let fault = SyntaxFault(0..<end, "the text does not begin with \"v=BIMI1;\"", reference)
      return Parsed(text: text, value: nil, faults: [fault])
    }
    let list = TagList.parse(text, options: .bimi)
    guard let tags = list.value else { return Parsed(text: text, value: nil, faults: list.faults) }
    var reader = BIMIRecordReader(tags: tags, faults: list.faults)
    let record = reader.read()
    return Parsed(text: text, value: record, faults: reader.faults.inOrder)
  }
}

/// Turns tags into the parts of a record.
private struct BIMIRecordReader {
  let tags: TagList
  var faults: [SyntaxFault]

  mutating func read() -> BIMIRecord {
    readVersion()
    let (location, authority) = (readLocation("l"), readLocation("a"))
    if location == .absent, let version = tags.tags.first {
      report(version.range, "the tag l is missing: write \"l=;\" to decline")
    }
    if location == .empty, !authority.isEmpty, let tag = tags["l"] {
      report(tag.range, "the tag l is empty, but a names a certificate", .ignored)
    }
    return BIMIRecord(
      tags: tags, location: location, authority: authority, preference: readPreference(),
      localPartPrefixes: readPrefixes())
  }

  /// The grammar of the draft lets case differ, its prose wants an exact match.
  private mutating func readVersion() {
    guard let version = tags.tags.first, !tags.octets(of: version).elementsEqual("BIMI1".utf8) else { return }
    report(version.value, "the version is written BIMI1: readers that compare exactly ignore the record", .ignored)
  }

  private mutating func readLocation(_ name: String) -> BIMIRecord.Location {
    guard let tag = tags[name] else { return .absent }
    if tag.value.isEmpty { return .empty }
    do throws(HTTPSURLError) {
      return .url(try HTTPSURL(parsing: Array(tags.octets(of: tag))))
    } catch {
      report(tag.range, "in \(name)=: \(error.description)")
      return .invalid(error)
    }
  }

  private mutating func readPreference() -> BIMIRecord.Preference {
    guard let tag = tags["avp"] else { return .brand }
    if let value = BIMIRecord.Preference(rawValue: tags.value(of: tag).lowercased()) { return value }
    report(tag.range, "avp is brand or personal: brand counts", .ignored)
    return .brand
  }

  private mutating func readPrefixes() -> [String] {
    guard let tag = tags["lps"], !tag.value.isEmpty else { return [] }
    let parts = tag.value.split(text: tags.text, at: UInt8(ascii: ","))
    for part in parts where part.isEmpty { report(part, "an empty prefix in lps", .ignored) }
    return parts.filter { !$0.isEmpty }.prefix(BIMILimits.prefixes).map { part in
      String(decoding: tags.text[part], as: UTF8.self)
    }
  }

  private mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity = .fatal) {
    faults.append(SyntaxFault(range, message, BIMIRecord.reference, gravity: gravity))
  }
}
