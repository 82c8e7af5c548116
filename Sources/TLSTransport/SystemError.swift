import Glibc

/// The words for errors of the network, without numbers.
enum SystemError {
  /// ECONNREFUSED.
  static let refused: Int32 = ECONNREFUSED

  private static let texts: [Int32: String] = [
    ECONNREFUSED: "connection refused", ENETUNREACH: "no route to this network", EHOSTUNREACH: "no route to the host",
    ETIMEDOUT: "the host did not answer", ECONNRESET: "reset by the server", EPIPE: "closed by the server",
    EADDRNOTAVAIL: "no address of this kind here", EAFNOSUPPORT: "no address of this kind here",
    EADDRINUSE: "the port is in use", EACCES: "forbidden here", EPERM: "forbidden here", EMFILE: "too many open files",
    ENETDOWN: "the network is down"
  ]

  /// What an error number means.
  static func text(_ number: Int32) -> String { texts[number] ?? "error \(number) of the system" }
}
