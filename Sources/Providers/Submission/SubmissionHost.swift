/// How TLS begins on a port of a submission server.
public enum SubmissionTLS: String, Sendable, Hashable, CaseIterable {
  /// Not at all.
  case none
  /// By the command STARTTLS (RFC 3207).
  case startTLS = "starttls"
  /// At once, before the greeting (RFC 8314 §3.3).
  case implicit

  /// The mode in a phrase.
  public var words: String {
    switch self {
    case .none: "no TLS"
    case .startTLS: "STARTTLS"
    case .implicit: "TLS from the start"
    }
  }
}

/// A port of a submission server.
public struct SubmissionPort: Sendable, Hashable {
  /// The number.
  public let number: Int
  /// How TLS begins there.
  public let tls: SubmissionTLS
  /// What the fact rests on.
  public let basis: FactBasis
}

/// A submission server of a provider, or all those of a pattern.
public struct SubmissionHost: Sendable, Hashable {
  /// The name; a part in angle brackets varies.
  public let name: String
  /// Patterns of its names; none for a server with a name of the customer's own.
  public let patterns: [NamePattern]
  /// The region, or nil.
  public let region: String?
  /// Whether it still serves.
  public let state: State
  /// Whether it keeps messages instead of sending them.
  public let isTestSink: Bool
  /// More about it, or nothing.
  public let note: String
  /// Its ports, the one to prefer first.
  public internal(set) var ports: [SubmissionPort] = []

  /// Whether a server still serves.
  public enum State: String, Sendable, Hashable {
    /// It does.
    case current
    /// It may, but the provider moved on.
    case legacy
    /// It was shut down.
    case dead
  }

  /// Whether the name has a part that the customer has to fill in.
  public var isPattern: Bool { name.contains("<") }

  /// The modes in which the port is known to serve.
  public func modes(ofPort number: Int) -> [SubmissionPort] { ports.filter { $0.number == number } }

  /// Whether the server is known to serve `tls` on port `number`.
  ///
  /// A port that is not listed may serve nonetheless: that is never firm. Nor is the lack of TLS where STARTTLS is
  /// offered: the server may let it pass, and what it gives away is for others to judge.
  public func agreement(port number: Int, tls: SubmissionTLS) -> FactAgreement {
    guard !ports.isEmpty else { return .notKnown }
    let served = modes(ofPort: number)
    if let match = served.first(where: { $0.tls == tls }) {
      return FactAgreement(agrees: true, match.words, basis: match.basis, isExclusive: false)
    }
    guard let other = served.first else {
      let expectation = ports.map(\.words).joined(separator: "; ")
      return FactAgreement(agrees: false, expectation, basis: ports.first?.basis, isExclusive: false)
    }
    return FactAgreement(
      agrees: false, served.map(\.words).joined(separator: "; "), basis: other.basis,
      isExclusive: served.count == 1 && tls != .none && other.tls != .none)
  }

  /// How closely the patterns fit `name`; nil when none does. More labels and fewer open places fit closer.
  func closeness(to name: [ArraySlice<UInt8>]) -> Int? {
    patterns.filter { $0.matches(reversed: name) }.map(\.closeness).max()
  }
}

extension SubmissionPort {
  /// The port and its mode in a phrase.
  public var words: String { "port \(number) with \(tls.words)" }
}
