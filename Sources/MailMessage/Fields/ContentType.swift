public import Syntax

/// The body of Content-Type (RFC 2045 §5.1).
public struct ContentType: Sendable, Hashable {
  /// The type, in lower case: `text`.
  public let type: String
  /// The subtype, in lower case: `plain`.
  public let subtype: String
  /// The parameters, in order.
  public let parameters: [FieldParameter]

  /// What stands for a field that is missing or cannot be read (RFC 2045 §5.2).
  public static let standard = ContentType(
    type: "text", subtype: "plain",
    parameters: [FieldParameter(name: "charset", value: "us-ascii", range: 0..<0, traits: [])])

  /// Type and subtype, in lower case: `text/plain`.
  public var mediaType: String { "\(type)/\(subtype)" }
  /// The parameter `charset`.
  public var charset: String? { parameters.value(of: "charset") }
  /// The parameter `boundary` (RFC 2046 §5.1.1).
  public var boundary: String? { parameters.value(of: "boundary") }
  /// The parameter `name`, an old way of naming a file.
  public var name: String? { parameters.value(of: "name") }

  /// Reads the body of a field; no value when it does not begin with a type and a subtype.
  public static func parse(_ text: [UInt8]) -> Parsed<ContentType> {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: .parameters, readsLiterals: false)
    var faults = FieldFaults()
    faults.add(tokenFaults)
    faults.addOctets(of: text)
    let words = tokens.filter { $0.kind != .comment }
    guard words.count >= 3, words[0].kind == .atom, text[words[1].range] == [UInt8(ascii: "/")], words[2].kind == .atom
    else {
      faults.add(text.trimmed(0..<text.count), "no type and subtype", "RFC 2045 §5.1", .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    if words[1].hasSpaceBefore || words[2].hasSpaceBefore {
      faults.add(words[1].range, "white space round the slash", "RFC 2045 §5.1", .remark)
    }
    if words.count > 3, text[words[3].range] != [UInt8(ascii: ";")] {
      faults.add(words[3].range, "a parameter without a semicolon before it", "RFC 2045 §5.1")
    }
    var reader = ParameterReader(text: text, tokens: words[3...])
    let parameters = reader.read()
    faults.add(reader.faults.sorted)
    let value = ContentType(
      type: text.lowercased(words[0].range), subtype: text.lowercased(words[2].range), parameters: parameters)
    return Parsed(text: text, value: value, faults: faults.sorted)
  }
}

/// The body of Content-Disposition (RFC 2183 §2).
public struct ContentDisposition: Sendable, Hashable {
  /// `inline`, `attachment` or another word, in lower case.
  public let disposition: String
  /// The parameters, in order.
  public let parameters: [FieldParameter]

  /// The parameter `filename`.
  public var filename: String? { parameters.value(of: "filename") }
  /// Whether the part is to be kept apart: anything but `inline` is (RFC 2183 §2.8).
  public var isAttachment: Bool { disposition != "inline" }

  /// Reads the body of a field; no value when it does not begin with a word.
  public static func parse(_ text: [UInt8]) -> Parsed<ContentDisposition> {
    let (tokens, tokenFaults) = FieldTokenizer.read(text, specials: .parameters, readsLiterals: false)
    var faults = FieldFaults()
    faults.add(tokenFaults)
    faults.addOctets(of: text)
    let words = tokens.filter { $0.kind != .comment }
    guard let first = words.first, first.kind == .atom || first.kind == .quotedString else {
      faults.add(text.trimmed(0..<text.count), "no disposition", "RFC 2183 §2", .fatal)
      return Parsed(text: text, value: nil, faults: faults.sorted)
    }
    let isQuoted = first.kind == .quotedString
    if isQuoted { faults.add(first.range, "a disposition in quotation marks", "RFC 2183 §2") }
    // `filename=x` alone: a parameter where the disposition should be.
    let lacksDisposition = words.count > 1 && text[words[1].range] == [UInt8(ascii: "=")]
    if lacksDisposition { faults.add(first.range, "a parameter where the disposition belongs", "RFC 2183 §2") }
    var reader = ParameterReader(text: text, tokens: lacksDisposition ? words[...] : words[1...])
    let parameters = reader.read()
    faults.add(reader.faults.sorted)
    let name =
      isQuoted ? String(decoding: text.unquoted(first.range), as: UTF8.self).lowercased() : text.lowercased(first.range)
    let value = ContentDisposition(disposition: lacksDisposition ? "attachment" : name, parameters: parameters)
    return Parsed(text: text, value: value, faults: faults.sorted)
  }
}
