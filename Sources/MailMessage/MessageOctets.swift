/// The octets of a message exactly as they were found, in memory or somewhere they are read from in pieces.
public struct MessageOctets: Sendable {
  /// How many there are.
  public let count: Int
  private let storage: Storage

  private enum Storage: Sendable {
    case memory([UInt8])
    case elsewhere(@Sendable (Range<Int>) throws(MessageReadError) -> [UInt8])
  }

  /// Octets in memory.
  public init(_ octets: [UInt8]) {
    count = octets.count
    storage = .memory(octets)
  }

  /// `count` octets that `read` gives in pieces: for each range within them its octets, or fewer if the end has moved.
  public init(count: Int, reading read: @escaping @Sendable (Range<Int>) throws(MessageReadError) -> [UInt8]) {
    self.count = max(0, count)
    storage = .elsewhere(read)
  }

  /// Hands over the octets of `range`, as far as there are any, in order and in pieces of any size above zero; ends when
  /// `take` gives false.
  public func read(_ range: Range<Int>, _ take: (Span<UInt8>) -> Bool) throws(MessageReadError) {
    let range = range.clamped(to: 0..<count)
    switch storage {
    case .memory(let octets):
      if !range.isEmpty { _ = take(octets.span.extracting(range)) }
    case .elsewhere(let read):
      var start = range.lowerBound
      while start < range.upperBound {
        let piece = try read(start..<min(start + MessageLimits.pieceOctets, range.upperBound))
        if piece.isEmpty { throw MessageReadError("ended after \(start) octets while it was read") }
        if !take(piece.span) { return }
        start += piece.count
      }
    }
  }

  /// Hands over all octets of `range`.
  public func read(all range: Range<Int>, _ take: (Span<UInt8>) -> Void) throws(MessageReadError) {
    try read(range) { piece in
      take(piece)
      return true
    }
  }

  /// The octets of `range`, at most `limit` of them.
  public func octets(_ range: Range<Int>, limit: Int) throws(MessageReadError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    let wanted = range.lowerBound..<(range.lowerBound + min(range.count, max(0, limit)))
    if case .memory(let octets) = storage { return Array(octets[wanted]) }
    var result: [UInt8] = []
    result.reserveCapacity(wanted.count)
    try read(all: wanted) { piece in for index in piece.indices { result.append(piece[index]) } }
    return result
  }
}

/// A message could not be read: a fault of the medium, not of the message.
public struct MessageReadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened, a phrase.
  public let description: String

  /// Tells what happened.
  public init(_ description: String) { self.description = description }
}
