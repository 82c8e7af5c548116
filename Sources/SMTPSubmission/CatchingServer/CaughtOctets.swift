public import ProcessKit

/// The octets of a caught message: in memory, or, when there are many, in a file without a name.
public struct CaughtOctets: Sendable {
  /// How many there are.
  public private(set) var count = 0
  private var memory: [UInt8] = []
  private var file: TemporaryFile?
  private let limit: Int

  /// No octets yet; more than `limit` go to a file.
  init(limit: Int = CatchingLimits.memoryOctets) {
    self.limit = limit
  }

  /// Octets in memory, for examples and tests.
  public init(_ octets: [UInt8]) {
    self.init(limit: octets.count)
    (memory, count) = (octets, octets.count)
  }

  /// Whether they are in a file.
  public var isSpooled: Bool { file != nil }

  mutating func append(_ octets: [UInt8]) throws(StreamError) {
    if let file {
      try file.append(octets)
    } else if count + octets.count <= limit {
      memory += octets
    } else {
      let file = try TemporaryFile()
      try file.append(memory)
      try file.append(octets)
      (self.file, memory) = (file, [])
    }
    count += octets.count
  }

  /// The octets of a range, as far as there are any. Take them in pieces: a message may be large.
  public func octets(in range: Range<Int>) throws(StreamError) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    guard let file else { return Array(memory[range]) }
    return try file.octets(in: range)
  }

  /// What is read of a message at a time.
  public static let pieceOctets = 65_536

  /// Hands over all octets, piece by piece.
  public func forEachPiece(_ body: ([UInt8]) throws(StreamError) -> Void) throws(StreamError) {
    var start = 0
    while start < count {
      let piece = try octets(in: start..<min(start + Self.pieceOctets, count))
      if piece.isEmpty { return }
      try body(piece)
      start += piece.count
    }
  }
}
