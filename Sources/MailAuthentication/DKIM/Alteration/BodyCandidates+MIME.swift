import Syntax

/// What is done to the parts and encodings of bodies.
extension BodyCandidates {
  /// The offsets of the lines that begin with `mark`.
  private func offsets(of mark: [UInt8]) -> [Int] {
    var (result, start): ([Int], Int) = ([], 0)
    while start < body.count {
      if body[start...].starts(with: mark) { result.append(start) }
      guard let end = body[start...].firstIndex(of: Octet.lineFeed) else { break }
      start = end + 1
    }
    return result
  }

  /// Behind the first empty line at or behind `start`.
  private func behindEmptyLine(_ start: Int) -> Int? {
    var line = start
    while line < body.count, let end = body[line...].firstIndex(of: Octet.lineFeed) {
      if body[line..<end].allSatisfy({ $0 == Octet.carriageReturn }) { return end + 1 }
      line = end + 1
    }
    return nil
  }

  /// Before the line end that belongs to the boundary at `offset` (RFC 2046 §5.1.1).
  private func beforeBoundary(_ offset: Int) -> Int {
    guard offset > 0, body[offset - 1] == Octet.lineFeed else { return offset }
    return offset > 1 && body[offset - 2] == Octet.carriageReturn ? offset - 2 : offset - 1
  }

  /// The first part of a multipart body: lists wrap a message to add a footer of their own.
  var unwrapped: [BodyCandidate] {
    guard let boundary = context.boundary else { return [] }
    let marks = offsets(of: boundary)
    guard marks.count > 1, let firstLine = body[marks[0]...].firstIndex(of: Octet.lineFeed),
      let start = behindEmptyLine(firstLine + 1), start <= marks[1]
    else { return [] }
    let part = Array(body[start..<max(start, beforeBoundary(marks[1]))])
    return [
      BodyCandidate(
        octets: part, kind: .wrapped, detail: "the body became the first part of a multipart body", line: nil)
    ]
  }

  /// The body without its last part.
  var withoutLastPart: [BodyCandidate] {
    guard let boundary = context.boundary else { return [] }
    let marks = offsets(of: boundary)
    guard marks.count > 2 else { return [] }
    let (added, end) = (marks[marks.count - 2], marks[marks.count - 1])
    let line = 1 + body[..<added].count { $0 == Octet.lineFeed }
    return [
      BodyCandidate(
        octets: Array(body[..<added] + body[end...]), kind: .partAppended,
        detail: "a part was appended from line \(line) of the body on", line: line)
    ]
  }

  /// The body as it was before a server encoded it for transfer.
  var decoded: [BodyCandidate] {
    switch context.encoding {
    case "quoted-printable":
      let octets = QuotedPrintable.decode(body)
      return [
        BodyCandidate(
          octets: octets, kind: .transferEncoding, detail: "the body was encoded as quoted-printable", line: nil)
      ]
    case "base64":
      let decoded = Base64(body, in: body.indices)
      guard decoded.isValid else { return [] }
      return [
        BodyCandidate(
          octets: decoded.octets, kind: .transferEncoding, detail: "the body was encoded as base64", line: nil)
      ]
    default:
      return [
        BodyCandidate(
          octets: QuotedPrintable.encode(body), kind: .transferEncoding,
          detail: "the body was decoded from quoted-printable", line: nil)
      ]
        + [76, 72, 64].map { width in
          BodyCandidate(
            octets: Self.lines(of: Base64.encode(body), width: width), kind: .transferEncoding,
            detail: "the body was decoded from base64", line: nil)
        }
    }
  }

  /// Lines of base64 of other lengths.
  var withBase64Lines: [BodyCandidate] {
    guard context.encoding == "base64" else { return [] }
    let text = String(decoding: body.filter { $0 > Octet.blank }, as: UTF8.self)
    return [76, 72, 64, 60].map { width in
      BodyCandidate(
        octets: Self.lines(of: text, width: width), kind: .base64Lines,
        detail: "the base64 was cut into other lines than those of \(width) characters", line: nil)
    }
  }

  private static func lines(of text: String, width: Int) -> [UInt8] {
    var (octets, column): ([UInt8], Int) = ([], 0)
    for character in text.utf8 {
      if column == width {
        octets += [0x0D, 0x0A]
        column = 0
      }
      octets.append(character)
      column += 1
    }
    return octets + [0x0D, 0x0A]
  }

  /// The same characters in ISO-8859-1 for UTF-8, and the other way round.
  var inOtherCharset: [BodyCandidate] {
    guard body.contains(where: { $0 >= 0x80 }) else { return [] }
    let text = String(decoding: body, as: UTF8.self)
    let isUTF8 = Array(text.utf8) == body
    let detail = isUTF8 ? "ISO-8859-1 became UTF-8" : "UTF-8 became ISO-8859-1"
    let octets =
      isUTF8
      ? text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }
      : body.flatMap { $0 < 0x80 ? [$0] : [0xC0 | $0 >> 6, 0x80 | $0 & 0x3F] }
    return [BodyCandidate(octets: octets, kind: .charset, detail: detail, line: nil)]
  }

  /// The body without its first lines.
  var withoutBeginning: [BodyCandidate] {
    var (candidates, start): ([BodyCandidate], Int) = ([], 0)
    for number in 1...AlterationLimits.beginnings {
      guard let end = body[start...].firstIndex(of: Octet.lineFeed) else { break }
      start = end + 1
      candidates.append(
        BodyCandidate(
          octets: Array(body[start...]), kind: .textInserted,
          detail: "\(number) lines were put before the body", line: 1))
    }
    return candidates
  }
}

/// Quoted-printable (RFC 2045 §6.7), as far as undoing it takes.
enum QuotedPrintable {
  static func decode(_ octets: [UInt8]) -> [UInt8] {
    var (result, index): ([UInt8], Int) = ([], 0)
    result.reserveCapacity(octets.count)
    while index < octets.count {
      let octet = octets[index]
      guard octet == UInt8(ascii: "=") else {
        result.append(octet)
        index += 1
        continue
      }
      let rest = octets[(index + 1)...].prefix(2)
      if rest.first == Octet.lineFeed {
        index += 2
      } else if rest.elementsEqual([0x0D, 0x0A]) {
        index += 3
      } else if rest.count == 2, let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16) {
        result.append(value)
        index += 3
      } else {
        result.append(octet)
        index += 1
      }
    }
    return result
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// In lines of at most 76 characters, as most programs write it.
  static func encode(_ octets: [UInt8]) -> [UInt8] {
    var (result, column): ([UInt8], Int) = ([], 0)
    for (index, octet) in octets.enumerated() {
      if octet == Octet.lineFeed || octet == Octet.carriageReturn {
        if octet == Octet.lineFeed { result += [0x0D, 0x0A] }
        column = 0
        continue
      }
      let next = index + 1 < octets.count ? octets[index + 1] : Octet.lineFeed
      let isLast = next == Octet.lineFeed || next == Octet.carriageReturn
      let isPlain =
        (0x21...0x7E).contains(octet) && octet != UInt8(ascii: "=") || (octet == 0x20 || octet == 0x09) && !isLast
      let width = isPlain ? 1 : 3
      if column + width > (isLast ? 76 : 75) {
        result += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
      }
      result += isPlain ? [octet] : [UInt8(ascii: "="), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
      column += width
    }
    return result
  }
}
