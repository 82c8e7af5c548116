/// Where zone text and the files that it includes come from.
public protocol ZoneFiles: Sendable {
  /// The octets of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: the path, relative to the working folder or absolute.
  ///   - folder: when given, the folder that the file must lie in, symbolic links followed.
  /// - Returns: the whole file.
  /// - Throws: ``ZoneFileError`` when it cannot be had.
  func octets(of path: String, within folder: String?) throws(ZoneFileError) -> [UInt8]
}

/// Why a file could not be read.
public enum ZoneFileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's words for the cause.
  case unreadable(String)
  /// The file lies outside the folder that includes are bound to.
  case outside(folder: String)
  /// The file is larger than ``ZoneTextLimits/octets``.
  case tooLarge

  /// The cause in a few words.
  public var description: String {
    switch self {
    case .unreadable(let cause): "cannot be read: \(cause)"
    case .outside(let folder): "lies outside the folder \(folder)"
    case .tooLarge: "is larger than \(ZoneTextLimits.octets) octets"
    }
  }
}

/// Files that live in memory, for tests and examples.
public struct MemoryZoneFiles: ZoneFiles {
  private let texts: [String: String]

  /// Takes the texts by path.
  public init(_ texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The text at `path`.
  public func octets(of path: String, within folder: String?) throws(ZoneFileError) -> [UInt8] {
    guard let text = texts[path] else { throw .unreadable("no such file") }
    return Array(text.utf8)
  }
}

/// What zone text may ask for: a reader's memory and time are ours.
public enum ZoneTextLimits {
  /// The octets of a text and all its includes.
  public static let octets = 256 << 20
  /// How deep files may include each other: a file that includes itself ends here.
  static let includeDepth = 8
  /// How many files one text may include in all.
  static let includedFiles = 1_000
  /// How many faults are kept; a file of another kind has one a line.
  static let faults = 1_000
  /// RFC 1035 §4.1.4: RDLENGTH has 16 bits.
  static let dataOctets = 65_535
  /// RFC 1035 §3.3: a character-string has at most 255 octets.
  static let stringOctets = 255
  /// RFC 2181 §8: a time to live is at most 2^31 - 1 seconds.
  static let ttl = 2_147_483_647
  /// The time to live of a text that states none; long enough for one audit, which is all it serves.
  static let defaultTTL: UInt32 = 3_600
  /// How many aliases in a row are followed, as many as common resolvers do.
  static let aliases = 16
}
