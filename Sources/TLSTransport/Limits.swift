import NIOCore

/// The limits of connections.
enum Limits {
  /// What a peer may send before it is read: the policy of RFC 8461 §3.2 has 64 KiB, replies of SMTP far less.
  static let waitingOctets = 262_144
  /// A wait of more than a day, in nanoseconds, is none; the clock could not count much further.
  static let longestWait: Int64 = 86_400 * 1_000_000_000
}

/// The limits of listeners.
enum ListenerLimits {
  /// Timers that are kept to be cancelled: the one of the greeting, the one of the end, and the last of the silence.
  static let timers = 8
}
