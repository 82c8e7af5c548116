/// Makes a body canonical while it passes by in pieces (RFC 6376 §3.4.3, §3.4.4).
///
/// A line may end in CRLF or, as Unix stores messages, in LF alone. Whatever in a piece is canonical already is handed
/// on as one run, nothing is copied; what may have to change, line ends and white space, is a gap between two runs.
struct BodyCanonicalizer {
  private let isRelaxed: Bool
  /// The line ends of the gap at the end of what was taken: they count only when something follows.
  private var lines = 0
  /// Whether white space stands behind them, of which one blank counts when something follows.
  private var hasSpace = false
  /// Whether the last octet of the last piece was a CR, of which the next octet tells what it is.
  private var hasReturn = false
  /// Whether the octets of the gap in this piece are what the canonical form has.
  private var isExact = false
  /// Whether there was anything but line ends and, when relaxed, white space.
  private(set) var hasContent = false

  init(_ canonicalization: DKIMCanonicalization) { isRelaxed = canonicalization == .relaxed }

  /// Takes a piece and hands its canonical octets to `emit`, as far as they are certain.
  mutating func take(_ piece: Span<UInt8>, _ emit: (Span<UInt8>) -> Void) {
    var index = resolveReturn(piece, emit)
    var run = index..<index
    while index < piece.count {
      let gap = index
      isExact = !run.isEmpty
      index = endOfGap(piece, from: gap)
      if index == piece.count { break }
      if !isExact {
        emitRun(piece, run, emit)
        emitGap(emit)
        run = index..<index
      }
      (lines, hasSpace) = (0, false)
      index = isRelaxed ? endOfRelaxedRun(piece, from: index) : endOfSimpleRun(piece, from: index)
      run = run.lowerBound..<index
    }
    emitRun(piece, run, emit)
  }

  /// Ends the body: what is left of it are line ends and white space, which come to one line end at most.
  mutating func finish(_ emit: (Span<UInt8>) -> Void) {
    if hasReturn { emitReturn(emit) }
    // RFC 6376 §3.4.3: an empty body becomes a line end; §3.4.4: and when relaxed, it stays empty.
    if hasContent || !isRelaxed { emit(Self.lineEnds.span.extracting(0..<2)) }
  }

  /// A CR at the end of a piece belongs to the line end when the next piece begins with LF, and is content otherwise.
  private mutating func resolveReturn(_ piece: Span<UInt8>, _ emit: (Span<UInt8>) -> Void) -> Int {
    guard hasReturn, !piece.isEmpty else { return 0 }
    if piece[0] == Octet.lineFeed {
      hasReturn = false
      endLine()
      return 1
    }
    emitReturn(emit)
    return 0
  }

  private mutating func emitReturn(_ emit: (Span<UInt8>) -> Void) {
    emitGap(emit)
    emit(Self.lineEnds.span.extracting(0..<1))
    (lines, hasSpace, hasReturn, hasContent) = (0, false, false, true)
  }

  private mutating func emitRun(_ piece: Span<UInt8>, _ run: Range<Int>, _ emit: (Span<UInt8>) -> Void) {
    if run.isEmpty { return }
    hasContent = true
    emit(piece.extracting(run))
  }

  private func emitGap(_ emit: (Span<UInt8>) -> Void) {
    var rest = lines * 2
    while rest > 0 {
      let count = min(rest, Self.lineEnds.count)
      emit(Self.lineEnds.span.extracting(0..<count))
      rest -= count
    }
    if hasSpace { emit(Self.blank.span) }
  }

  private static let lineEnds = [UInt8](repeatElement([0x0D, 0x0A], count: 128).joined())
  private static let blank: [UInt8] = [0x20]
}

extension BodyCanonicalizer {
  private mutating func endLine() {
    // White space before a line end goes away.
    if hasSpace { isExact = false }
    hasSpace = false
    lines += 1
  }

  /// Where the gap that begins at `start` ends: at the next octet of content, or at the end of the piece.
  private mutating func endOfGap(_ piece: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < piece.count {
      switch piece[index] {
      case Octet.lineFeed:
        isExact = false
        endLine()
      case Octet.carriageReturn:
        guard index + 1 < piece.count else {
          hasReturn = true
          return piece.count
        }
        guard piece[index + 1] == Octet.lineFeed else { return index }
        index += 1
        endLine()
      case Octet.blank where isRelaxed:
        if hasSpace { isExact = false }
        hasSpace = true
      case Octet.tab where isRelaxed:
        isExact = false
        hasSpace = true
      default: return index
      }
      index += 1
    }
    return index
  }

  /// Where the run that begins with content at `start` ends. Single blanks and line ends between content are part of it.
  private func endOfRelaxedRun(_ piece: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    let count = piece.count
    while index < count {
      let octet = piece[index]
      if octet > Octet.blank {
        index += 1
      } else if octet == Octet.blank {
        guard index + 1 < count, piece[index + 1] > Octet.blank else { return index }
        index += 2
      } else if octet == Octet.carriageReturn {
        guard index + 2 < count, piece[index + 1] == Octet.lineFeed, piece[index + 2] > Octet.blank else {
          return index
        }
        index += 3
      } else if octet == Octet.lineFeed || octet == Octet.tab {
        return index
      } else {
        index += 1
      }
    }
    return index
  }

  /// The same where white space is content.
  private func endOfSimpleRun(_ piece: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    let count = piece.count
    while index < count {
      let octet = piece[index]
      if octet > Octet.carriageReturn {
        index += 1
      } else if octet == Octet.carriageReturn {
        guard index + 2 < count, piece[index + 1] == Octet.lineFeed, piece[index + 2] > Octet.carriageReturn else {
          return index
        }
        index += 3
      } else if octet == Octet.lineFeed {
        return index
      } else {
        index += 1
      }
    }
    return index
  }
}

/// Octets that canonicalisation looks at.
enum Octet {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let blank: UInt8 = 0x20
}
