import DNS
import OpenSSLKit
import Reporting
import Syntax

/// Bundles as text: one JSON object a line.
enum BundleText {
  /// Writes the lines; each certificate stands in front of the first line that names it.
  static func octets(of entries: [BundleEntry]) throws(BundleFault) -> [UInt8] {
    let encoder = ValueEncoder()
    var (octets, lines): ([UInt8], Int) = ([], 0)
    func add(_ json: JSON) throws(BundleFault) {
      octets += json.octets(isIndented: false)
      lines += 1
      if octets.count > BundleLimits.octets {
        throw BundleFault("what was looked at is larger than \(BundleLimits.octets >> 20) MiB, the most that is kept")
      }
    }
    for entry in entries {
      let json = try Self.json(entry, encoder)
      for certificate in encoder.takeCertificates() {
        try add(try Self.json(.certificate(der: certificate.der), encoder))
      }
      try add(json)
    }
    try add(try json(.end(lines: lines), encoder))
    return octets
  }

  private static func json(_ entry: BundleEntry, _ encoder: ValueEncoder) throws(BundleFault) -> JSON {
    do { return try encoder.json(entry) } catch { throw BundleFault("a fact has no form: \(error)") }
  }

  /// Reads all lines but the last, which says how many they are.
  static func read(_ octets: [UInt8], _ take: (BundleEntry) -> Void) throws(BundleFault) {
    guard octets.count <= BundleLimits.octets else {
      throw BundleFault("is larger than \(BundleLimits.octets >> 20) MiB, the most that a bundle has")
    }
    let decoder = ValueDecoder()
    var (start, line, isEnded) = (0, 0, false)
    while start < octets.count {
      let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")) ?? octets.count
      line += 1
      if isEnded { throw BundleFault("stands behind the end", line: line) }
      if line > BundleLimits.lines { throw BundleFault("more lines than a bundle has", line: line) }
      let json = try tree(Array(octets[start..<end]), line)
      if line == 1 { try checkEdition(json) }
      let found = try entry(json, line, decoder)
      switch found {
      case .end(let lines):
        isEnded = true
        if lines != line - 1 { throw BundleFault("\(lines) lines should stand before this one", line: line) }
      case .certificate(let der): try learn(der, line, decoder)
      case .evidence where line > 1: throw BundleFault("a second heading", line: line)
      case .dns(_, .records([]), _, _): throw BundleFault("an answer with records has none", line: line)
      default: take(found)
      }
      start = end + 1
    }
    if !isEnded { throw BundleFault("ends in the middle: its last line is missing") }
  }

  private static func entry(_ json: JSON, _ line: Int, _ decoder: ValueDecoder) throws(BundleFault) -> BundleEntry {
    do {
      return try decoder.value(BundleEntry.self, json)
    } catch {
      throw BundleFault(words(error), line: line)
    }
  }

  private static func learn(_ der: [UInt8], _ line: Int, _ decoder: ValueDecoder) throws(BundleFault) {
    guard let certificate = Certificate(der: der), (try? decoder.learn(certificate)) != nil else {
      throw BundleFault("is no certificate in DER form", line: line)
    }
  }

  /// A bundle of another edition may have lines that mean nothing here: that is said first.
  private static func checkEdition(_ json: JSON) throws(BundleFault) {
    guard case .object(let members) = json, members.count == 1, members[0].name == "evidence",
      case .object(let heading) = members[0].value,
      case .number(let edition)? = heading.first(where: { $0.name == "format" })?.value
    else { throw BundleFault("is no evidence bundle of mailaudit", line: 1) }
    if edition != BundleFormat.edition {
      throw BundleFault(
        "has format \(edition), and this mailaudit reads format \(BundleFormat.edition): replay it with the version that "
          + "recorded it", line: 1)
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    let context: DecodingError.Context
    switch error {
    case .dataCorrupted(let found), .keyNotFound(_, let found), .typeMismatch(_, let found),
      .valueNotFound(_, let found):
      context = found
    @unknown default: return "cannot be read"
    }
    let path = context.codingPath.map(\.stringValue).filter { $0 != PlaceKey.unnamed }.joined(separator: ".")
    return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
  }
}

extension BundleText {
  private static func tree(_ text: [UInt8], _ line: Int) throws(BundleFault) -> JSON {
    var reader = TreeReader(text)
    let json = reader.value()
    if let cause = reader.cause { throw BundleFault(cause, line: line) }
    if let fault = reader.finish() {
      throw BundleFault("octet \(fault.offset + 1): \(fault.message)", line: line)
    }
    return json
  }
}

/// Reads JSON into a tree, within the limits of a line.
private struct TreeReader {
  private var reader: JSONReader
  private var left = BundleLimits.values
  /// What is wrong beyond the syntax.
  private(set) var cause: String?

  init(_ text: [UInt8]) {
    reader = JSONReader(text)
  }

  mutating func finish() -> JSONFault? { reader.finish() }

  mutating func value() -> JSON {
    left -= 1
    guard left > 0, cause == nil else {
      cause = cause ?? "has more values than a line of a bundle has"
      return .null
    }
    switch reader.kind() {
    case .object: return object()
    case .array: return array()
    case .text, .word, nil: return scalar()
    }
  }

  private mutating func object() -> JSON {
    guard reader.beginObject() else { return .null }
    var (members, names): ([JSON.Member], Set<String>) = ([], [])
    while let name = reader.nextName()?.string {
      if !names.insert(name).inserted { cause = cause ?? "the member \(name) stands there twice" }
      members.append(.init(name, value()))
      if cause != nil { break }
    }
    return .object(members)
  }

  private mutating func array() -> JSON {
    guard reader.beginArray() else { return .null }
    var elements: [JSON] = []
    while reader.nextElement() {
      elements.append(value())
      if cause != nil { break }
    }
    return .array(elements)
  }

  private mutating func scalar() -> JSON {
    switch reader.scalar() {
    case .text(let text)?: return .string(text.string)
    case .boolean(let flag)?: return .boolean(flag)
    case .null?, nil: return .null
    case .number(let digits)?:
      if let number = Int(String(decoding: digits, as: UTF8.self)), abs(number / 2) < BundleLimits.number / 2 {
        return .number(number)
      }
      cause = cause ?? "\(String(decoding: digits.prefix(40), as: UTF8.self)) is no whole number that is known"
      return .null
    }
  }
}
