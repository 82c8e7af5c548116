import AuditModel
import Survey
import YAMLKit

/// A project file as YAML: values by their place. Faults are gathered, so that all of them are told at once.
final class ProjectText {
  /// The file as it was named.
  let file: String
  /// What was read.
  let content: YAMLContent
  private let octets: [UInt8]
  private var found: [Fault] = []

  /// What is wrong at an octet.
  private struct Fault {
    let offset: Int
    let cause: String
  }

  /// A key with its value; nil where nothing stands behind it.
  struct Entry {
    let key: String
    let value: Int?
    /// The octet at which the key begins.
    let place: Int
  }

  init(_ octets: [UInt8], file: String) {
    (self.octets, self.file) = (octets, file)
    content = YAMLReader.read(octets)
  }

  /// The same file for the reader of answers.
  var answers: AnswerText { AnswerText(octets, content, file: file) }

  /// All faults, in the order of the file.
  var faults: [ErrorLine] {
    found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map {
      let place = location($0.element.offset)
      return ErrorLine("\(file):\(place.line):\(place.column ?? 1)", $0.element.cause)
    }
  }

  /// Keeps a fault.
  func fault(_ offset: Int, _ cause: String) { found.append(Fault(offset: offset, cause: cause)) }

  /// The outermost mapping; nil, with a fault, where there is none.
  func root() -> Int? {
    for fault in content.faults { self.fault(fault.offset, fault.message) }
    if content.roots.count > 1 {
      fault(place(content.roots[1]), "a second document begins here: one file is one project")
    }
    guard let root = content.roots.first.flatMap(told) else {
      if content.faults.isEmpty { fault(0, "the file says nothing: write at least \"domains:\" and a list of domains") }
      return nil
    }
    return root
  }

  /// The octet at which a value begins.
  func place(_ node: Int) -> Int { content.nodes[node].range.lowerBound }

  /// Line and column of an octet; columns count characters.
  func location(_ offset: Int) -> SourceLocation {
    let before = octets.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The value of a node, an alias being followed once: an alias of an alias does not exist.
  func value(_ node: Int) -> YAMLNode.Value {
    if case .alias(let target?) = content.nodes[node].value { return content.nodes[target].value }
    return content.nodes[node].value
  }

  /// The node, unless it stands for nothing (YAML 1.2 §10.2.1.1).
  func told(_ node: Int) -> Int? {
    if case .scalar(let text, .plain) = value(node), ["", "~", "null"].contains(text) { return nil }
    return node
  }
}

extension ProjectText {
  /// The keys and values of a mapping. Unknown keys are told with the known one that they are close to, and left out.
  func entries(_ node: Int?, _ what: String, known: [String]) -> [Entry] {
    let entries = pairs(node, what)
    return entries.filter { entry in
      if known.contains(entry.key) { return true }
      fault(entry.place, Self.unknown(entry.key, what, known))
      return false
    }
  }

  /// The keys and values of a mapping, whatever its keys are; each key at most once.
  func pairs(_ node: Int?, _ what: String) -> [Entry] {
    guard let node else { return [] }
    guard case .mapping(let pairs) = value(node) else {
      fault(place(node), "\(what) is a list of names with values: write \"name: value\", one a line")
      return []
    }
    var (seen, entries): (Set<String>, [Entry]) = ([], [])
    for pair in pairs {
      guard case .scalar(let key, _) = value(pair.key) else {
        fault(place(pair.key), "is no name")
        continue
      }
      guard seen.insert(key).inserted else {
        fault(place(pair.key), "\"\(key)\" stands twice: join both")
        continue
      }
      entries.append(Entry(key: key, value: pair.value.flatMap(told), place: place(pair.key)))
    }
    return entries
  }

  private static let secrets: Set<String> = ["password", "passwd", "pass", "secret", "token", "api-key"]

  private static func unknown(_ key: String, _ what: String, _ known: [String]) -> String {
    if secrets.contains(key.lowercased()) {
      return "a password never stands in this file: write \"password-file: FILE\" or \"password-env: NAME\""
    }
    let near = NearMiss.of(key.lowercased().map { $0 == "_" ? "-" : String($0) }.joined(), among: known)
    let hint =
      near.isEmpty
      ? "known are \(known.joined(separator: ", "))" : "did you mean \"\(near.joined(separator: "\" or \""))\"?"
    return "\"\(key)\" is no key of \(what): \(hint)"
  }

  /// The members of a list; one value stands for a list of one.
  func items(_ node: Int?) -> [Int] {
    guard let node else { return [] }
    if case .sequence(let items) = value(node) { return items.compactMap(told) }
    return [node]
  }

  /// A text; nil for nothing, and for a fault.
  func string(_ node: Int?) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text, _) = value(node) else {
      fault(place(node), "a single value is wanted here, not a list")
      return nil
    }
    return text
  }

  /// The texts of a list, each with its place.
  func strings(_ node: Int?) -> [(text: String, place: Int)] {
    items(node).compactMap { item in string(item).map { ($0, place(item)) } }
  }

  /// `yes` or `no`; nil for nothing, and for a fault.
  func flag(_ node: Int?) -> Bool? {
    guard let node, let text = string(node) else { return nil }
    switch text.lowercased() {
    case "yes", "true", "on": return true
    case "no", "false", "off": return false
    default:
      fault(place(node), "\"\(text)\" is neither yes nor no")
      return nil
    }
  }

  /// A day; nil for nothing, and for a fault.
  func day(_ node: Int?) -> CivilDay? {
    guard let node, let text = string(node) else { return nil }
    if let day = CivilDay(text) { return day }
    fault(place(node), "\"\(text)\" is no day of the calendar: write YYYY-MM-DD, such as 2027-03-31")
    return nil
  }

  /// One of the words that `read` knows; nil for nothing, and for a fault.
  func word<Word>(_ node: Int?, known: [String], _ read: (String) -> Word?) -> Word? {
    guard let node, let text = string(node) else { return nil }
    if let word = read(text) { return word }
    let near = NearMiss.of(text.lowercased(), among: known)
    let hint =
      near.count == 1 ? "did you mean \"\(near[0])\"?" : "write one of \(known.joined(separator: ", "))"
    fault(place(node), "\"\(text)\" is not known here: \(hint)")
    return nil
  }

  /// A whole number; nil for nothing, and for a fault.
  func number(_ node: Int?, _ range: ClosedRange<Int>) -> Int? {
    guard let node, let text = string(node) else { return nil }
    if let number = Int(text), range.contains(number) { return number }
    fault(place(node), "\"\(text)\" is no number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }
}
