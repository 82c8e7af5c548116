/// Undoes what servers, lists and gateways do to bodies.
struct BodyCandidates {
  let body: [UInt8]
  let context: BodyContext

  /// The ways, the likely and cheap ones first.
  static let all: [@Sendable (BodyCandidates) -> [BodyCandidate]] = [
    { $0.withoutTrailingSpace }, { $0.withSingleBlanks }, { $0.withoutFromQuoting }, { $0.withoutDoubledDots },
    { $0.withDots }, { $0.withoutExtraReturns }, { $0.withLineFeeds }, { $0.withLongLines }, { $0.unwrapped },
    { $0.withoutLastPart }, { $0.decoded }, { $0.withBase64Lines }, { $0.inOtherCharset }, { $0.withoutBeginning }
  ]

  /// The lines with their ends.
  private var lines: [ArraySlice<UInt8>] {
    var (result, start): ([ArraySlice<UInt8>], Int) = ([], 0)
    for index in body.indices where body[index] == Octet.lineFeed {
      result.append(body[start...index])
      start = index + 1
    }
    if start < body.count { result.append(body[start...]) }
    return result
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  /// A line without its end.
  private static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.last == Octet.lineFeed { line.removeLast() }
    if line.last == Octet.carriageReturn { line.removeLast() }
    return line
  }

  /// Changes each line; no candidate when none changes.
  private func changing(
    _ kind: DKIMAlteration.Kind, _ detail: (Int) -> String, _ change: (ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  ) -> [BodyCandidate] {
    var (octets, count, first): ([UInt8], Int, Int?) = ([], 0, nil)
    octets.reserveCapacity(body.count)
    for (number, line) in lines.enumerated() {
      if let changed = change(line) {
        octets += changed
        count += 1
        first = first ?? number + 1
      } else {
        octets += line
      }
    }
    guard let first else { return [] }
    return [BodyCandidate(octets: octets, kind: kind, detail: detail(count), line: first)]
  }

  private var withoutTrailingSpace: [BodyCandidate] {
    changing(.trailingWhiteSpace, { "\($0) lines got white space at their end" }) { line in
      var content = Self.content(line)
      guard let last = content.last, last == Octet.blank || last == Octet.tab else { return nil }
      while let last = content.last, last == Octet.blank || last == Octet.tab { content.removeLast() }
      return content + Self.lineEnd
    }
  }

  private var withSingleBlanks: [BodyCandidate] {
    changing(.whiteSpace, { "white space within \($0) lines became more" }) { line in
      var (result, hasSpace): (ArraySlice<UInt8>, Bool) = ([], false)
      for octet in Self.content(line) {
        let isSpace = octet == Octet.blank || octet == Octet.tab
        if isSpace, !hasSpace { result.append(Octet.blank) }
        if !isSpace { result.append(octet) }
        hasSpace = isSpace
      }
      if result.last == Octet.blank { result.removeLast() }
      return result.count == Self.content(line).count ? nil : result + Self.lineEnd
    }
  }

  private var withoutFromQuoting: [BodyCandidate] {
    changing(.fromQuoting, { "\($0) lines that began with \"From \" got a \">\" before it" }) { line in
      line.starts(with: ">From ".utf8) ? line.dropFirst() : nil
    }
  }

  private var withoutDoubledDots: [BodyCandidate] {
    changing(.dotsDoubled, { "the dot at the beginning of \($0) lines was doubled" }) { line in
      line.starts(with: "..".utf8) ? line.dropFirst() : nil
    }
  }

  private var withDots: [BodyCandidate] {
    changing(.dotsLost, { "a dot at the beginning of \($0) lines was lost" }) { line in
      line.first == UInt8(ascii: ".") ? [UInt8(ascii: ".")] + line : nil
    }
  }

  private var withoutExtraReturns: [BodyCandidate] {
    changing(.lineEnds, { "\($0) line ends got a second CR" }) { line in
      line.suffix(3) == [0x0D, 0x0D, 0x0A] ? line.dropLast(3) + Self.lineEnd : nil
    }
  }

  /// Signers that hash lines as Unix stores them sign what nobody receives.
  private var withLineFeeds: [BodyCandidate] {
    let octets = lines.flatMap { Self.content($0) + [Octet.lineFeed] }
    return [
      BodyCandidate(
        octets: octets, kind: .lineEnds, detail: "the body was signed with LF at the ends of its lines, not CRLF",
        isRaw: true)
    ]
  }

  /// RFC 5321 §4.5.3.1.6: lines have at most 998 octets; servers cut longer ones, sendmail at 990 with "!".
  private var withLongLines: [BodyCandidate] {
    var candidates: [BodyCandidate] = []
    for mark in ["", " ", "!\r\n "] {
      let isMarked = mark.hasPrefix("!")
      var (octets, count, first, skips): ([UInt8], Int, Int?, Bool) = ([], 0, nil, false)
      for (number, line) in lines.enumerated() {
        var line = line
        if skips, !mark.isEmpty, line.first == Octet.blank { line.removeFirst() }
        var content = Self.content(line)
        let isMark = !isMarked || content.last == UInt8(ascii: "!")
        skips = (980...1000).contains(content.count) && isMark
        if skips, isMarked { content.removeLast() }
        octets += skips ? content : line
        if skips {
          count += 1
          first = first ?? number + 1
        }
      }
      guard let first else { continue }
      candidates.append(
        BodyCandidate(octets: octets, kind: .linesCut, detail: "long lines were cut in \(count) places", line: first))
    }
    return candidates
  }
}
