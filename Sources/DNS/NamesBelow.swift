extension DNSAnswer {
  /// What the answer for a name says of the names below it.
  public enum NamesBelow: Sendable, Hashable {
    /// There are none (RFC 8020 §2), nor a wildcard that would have answered for the name (RFC 4592 §3.3.1).
    case none
    /// There may be some.
    case possible
    /// Nobody can tell, and who asks further waits once more for a server that does not answer.
    case unheard(DNSFailure)
  }

  /// What the answer says of the names below its own. NXDOMAIN behind an alias is said of another name.
  public var namesBelow: NamesBelow {
    switch outcome {
    case .nameError: aliases.isEmpty ? .none : .possible
    case .records, .noData: .possible
    case .failure(let failure): Self.isSilence(failure) ? .unheard(failure) : .possible
    }
  }

  /// Whether a failure lets expect the same for the next question: a server that fails for one name may know others.
  private static func isSilence(_ failure: DNSFailure) -> Bool {
    switch failure {
    case .timeout, .refused, .unreachable, .notAsked: true
    case .serverFailure, .responseCode, .malformed, .aliasLoop, .aliasChainTooLong, .notCovered, .notRecorded: false
    }
  }
}
