import Syntax

/// A parameter of a MIME field (RFC 2045 §5.1), its pieces put together and decoded (RFC 2231).
public struct FieldParameter: Sendable, Hashable {
  /// The name, in lower case, without the marks of RFC 2231.
  public let name: String
  /// The value, decoded.
  public let value: String
  /// Where it stands in the text; of pieces the first.
  public let range: Range<Int>
  /// What is to be said of the value.
  public let traits: TextTraits
}

extension [FieldParameter] {
  /// The value of the first parameter of that name, which is in lower case.
  public func value(of name: String) -> String? { first { $0.name == name }?.value }
}

/// Reads parameters: semicolons, names, equals signs and values, as they are written and not as they should be.
struct ParameterReader {
  let text: [UInt8]
  var faults = FieldFaults()
  private(set) var pieces: [ParameterPiece] = []
  private var tokens: ArraySlice<FieldToken>
  private static let reference = "RFC 2045 §5.1"

  /// Takes the tokens behind the value of the field, made with `FieldSpecials.parameters`.
  init(text: [UInt8], tokens: ArraySlice<FieldToken>) {
    self.text = text
    self.tokens = tokens.filter { $0.kind != .comment }[...]
  }

  /// The parameters in order.
  mutating func read() -> [FieldParameter] {
    while !tokens.isEmpty, pieces.count < FieldLimits.parameters { readPart() }
    if let rest = tokens.first {
      faults.add(
        rest.range.lowerBound..<text.count, "more than \(FieldLimits.parameters) parameters, the rest is not read",
        "RFC 2045 §5")
    }
    var assembly = ParameterAssembly(text: text)
    let parameters = assembly.parameters(of: pieces)
    faults.add(assembly.faults.sorted)
    return parameters
  }

  /// Reads to the next semicolon, or to the next `name=` where a semicolon is missing.
  private mutating func readPart() {
    if isSpecial(tokens.first, ";") { return tokens = tokens.dropFirst() }
    let name = tokens[tokens.startIndex].range
    guard tokens.count > 1, isSpecial(tokens[tokens.startIndex + 1], "=") else {
      faults.add(name, "a word that is no parameter", Self.reference)
      tokens = tokens.dropFirst()
      return
    }
    if tokens[tokens.startIndex + 1].hasSpaceBefore {
      faults.add(name, "white space before the equals sign", Self.reference, .remark)
    }
    tokens = tokens.dropFirst(2)
    readValue(of: name)
  }

  private mutating func readValue(of name: Range<Int>) {
    let start = tokens.startIndex
    var end = start
    while end < tokens.endIndex, !isSpecial(tokens[end], ";"), end == start || !beginsParameter(end) { end += 1 }
    let words = tokens[start..<end]
    tokens = tokens[end...]
    if let next = tokens.first, !isSpecial(next, ";") {
      faults.add(next.range, "a parameter without a semicolon before it", Self.reference)
    }
    guard let first = words.first, let last = words.last else {
      faults.add(name, "a parameter without a value", Self.reference)
      return pieces.append(ParameterPiece(name: name, value: name.upperBound..<name.upperBound, isQuoted: false))
    }
    let value = first.range.lowerBound..<last.range.upperBound
    if words.count == 1, first.kind == .quotedString {
      return pieces.append(ParameterPiece(name: name, value: value, isQuoted: true))
    }
    if words.count > 1 || first.kind == .encodedWord || text[value].contains(where: Self.needsQuotes) {
      faults.add(value, "a value that needs quotation marks", Self.reference)
    }
    pieces.append(ParameterPiece(name: name, value: value, isQuoted: false))
  }

  private func beginsParameter(_ index: Int) -> Bool {
    index + 1 < tokens.endIndex && tokens[index].kind == .atom && tokens[index].hasSpaceBefore
      && isSpecial(tokens[index + 1], "=") && !tokens[index + 1].hasSpaceBefore
  }

  private func isSpecial(_ token: FieldToken?, _ octet: Unicode.Scalar) -> Bool {
    guard let token, token.kind == .special else { return false }
    return text[token.range.lowerBound] == UInt8(ascii: octet)
  }

  /// `tspecials` and white space (RFC 2045 §5.1).
  private static func needsQuotes(_ octet: UInt8) -> Bool {
    octet.isFolding || "()<>@,;:\\\"/[]?=".utf8.contains(octet)
  }
}

/// A parameter as it is written, perhaps a piece of one (RFC 2231 §3).
struct ParameterPiece {
  let name: Range<Int>
  let value: Range<Int>
  let isQuoted: Bool
}
