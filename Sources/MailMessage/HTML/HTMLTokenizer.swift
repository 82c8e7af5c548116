/// Cuts HTML into tags and text as browsers do, roughly (HTML Living Standard §13.2.5): one step forward for every
/// octet, whatever it is given.
struct HTMLTokenizer {
  let octets: [UInt8]
  private(set) var index = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  enum Token {
    case text(Range<Int>)
    case start(HTMLTag)
    case end(name: String)
    /// A comment, a declaration or a processing instruction.
    case comment(Range<Int>)
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    guard index < octets.count else { return nil }
    if octets[index] == UInt8(ascii: "<"), let token = markup() { return token }
    let start = index
    index += 1
    while index < octets.count, octets[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index)
  }

  /// Goes on behind the content of an element that has text only; gives the content. The end tag is the next token.
  mutating func rawText(of name: String) -> Range<Int> {
    let start = index
    let name = Array(name.utf8)
    while index < octets.count {
      if octets[index] == UInt8(ascii: "<"), index + 1 + name.count < octets.count,
        octets[index + 1] == UInt8(ascii: "/"),
        zip(octets[(index + 2)...], name).allSatisfy({ $0.lowercasedASCII == $1 })
      {
        let next = index + 2 + name.count
        if next >= octets.count || !octets[next].isLetter { return start..<index }
      }
      index += 1
    }
    return start..<index
  }

  /// A tag or a comment at `<`; nil when it is text.
  private mutating func markup() -> Token? {
    guard index + 1 < octets.count else { return nil }
    let next = octets[index + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return comment() }
    if next == UInt8(ascii: "/") {
      guard index + 2 < octets.count, octets[index + 2].isLetter else { return nil }
      index += 2
      let name = name()
      _ = attributes()
      return .end(name: name)
    }
    guard next.isLetter else { return nil }
    let start = index
    index += 1
    let name = name()
    return .start(HTMLTag(name: name, attributes: attributes(), offset: start))
  }

  private mutating func comment() -> Token {
    let start = index
    let isComment = octets[index...].starts(with: "<!--".utf8)
    index += isComment ? 4 : 2
    while index < octets.count {
      if octets[index] == UInt8(ascii: ">") {
        let before = octets[max(start + 2, index - 2)..<index]
        if !isComment || before.elementsEqual("--".utf8) || octets[..<index].suffix(3).elementsEqual("--!".utf8) {
          index += 1
          return .comment(start..<index)
        }
      }
      index += 1
    }
    return .comment(start..<index)
  }

  private mutating func name() -> String {
    let start = index
    while index < octets.count, !octets[index].isFolding, octets[index] != UInt8(ascii: ">"),
      octets[index] != UInt8(ascii: "/")
    { index += 1 }
    return octets.lowercased(start..<min(index, start + HTMLLimits.nameOctets))
  }

  /// Reads to the end of the tag.
  private mutating func attributes() -> [HTMLAttribute] {
    var result: [HTMLAttribute] = []
    while index < octets.count {
      let octet = octets[index]
      if octet == UInt8(ascii: ">") {
        index += 1
        return result
      }
      if octet.isFolding || octet == 0x0C || octet == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let attribute = attribute()
      if result.count < HTMLLimits.attributes { result.append(attribute) }
    }
    return result
  }

  private mutating func attribute() -> HTMLAttribute {
    let start = index
    index += 1
    while index < octets.count, !octets[index].isFolding, !"=/>".utf8.contains(octets[index]) { index += 1 }
    let name = octets.lowercased(start..<min(index, start + HTMLLimits.nameOctets))
    var next = index
    while next < octets.count, octets[next].isFolding { next += 1 }
    guard next < octets.count, octets[next] == UInt8(ascii: "=") else {
      index = next
      return HTMLAttribute(name: name, value: "")
    }
    index = next + 1
    while index < octets.count, octets[index].isFolding { index += 1 }
    return HTMLAttribute(name: name, value: HTMLEntities.decode(octets, value()))
  }

  private mutating func value() -> Range<Int> {
    guard index < octets.count else { return index..<index }
    let quote = octets[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < octets.count {
      let octet = octets[index]
      if isQuoted ? octet == quote : octet.isFolding || octet == UInt8(ascii: ">") { break }
      index += 1
    }
    let range = start..<min(index, start + HTMLLimits.valueOctets)
    if isQuoted, index < octets.count { index += 1 }
    return range
  }
}

/// A start tag.
struct HTMLTag {
  let name: String
  let attributes: [HTMLAttribute]
  let offset: Int

  /// The value of an attribute; empty without one, nil when it is missing. The first counts.
  subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// An attribute of a tag, its name in lower case.
struct HTMLAttribute {
  let name: String
  let value: String
}

/// The limits of reading HTML.
public enum HTMLLimits {
  /// The octets of a name.
  static let nameOctets = 64
  /// The octets of the value of an attribute that are kept: long links have two thousand, images in the text more.
  static let valueOctets = 8 << 10
  /// The attributes of a tag that are kept.
  static let attributes = 100
  /// Elements inside each other; deeper ones count as part of those around them.
  static let depth = 512
  /// Links, images, hidden texts and features that are kept of each; all are counted.
  public static let items = 2_000
  /// The octets of the visible text of a link, or of a piece of hidden text, that are kept.
  public static let snippet = 512
}
