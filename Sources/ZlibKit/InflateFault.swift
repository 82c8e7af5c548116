/// Why packed data could not be unpacked, or not to its end.
public enum InflateFault: Error, Sendable, Hashable {
  /// It is damaged: the words of zlib.
  case malformed(String)
  /// It ends too soon.
  case incomplete
  /// It unpacks to more octets than this limit.
  case tooLong(Int)
  /// It unpacks to more than so many times its size, as only bombs do.
  case tooDense(Int)
}

extension InflateFault: CustomStringConvertible {
  /// The cause as a phrase.
  public var description: String {
    switch self {
    case .malformed(let words): "damaged data: \(words)"
    case .incomplete: "data that ends too soon"
    case .tooLong(let limit): "more than \(limit) octets when unpacked"
    case .tooDense(let ratio): "data that unpacks to more than \(ratio) times its size"
    }
  }
}

/// How far data of strangers is unpacked.
public struct InflateLimits: Sendable, Hashable {
  /// The octets in all.
  public var octets: Int
  /// How many times its size data may unpack to, once it is longer than ``freeOctets``. Deflate reaches 1032; texts of
  /// reports, which repeat themselves, reach 100.
  public var ratio: Int
  /// So many octets are unpacked whatever the ratio.
  public var freeOctets: Int

  /// Limits of these numbers.
  public init(octets: Int, ratio: Int = 500, freeOctets: Int = 8 << 20) {
    self.octets = octets
    self.ratio = ratio
    self.freeOctets = freeOctets
  }
}
