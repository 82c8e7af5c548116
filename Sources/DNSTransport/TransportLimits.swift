import NIOCore

/// The limits of asking.
enum TransportLimits {
  /// No sensible resolv.conf is larger.
  static let configurationOctets = 65_536
  /// Sockets, and so source ports, per server: enough for a forger to guess, few enough for the kernel to batch.
  static let sockets = 16
  /// Sockets opened for the first question; more follow with the load.
  static let firstSockets = 4
  /// A socket is retired after so many queries, so that its port cannot be learned.
  static let queriesPerSocket = 2000...6000
  /// How many queries one socket sends in a row, so that their answers fit into its buffer.
  static let burst = 64
  /// How many datagrams one system call reads.
  static let datagramsPerRead = 30
  /// How many such calls follow on each other before other sockets have their turn.
  static let readsInARow = 4
  /// Room for one datagram: more than EDNS0 asks for.
  static let datagramOctets = 2048
  /// The receive buffer of a socket, for bursts of answers.
  static let receiveBufferOctets = 1 << 20
  /// How often the clock is looked at.
  static let tickMilliseconds: Int64 = 25
  /// An idle connection is kept for so long: truncated answers come in groups.
  static let connectionIdle: TimeAmount = .seconds(2)
  /// How many connections are tried for one question before the server counts as unreachable by TCP.
  static let connectionTries = 2
  /// A server is put behind the others after so many time-outs in a row, for so long.
  static let silentTries = 3
  static let suspension: TimeAmount = .seconds(30)
  /// A deadline further away than a year, in nanoseconds, is none; the clock could not count so far.
  static let longestDeadline: Int64 = 366 * 86_400 * 1_000_000_000
  /// RFC 8767 §4 and good sense for one process: no answer is kept for longer than this, in seconds.
  static let longestTTL: UInt32 = 3600
  /// RFC 2308 §5 recommends one to three hours as the most; an audit wants to see a mended zone sooner. Seconds.
  static let longestNegativeTTL: UInt32 = 900
  /// RFC 9520 §3.2: failures are kept for at least one second and at most five minutes. Seconds.
  static let failureTTL: UInt32 = 5
}
