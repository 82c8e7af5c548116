import DNS
import Syntax

/// Reads the lines of a policy file (RFC 8461 §3.2).
struct MTASTSPolicyParser {
  private let text: [UInt8]
  private(set) var faults: [SyntaxFault] = []
  private var fields: [MTASTSPolicy.Field] = []

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let reference = MTASTSPolicy.reference

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func read() -> MTASTSPolicy {
    var position = 0
    if text.starts(with: Self.byteOrderMark) {
      position = 3
      report(0..<3, "a byte order mark before the first field")
    }
    while position < text.count { position = readLine(from: position) }
    reportDuplicates()
    readVersion()
    let (mode, maxAge) = (readMode(), readMaxAge())
    let patterns = readPatterns()
    if !fields.contains(where: { $0.key == "mx" }), let mode, mode != .none {
      reportMissing("the field mx is missing, which mode \(mode.rawValue) needs")
    }
    return MTASTSPolicy(fields: fields, mode: mode, maxAge: maxAge, patterns: patterns)
  }

  /// Reads the line that begins at `start`, and gives the place behind its end.
  private mutating func readLine(from start: Int) -> Int {
    let end = text[start...].firstIndex { $0 == lineFeed || $0 == carriageReturn } ?? text.count
    readField(start..<end)
    guard end < text.count, text[end] == carriageReturn else { return end + 1 }
    if end + 1 < text.count, text[end + 1] == lineFeed { return end + 2 }
    report(end..<(end + 1), "a line that ends in CR alone: lines end in LF or CRLF")
    return end + 1
  }

  private var lineFeed: UInt8 { UInt8(ascii: "\n") }
  private var carriageReturn: UInt8 { UInt8(ascii: "\r") }

  private mutating func readField(_ line: Range<Int>) {
    let content = trim(line)
    if content.isEmpty { return report(line, "an empty line", .remark) }
    if content.lowerBound > line.lowerBound {
      report(line.lowerBound..<content.lowerBound, "white space before a field")
    }
    guard let colon = text[content].firstIndex(of: UInt8(ascii: ":")) else {
      let hint = text[content].contains(UInt8(ascii: "=")) ? ": \"=\" does not part name and value" : ""
      return report(content, "a line without a colon\(hint)")
    }
    let (name, value) = (content.lowerBound..<colon, trim((colon + 1)..<content.upperBound))
    checkName(name)
    if value.isEmpty { report(content, "a field without a value") }
    if let bad = value.first(where: { text[$0] < 0x20 || text[$0] == 0x7F }) {
      report(bad..<(bad + 1), "a control character in a value")
    }
    let key = String(decoding: text[trim(name)], as: UTF8.self)
    fields.append(.init(name: name, value: value, key: key))
  }

  /// `(ALPHA / DIGIT) *31(ALPHA / DIGIT / "_" / "-" / ".")`
  private mutating func checkName(_ name: Range<Int>) {
    let octets = text[name]
    let isName = octets.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "_-.".utf8.contains($0) }
    if octets.isEmpty {
      report(name.lowerBound..<(name.lowerBound + 1), "a value without a field name")
    } else if octets.count > TagListLimits.fieldName {
      report(name, "a field name of more than \(TagListLimits.fieldName) characters")
    } else if !isName || !(octets.first.map { $0.isASCIILetter || $0.isASCIIDigit } ?? false) {
      report(
        name, trim(name) == name ? "a field name with characters that none may have" : "white space before the colon")
    }
  }

  /// RFC 8461 §3.2: of fields other than mx the first counts.
  private mutating func reportDuplicates() {
    var known: Set<String> = []
    for field in fields where field.key != "mx" && !known.insert(field.key).inserted {
      report(field.name.lowerBound..<field.value.upperBound, "a second \(field.key): the first counts", .ignored)
    }
  }

  private func field(_ name: String) -> MTASTSPolicy.Field? { fields.first { $0.key == name } }

  private func value(_ field: MTASTSPolicy.Field) -> ArraySlice<UInt8> { text[field.value] }

  private mutating func readVersion() {
    guard let field = field("version") else { return reportMissing("the field version is missing") }
    if !field.value.isEmpty, !value(field).elementsEqual("STSv1".utf8) {
      report(field.value, "the version has to be STSv1")
    }
  }

  private mutating func readMode() -> MTASTSPolicy.Mode? {
    guard let field = field("mode") else {
      reportMissing("the field mode is missing")
      return nil
    }
    if field.value.isEmpty { return nil }
    let mode = MTASTSPolicy.Mode(rawValue: String(decoding: value(field), as: UTF8.self))
    if mode == nil { report(field.value, "the mode has to be enforce, testing or none, in lower case") }
    return mode
  }

  private mutating func readMaxAge() -> Int? {
    guard let field = field("max_age") else {
      reportMissing("the field max_age is missing")
      return nil
    }
    let digits = value(field)
    if digits.isEmpty { return nil }
    guard digits.allSatisfy(\.isASCIIDigit), digits.count <= MTASTSLimits.ageDigits else {
      report(field.value, "max_age has to be a number of seconds, of at most \(MTASTSLimits.ageDigits) digits")
      return nil
    }
    let age = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    if age > MTASTSLimits.maximumAge {
      report(field.value, "max_age is above \(MTASTSLimits.maximumAge), the most that is allowed")
    }
    return age
  }

  private mutating func readPatterns() -> [(pattern: MTASTSPattern, range: Range<Int>)] {
    var patterns: [(pattern: MTASTSPattern, range: Range<Int>)] = []
    var known: Set<MTASTSPattern> = []
    for field in fields where field.key == "mx" && !field.value.isEmpty {
      do throws(MTASTSPatternFault) {
        let pattern = try MTASTSPattern(value(field))
        if known.insert(pattern).inserted {
          patterns.append((pattern, field.value))
        } else {
          report(field.value, "the same mx a second time", .remark)
        }
      } catch {
        report(field.value, "mx: \(error.message)")
      }
    }
    return patterns
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  private mutating func reportMissing(_ message: String) { report(text.count..<text.count, message) }

  private mutating func report(_ range: Range<Int>, _ message: String, _ gravity: SyntaxFault.Gravity = .fatal) {
    // What makes a policy void is told however many remarks came before it.
    guard faults.count < MTASTSLimits.faults || (gravity == .fatal && faults.count < 2 * MTASTSLimits.faults) else {
      return
    }
    faults.append(SyntaxFault(range, message, Self.reference, gravity: gravity))
  }
}
