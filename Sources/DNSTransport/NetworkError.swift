import DNS
import Glibc
import NIOCore

/// The words for errors of the network.
enum NetworkError {
  /// The text of an error number, without the number.
  static func text(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }

  /// The failure that an error of NIO stands for.
  static func failure(_ error: any Error) -> DNSFailure {
    if let error = error as? IOError { return .unreachable(text(error.errnoCode)) }
    if let error = error as? ChannelError {
      if case .connectTimeout = error { return .timeout }
      return .unreachable("connection closed")
    }
    return .unreachable("\(error)")
  }
}
