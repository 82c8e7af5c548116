import Survey
import YAMLKit

/// A file of answers as YAML: values by their place, and faults with their line.
struct AnswerText {
  private let file: String
  private let octets: [UInt8]
  private let content: YAMLContent

  /// Reads YAML; what is wrong with it is thrown by ``root()``.
  init(_ octets: [UInt8], file: String) {
    (self.octets, self.file) = (octets, file)
    content = YAMLReader.read(octets)
  }

  /// Takes YAML that was read already.
  init(_ octets: [UInt8], _ content: YAMLContent, file: String) {
    (self.octets, self.content, self.file) = (octets, content, file)
  }

  /// A key with its value; nil where nothing stands behind it, so that the question stays open.
  struct Entry {
    let key: String
    let value: Int?
    /// The octet at which the key begins.
    let place: Int
  }

  /// The outermost value; nil for a file that answers nothing.
  func root() throws(ErrorLine) -> Int? {
    if let fault = content.faults.first { throw self.fault(fault.offset, fault.message) }
    if content.roots.count > 1 { throw fault(place(content.roots[1]), "a second document begins here") }
    return content.roots.first.flatMap(told)
  }

  /// The keys and values of a mapping; each key at most once. Nothing gives none.
  func entries(_ node: Int?) throws(ErrorLine) -> [Entry] {
    guard let node = node.flatMap(told) else { return [] }
    guard case .mapping(let pairs) = value(node) else { throw fault(place(node), "names with values are wanted here") }
    var (seen, entries): (Set<String>, [Entry]) = ([], [])
    for pair in pairs {
      guard case .scalar(let key, _) = value(pair.key) else { throw fault(place(pair.key), "is no name") }
      guard seen.insert(key).inserted else { throw fault(place(pair.key), "\"\(key)\" is answered twice") }
      entries.append(Entry(key: key, value: pair.value.flatMap(told), place: place(pair.key)))
    }
    return entries
  }

  /// The members of a list; nil for nothing.
  func items(_ node: Int?) throws(ErrorLine) -> [Int]? {
    guard let node else { return nil }
    guard case .sequence(let items) = value(node) else { throw fault(place(node), "a list is wanted here") }
    return items
  }

  /// The members of a list, or the one value in its place.
  func itemsOrOne(_ node: Int?) throws(ErrorLine) -> [Int] {
    guard let node else { return [] }
    if case .sequence(let items) = value(node) { return items }
    return [node]
  }

  /// A text; nil for nothing.
  func string(_ node: Int?) throws(ErrorLine) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text, _) = value(node) else { throw fault(place(node), "a single value is wanted here") }
    return text
  }

  /// `yes` or `no`; nil for nothing.
  func flag(_ node: Int?) throws(ErrorLine) -> Bool? {
    guard let node, let text = try string(node) else { return nil }
    switch text.lowercased() {
    case "yes", "true": return true
    case "no", "false": return false
    default: throw fault(place(node), "\"\(text)\" is neither yes nor no")
    }
  }

  /// A day; nil for nothing.
  func day(_ node: Int?) throws(ErrorLine) -> CivilDay? {
    guard let node, let text = try string(node) else { return nil }
    guard let day = CivilDay(text) else { throw fault(place(node), "\"\(text)\" is no day (write YYYY-MM-DD)") }
    return day
  }

  /// One of a few words; nil for nothing.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ node: Int?) throws(ErrorLine) -> Word? {
    guard let node, let text = try string(node) else { return nil }
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault(place(node), "\"\(text)\" is none of \(known)")
    }
    return word
  }

  /// The octet at which a value begins.
  func place(_ node: Int) -> Int { content.nodes[node].range.lowerBound }

  /// A fault at an octet of the file.
  func fault(_ offset: Int, _ cause: String) -> ErrorLine {
    let line = octets.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    return ErrorLine("\(file):\(line)", cause)
  }
}

extension AnswerText {
  /// The value of a node, an alias being followed once: an alias of an alias does not exist.
  private func value(_ node: Int) -> YAMLNode.Value {
    if case .alias(let target?) = content.nodes[node].value { return content.nodes[target].value }
    return content.nodes[node].value
  }

  /// The node, unless it stands for nothing (YAML 1.2 §10.2.1.1): the question is open then.
  private func told(_ node: Int) -> Int? {
    if case .scalar(let text, .plain) = value(node), ["", "~", "null", "?"].contains(text) { return nil }
    return node
  }
}
