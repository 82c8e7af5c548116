import COpenSSL

/// An operation that OpenSSL refused, with its own words.
public struct OpenSSLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was tried, a phrase.
  public let operation: String
  /// The texts of OpenSSL's error queue, the oldest first.
  public let reasons: [String]

  /// Makes the value of its parts.
  public init(operation: String, reasons: [String]) {
    self.operation = operation
    self.reasons = reasons
  }

  /// The operation and the reasons in one line.
  public var description: String {
    "OpenSSL, \(operation): " + (reasons.isEmpty ? "failed without a reason" : reasons.joined(separator: "; "))
  }

  /// The last reason without numbers, such as `wrong version number`.
  public var plainReason: String {
    guard let last = reasons.last else { return "\(operation) failed without a reason" }
    return last.split(separator: ":").last.map(String.init) ?? last
  }

  /// Makes an error of the queue of this thread, and empties the queue.
  static func taken(_ operation: String) -> OpenSSLError {
    var reasons: [String] = []
    while case let code = ERR_get_error(), code != 0, reasons.count < Limits.errorReasons {
      var text = [CChar](repeating: 0, count: 256)
      unsafe text.withUnsafeMutableBufferPointer { unsafe ERR_error_string_n(code, $0.baseAddress, $0.count) }
      reasons.append(String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
    ERR_clear_error()
    return OpenSSLError(operation: operation, reasons: reasons)
  }
}
