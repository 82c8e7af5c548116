import CXML2

/// Reads XML that comes in pieces with the SAX2 parser of libxml2, as ``XMLReader`` does: no network, no entities, no
/// document type, bounded depth and text. Memory does not depend on how long the text is.
@safe public final class XMLPushParser {
  /// What the callbacks write into; it stays where it is, because libxml2 holds its address.
  private let state: UnsafeMutablePointer<XMLPushState>
  private var repair: UTF8Repair?
  /// The first octets, until they tell the encoding; nil afterwards.
  private var beginning: [UInt8]? = []
  private var spaceLines = 0
  /// White space that stood before the text; XML forbids it before a declaration.
  public private(set) var hasSpaceBefore = false

  /// So many octets are given to the parser at a time: what they can hold of tags bounds the memory of a piece.
  private static let sliceOctets = 32 << 10

  /// A parser for a text with the names of `vocabulary`.
  public init(_ vocabulary: XMLVocabulary) {
    let state = UnsafeMutablePointer<XMLPushState>.allocate(capacity: 1)
    unsafe state.initialize(to: XMLPushState(vocabulary))
    unsafe self.state = state
    var handler = unsafe XMLPushState.handler
    unsafe state.pointee.parser = XMLLibrary.parser(&handler, UnsafeMutableRawPointer(state))
    if unsafe state.pointee.parser == nil {
      unsafe state.pointee.stop(.notWellFormed("there is no memory for a parser"))
    }
  }

  deinit {
    if let parser = unsafe state.pointee.parser { unsafe XMLLibrary.free(parser) }
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// Why reading has ended; nil as long as all is well-formed.
  public var fault: XMLFault? {
    unsafe state.pointee.fault.map { XMLFault(line: $0.line + spaceLines, cause: $0.cause) }
  }

  /// The namespaces in the order of their first use, at most 32; a token beyond has that of the last.
  public var namespaces: [String] {
    unsafe state.pointee.namespaces.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The line of the first octet that is no UTF-8, and was replaced; nil without any.
  public var repairedLine: Int? { repair?.firstLine.map { $0 + spaceLines } }

  /// Whether the root element has ended.
  public var isComplete: Bool { unsafe state.pointee.isComplete }

  /// Takes the next octets of the text; `take` gets what they held, in one piece or more.
  public func feed(_ octets: Span<UInt8>, _ take: (XMLPiece) -> Void) {
    guard var first = beginning else { return feedText(octets, take) }
    beginning = nil
    var taken = 0
    while true {
      // Twice as many each time: white space in front can be long.
      let end = min(octets.count, taken + max(XMLBeginning.octets, first.count))
      for index in taken..<end { first.append(octets[index]) }
      taken = end
      let start = XMLBeginning(first)
      if first.count - start.space >= XMLBeginning.octets || first.count >= Self.sliceOctets {
        begin(first, start, take)
        return feedText(octets.extracting(taken..<octets.count), take)
      }
      if taken == octets.count { return beginning = first }
    }
  }

  /// The text ends: what is missing is a fault.
  public func finish(_ take: (XMLPiece) -> Void) {
    if let first = beginning { begin(first, XMLBeginning(first), take) }
    if let rest = repair?.finish(), !rest.isEmpty { parse(rest.span, take) }
    guard fault == nil, let parser = unsafe state.pointee.parser else { return }
    unsafe XMLLibrary.parse(parser, UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    give(take)
    if unsafe !state.pointee.hasRoot, fault == nil {
      unsafe state.pointee.stop(.notWellFormed("there is no element"))
    }
  }

  private func begin(_ first: [UInt8], _ start: XMLBeginning, _ take: (XMLPiece) -> Void) {
    beginning = nil
    (spaceLines, hasSpaceBefore) = (start.spaceLines, start.space > 0)
    repair = start.isUTF8 ? UTF8Repair() : nil
    feedText(first.span.extracting(start.space..<first.count), take)
  }

  private func feedText(_ octets: Span<UInt8>, _ take: (XMLPiece) -> Void) {
    if let repaired = repair?.repaired(octets) { parse(repaired.span, take) } else { parse(octets, take) }
  }

  private func parse(_ octets: Span<UInt8>, _ take: (XMLPiece) -> Void) {
    var start = 0
    while start < octets.count {
      guard unsafe state.pointee.fault == nil, let parser = unsafe state.pointee.parser else { return }
      let end = min(start + Self.sliceOctets, octets.count)
      unsafe octets.extracting(start..<end).withUnsafeBytes { unsafe XMLLibrary.parse(parser, $0, isLast: false) }
      give(take)
      start = end
    }
  }

  private func give(_ take: (XMLPiece) -> Void) {
    if unsafe state.pointee.tokens.isEmpty { return }
    take(unsafe XMLPiece(tokens: state.pointee.tokens, octets: state.pointee.octets))
    unsafe state.pointee.clear()
  }
}
