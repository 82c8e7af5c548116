import COpenSSL

/// An operation that OpenSSL refused, with its own words.
public struct OpenSSLError: Error, Sendable, Hashable, CustomStringConvertible, Codable {
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

  /// The number of the alert that the peer sent (RFC 9846 §6); nil when the failure is none of its words. OpenSSL counts
  /// them from 1000 on among the reasons of its library 20, which stand in hexadecimal in its texts.
  public var alert: Int? {
    codes.lazy.filter { $0 >> 23 == Self.libraryOfTLS }.map { Int($0 & 0x7F_FFFF) - 1000 }.first {
      (0...255).contains($0)
    }
  }

  /// Whether the peer refused what was offered: it said so in an alert, or it answered with a version, a suite or a kind
  /// of key that was not offered. Everything else may as well be our own doing.
  public var isRefusal: Bool {
    alert != nil
      || codes.contains { $0 >> 23 == Self.libraryOfTLS && Self.otherAnswers.contains(Int32($0 & 0x7F_FFFF)) }
  }

  /// Whether the failure is certainly our own doing: a session that could not even be prepared, or an OpenSSL that has
  /// nothing left to offer.
  public var isOurs: Bool {
    operation != "handshake"
      || codes.contains { $0 >> 23 == Self.libraryOfTLS && Self.nothingToOffer.contains(Int32($0 & 0x7F_FFFF)) }
  }

  /// A certificate of the peer cannot be read.
  public static let unreadableCertificate = OpenSSLError(
    operation: "certificate", reasons: ["a certificate of the server cannot be read"])

  private static let nothingToOffer: Set<Int32> = [
    SSL_R_NO_PROTOCOLS_AVAILABLE, SSL_R_NO_CIPHERS_AVAILABLE, SSL_R_NO_CIPHER_MATCH
  ]
  private static let libraryOfTLS: UInt32 = 20
  private static let otherAnswers: Set<Int32> = [
    SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_WRONG_CIPHER_RETURNED, SSL_R_WRONG_SIGNATURE_TYPE, SSL_R_WRONG_CERTIFICATE_TYPE
  ]

  private var codes: [UInt32] {
    reasons.compactMap { reason in
      let parts = reason.split(separator: ":")
      return parts.count > 1 ? UInt32(parts[1], radix: 16) : nil
    }
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
