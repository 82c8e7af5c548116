public import DNS

/// Believes the AD bit of the resolver (RFC 6840 §5.8) instead of validating.
public struct ResolverValidator: DNSSECValidator {
  private let resolver: any Resolver

  /// Takes the resolver, which is asked with the AD bit set.
  public init(_ resolver: any Resolver) {
    self.resolver = resolver
  }

  /// Judges the answers of another resolver, which has asked most of them already.
  public func judging(answersOf resolver: any Resolver) -> (any DNSSECValidator)? { ResolverValidator(resolver) }

  /// Asks, together with a question whose answer every validating resolver vouches for: the root is signed.
  public func verdicts(on questions: [DNSQuestion]) async -> [DNSSECVerdict] {
    let answers = await resolver.answers(to: questions + [DNSQuestion(.root, .soa)])
    let root = answers.count > questions.count ? answers.last : nil
    // A resolver that does not validate says the same of every answer.
    var last: (server: String?, verdict: DNSSECVerdict)?
    return answers.prefix(questions.count).map { answer in
      let server = answer.provenance.server
      if answer.failure != nil || answer.provenance.authenticated { return Self.verdict(on: answer, root: root) }
      if let last, last.server == server { return last.verdict }
      let verdict = Self.verdict(on: answer, root: root)
      last = (server, verdict)
      return verdict
    }
  }

  /// The verdict on an answer; `root` tells whether the resolver validates at all.
  private static func verdict(on answer: DNSAnswer, root: DNSAnswer?) -> DNSSECVerdict {
    let server = answer.provenance.server ?? "the resolver"
    if case .serverFailure(let error?) = answer.failure, bogusCodes.contains(error.code) {
      let reason = "\(server) says that it is bogus (extended error \(error.code)"
      return DNSSECVerdict(.bogus, reason: reason + (error.text.isEmpty ? ")" : ": \(error.text))"))
    }
    if let failure = answer.failure {
      var verdict = DNSSECVerdict(.indeterminate, reason: "the answer could not be had: \(failure)")
      verdict.failure = failure
      return verdict
    }
    if answer.provenance.authenticated {
      return DNSSECVerdict(.secure, reason: "\(server) says that it validated the answer (AD bit)")
    }
    if root?.provenance.authenticated == true {
      return DNSSECVerdict(.insecure, reason: "\(server) validates, and does not vouch for this answer (AD bit clear)")
    }
    if let failure = root?.failure {
      let reason = "whether \(server) validates could not be learned: \(failure)"
      return DNSSECVerdict(.indeterminate, reason: reason)
    }
    return DNSSECVerdict(.indeterminate, reason: "\(server) does not validate: it vouches not even for the root")
  }

  /// RFC 8914 §4: DNSSEC Bogus, Signature Expired, Signature Not Yet Valid, DNSKEY Missing, RRSIGs Missing, No Zone Key
  /// Bit Set, NSEC Missing.
  private static let bogusCodes: ClosedRange<UInt16> = 6...12
}
