import AuditModel
import Syntax

extension ScanRecord {
  /// Reads a line of results; nil when it is none. Members that are not known are passed over.
  public init?(line octets: [UInt8]) {
    self.init()
    var reader = JSONReader(octets)
    var isResult = false
    guard reader.beginObject() else { return nil }
    while let name = reader.nextName() {
      if name.matches("schema") {
        isResult = reader.scalar()?.string == Self.schema
      } else {
        read(name.string, &reader)
      }
    }
    guard reader.finish() == nil, isResult, key != nil else { return nil }
  }

  private mutating func read(_ name: String, _ reader: inout JSONReader) {
    switch name {
    case "domain": domain = Self.text(&reader)
    case "input": input = Self.text(&reader)
    case "line": line = Self.number(&reader)
    case "error": error = Self.text(&reader)
    case "goal": goal = Self.text(&reader) ?? ""
    case "grade": grade = Self.text(&reader) ?? ""
    case "areas": areas = Self.words(&reader)
    case "policies": policies = Self.words(&reader)
    case "questions": questions = Self.number(&reader)
    case "failures": failures = Self.number(&reader)
    case "tries": tries = Self.number(&reader)
    case "verdicts": readVerdicts(&reader)
    case "findings": readFindings(&reader)
    default: reader.skipValue()
    }
  }

  /// A text; nil for anything else.
  private static func text(_ reader: inout JSONReader) -> String? {
    guard case .text(let text) = reader.scalar() else { return nil }
    return text.string
  }

  private static func number(_ reader: inout JSONReader) -> Int {
    guard case .number(let digits) = reader.scalar() else { return 0 }
    return Int(String(decoding: digits, as: UTF8.self)) ?? 0
  }

  /// The members of an object whose values are texts.
  private static func words(_ reader: inout JSONReader) -> [String: String] {
    guard reader.kind() == .object, reader.beginObject() else { return [:] }
    var words: [String: String] = [:]
    while let name = reader.nextName() {
      if let word = text(&reader) { words[name.string] = word }
    }
    return words
  }

  private mutating func readVerdicts(_ reader: inout JSONReader) {
    guard reader.kind() == .object, reader.beginObject() else { return }
    while let name = reader.nextName() {
      if let verdict = Self.text(&reader).flatMap(Verdict.init(rawValue:)) { verdicts.append((name.string, verdict)) }
    }
  }

  private mutating func readFindings(_ reader: inout JSONReader) {
    guard reader.kind() == .array, reader.beginArray() else { return }
    while reader.nextElement() {
      guard reader.kind() == .object, reader.beginObject() else { continue }
      var (check, statement): (String?, String?)
      while let name = reader.nextName() {
        if name.matches("check") { check = Self.text(&reader) }
        if name.matches("statement") { statement = Self.text(&reader) }
      }
      if let check, let statement { findings.append(Finding(check: check, statement: statement)) }
    }
  }
}
