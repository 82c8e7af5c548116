public import DNS

/// Reads RFC 1035 §5 zone text ("master files").
///
/// A bad line is a fault with its place and does not stop the reading. Beyond the RFC, the words of
/// ``ZoneText/Outcome`` may stand in place of data, so that a text can also tell of servers that fail:
/// `example.com. TXT SERVFAIL`, or for every type `example.com. ANY TIMEOUT`.
public enum ZoneText {
  /// What was read of a text and its includes.
  public struct Result: Sendable {
    /// Everything that could be read.
    public let zone: Zone
    /// Every place that could not, in the order of reading.
    public let faults: [Fault]
  }

  /// One place in a file that could not be read.
  public struct Fault: Error, Sendable, Hashable {
    /// The file, as named by the caller or by `$INCLUDE`.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The octet within the line, from 1.
    public let column: Int
    /// What is wrong there, a phrase without a full stop.
    public let message: String
  }

  /// The words that stand in place of data and say how the question of that owner and type is answered.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The server fails.
    case serverFailure = "SERVFAIL"
    /// Nobody answers.
    case timeout = "TIMEOUT"
    /// The server refuses.
    case refused = "REFUSED"
    /// The name does not exist.
    case nameError = "NXDOMAIN"
    /// The name exists, without a record of the type.
    case noData = "NODATA"
  }

  /// Reads `text`.
  ///
  /// - Parameters:
  ///   - text: the octets of the file.
  ///   - file: its name, for faults and as the place that `$INCLUDE` starts from.
  ///   - origin: what relative names are relative to until the first `$ORIGIN`; nil makes them faults.
  ///   - files: where `$INCLUDE` finds files; none by default.
  /// - Returns: the zone and every fault.
  public static func parse(
    _ text: [UInt8], file: String = "zone text", origin: DomainName? = nil, files: any ZoneFiles = MemoryZoneFiles()
  ) -> Result {
    var reader = ZoneTextReader(file: file, files: files)
    reader.read(text, file: file, origin: origin)
    return reader.result
  }

  /// Reads the file `file` of `files`; a file that cannot be opened is the only fault then.
  public static func load(_ file: String, origin: DomainName? = nil, files: any ZoneFiles) -> Result {
    do {
      return parse(try files.octets(of: file, within: nil), file: file, origin: origin, files: files)
    } catch {
      let fault = Fault(file: file, line: 1, column: 1, message: error.description)
      return Result(zone: Zone(file: file), faults: [fault])
    }
  }
}

extension ZoneText.Fault: CustomStringConvertible {
  /// File, line, column and cause, as compilers write them.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

extension ZoneText.Outcome {
  /// The answer that the word stands for.
  public var answer: DNSAnswer.Outcome {
    switch self {
    case .serverFailure: .failure(.serverFailure(extendedError: nil))
    case .timeout: .failure(.timeout)
    case .refused: .failure(.refused)
    case .nameError: .nameError
    case .noData: .noData
    }
  }
}
