import AuditModel
import DNS
import Survey

extension DomainSurvey {
  /// Judges verdicts. Where nobody validates there are none, and DNSSEC-SIGNED alone says so: eight times the same
  /// would say no more.
  func judgeDNSSEC(_ judge: (DNSSECSurvey) -> Judgement) -> Judgement {
    dnssec.isValidated ? judge(dnssec) : .notApplicable("DNSSEC was not validated (see DNSSEC-SIGNED)")
  }

  /// Judges the zone of the domain, as far as a chain leads to it: its DS records and its keys.
  func judgeSignedZone(_ judge: (DNSSECLink) -> Judgement) -> Judgement {
    judgeDNSSEC { dnssec in
      if isNonexistent { return .notApplicable("the domain does not exist") }
      guard let verdict = dnssec.domainVerdict else { return .notApplicable("nobody asked for the MX records") }
      if let link = verdict.chain.last(where: { $0.zone == apexName }) { return judge(link) }
      // Without its SOA and NS records, the last zone of the chain is the best that is known of the domain's.
      if case .unknown = zone.apex, let link = verdict.chain.last { return judge(link) }
      switch verdict.state {
      case .indeterminate: return .findings(dnssec.open { $0.role == .mx })
      case .bogus: return .findings([Finding(open: verdict.reason)])
      case .insecure: return .notApplicable("the zone of the domain is not signed")
      case .secure: return .notApplicable("nothing is known of the keys: only the resolver's word")
      }
    }
  }

  /// The top of the zone that the domain lies in, as far as it is known.
  var apexName: DomainName {
    if case .known(let name, _, _) = zone.apex { name } else { domain }
  }
}

extension DNSSECSurvey {
  /// So many reasons are told one by one.
  private static let reasonsShown = 3

  /// What could not be validated, each reason once.
  func open(_ isMeant: (Subject) -> Bool = { _ in true }) -> [Finding] {
    var reasons: [String] = []
    for subject in subjects where subject.verdict.state == .indeterminate && isMeant(subject) {
      if !reasons.contains(subject.verdict.reason) { reasons.append(subject.verdict.reason) }
    }
    let more = reasons.count - Self.reasonsShown
    return reasons.prefix(Self.reasonsShown).map { Finding(open: $0) }
      + (more > 0 ? [Finding(open: "\(more) further answers could not be judged")] : [])
  }
}

extension Finding {
  /// Something that could not be validated. Without evidence, so that equal reasons of several checks become one.
  init(open reason: String) {
    self.init(
      .unknown, "DNSSEC could not be validated: \(reason).",
      remedy: """
        Ask a resolver that passes DNSSEC on with --resolver, or name the keys of a private root with --trust-anchor; \
        --dnssec resolver takes a validating resolver's word, --dnssec off leaves DNSSEC out.
        """)
  }
}

extension Evidence {
  /// A verdict as evidence: the state and its reason, a signature of the answer and one of the keys, and the DS records.
  init(_ verdict: DNSSECVerdict, on question: DNSQuestion) {
    self.init(VerdictText(verdict: verdict, question: question))
  }
}

private struct VerdictText: EvidenceText {
  let verdict: DNSSECVerdict
  let question: DNSQuestion

  var source: String { question.description }

  var excerpt: String {
    var parts = ["\(verdict.state.rawValue): \(verdict.reason)"]
    parts += verdict.signatures.prefix(1).map(\.words)
    if let link = verdict.chain.last, verdict.state == .bogus {
      parts += link.signatures.filter { $0.type == .dnskey }.prefix(1).map(\.words)
      parts += link.delegationSigners.prefix(2).map { "\(link.zone) \($0.words)" }
    }
    return parts.joined(separator: "; ")
  }
}

extension DNSSECSignature {
  /// What is signed, by which key, and from when to when.
  var words: String {
    "RRSIG \(type) of \(owner), key \(keyTag), algorithm \(algorithm), \(Timestamp.rfc3339(inception)) to "
      + Timestamp.rfc3339(expiration)
  }
}

extension DNSSECDelegationSigner {
  /// The key, the algorithm and the digest.
  var words: String { "DS: key \(keyTag), algorithm \(algorithm), digest type \(digestType)" }
}
