import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecRRSIGExpiry = DomainCheck(
    CheckDescription(
      id: "DNSSEC-RRSIG-EXPIRY",
      area: .dnssec,
      title: "Signatures do not expire soon",
      severity: .high,
      severityReason: "when they expire, validating resolvers refuse the zone",
      appliesWhen: "a zone that mail of the domain depends on is signed",
      rule: """
        Of each set of records that was validated, and of the keys of their zones, the signature that lasts longest \
        counts. Fail if it has expired. Warn if it expires within 48 hours and more than three quarters of its time are \
        over: signers that sign at every question give signatures of a day or two, always fresh. Warn if its time is \
        still to come. The root and the top-level domains do not count.
        """,
      whyItMatters: "A signer that stands still takes the mail down at the time of the oldest signature.",
      remedy: "Restart the signer, have it sign the zone anew, and watch the time of the signatures.",
      standards: ["RFC 4035 §5.3.1", "RFC 6781 §4.4.2"],
      causes: ["DNSSEC-BOGUS"]
    ),
    examples: [
      CheckExample(.pass, "eleven days to go", zone: "@ MX 10 mail", stage: .signed(), configure: atExampleTime),
      CheckExample(
        .pass, "signed at every question", zone: "@ MX 10 mail",
        stage: .signed { $0.signatures = [.example(from: -25, to: 23)] }, configure: atExampleTime),
      CheckExample(
        .pass, "an old signature beside a new one", zone: "@ MX 10 mail",
        stage: .signed { $0.signatures = [.example(from: -500, to: -2), .example()] }, configure: atExampleTime),
      CheckExample(
        .warn, "three hours to go", zone: "@ MX 10 mail",
        stage: .signed { $0.signatures = [.example(from: -720, to: 3)] }, configure: atExampleTime),
      CheckExample(
        .warn, "still to come", zone: "@ MX 10 mail",
        stage: .signed { $0.signatures = [.example(from: 2, to: 500)] }, configure: atExampleTime),
      CheckExample(
        .fail, "expired", zone: "@ MX 10 mail",
        stage: .signed { $0.signatures = [.example(from: -720, to: -3)] }, configure: atExampleTime),
      CheckExample(.notApplicable, "not signed", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(.unknown, "nobody can tell", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .open]))
    ]
  ) { survey in
    survey.judgeDNSSEC { dnssec in
      let sets = signatures(dnssec)
      let open = dnssec.open()
      guard !sets.isEmpty else {
        let isSigned = dnssec.subjects.contains { $0.verdict.state == .secure }
        let reason = isSigned ? "nothing is known of the signatures: only the resolver's word" : "nothing is signed"
        return open.isEmpty ? .notApplicable(reason) : .findings(open)
      }
      guard let time = survey.options.time else {
        return .unknown("The time of the audit is not known, so nobody can tell which signatures have expired.")
      }
      return .findings(findings(sets, at: time) + open)
    }
  }

  private static let atExampleTime: @Sendable (inout SurveyOptions) -> Void = {
    $0.time = DNSSECSignature.exampleTime
  }

  /// Two days: as long as a weekend.
  private static let soon = 48 * 3_600

  /// The signature of each set that lasts longest, in the order of the answers.
  private static func signatures(_ dnssec: DNSSECSurvey) -> [DNSSECSignature] {
    var (longest, order): ([DNSQuestion: DNSSECSignature], [DNSQuestion]) = ([:], [])
    for subject in dnssec.subjects where subject.verdict.state == .secure || subject.verdict.state == .bogus {
      let links = subject.verdict.chain.suffix(1).flatMap(\.signatures)
      for signature in subject.verdict.signatures + links where signature.signer.labelCount > 1 {
        let key = DNSQuestion(signature.owner, signature.type)
        if longest[key] == nil { order.append(key) }
        if longest[key].map({ $0.expiration < signature.expiration }) ?? true { longest[key] = signature }
      }
    }
    return order.compactMap { longest[$0] }
  }

  /// What is wrong with the time of a signature.
  private enum Fault: CaseIterable {
    case expired, expiresSoon, early
  }

  private static func fault(_ signature: DNSSECSignature, at time: Int) -> Fault? {
    let left = signature.expiration - time
    if left < 0 { return .expired }
    if signature.inception > time { return .early }
    return left < soon && left < (signature.expiration - signature.inception) / 4 ? .expiresSoon : nil
  }

  /// One finding for each zone and fault: a signer that stands still leaves all sets behind.
  private static func findings(_ sets: [DNSSECSignature], at time: Int) -> [Finding] {
    var zones: [DomainName] = []
    for signature in sets where !zones.contains(signature.signer) { zones.append(signature.signer) }
    return zones.flatMap { zone in
      Fault.allCases.compactMap { kind in
        finding(kind, sets.filter { $0.signer == zone && fault($0, at: time) == kind }, of: zone)
      }
    }
  }

  private static func finding(_ fault: Fault, _ sets: [DNSSECSignature], of zone: DomainName) -> Finding? {
    guard let first = sets.min(by: { $0.expiration < $1.expiration }) else { return nil }
    let more = sets.count > 1 ? ", and \(sets.count - 1) more," : ""
    let what = "The signature of the \(first.type) records of \(first.owner)\(more)"
    let evidence = ([first] + sets.filter { $0 != first }.prefix(2)).map {
      Evidence(source: "\($0.owner) RRSIG", excerpt: $0.words)
    }
    let (expiry, beginning) = (Timestamp.rfc3339(first.expiration), Timestamp.rfc3339(first.inception))
    switch fault {
    case .expired:
      return Finding(.fail, subject: zone.description, "\(what) expired at \(expiry).", evidence: evidence)
    case .expiresSoon:
      return Finding(.warn, subject: zone.description, "\(what) expires at \(expiry).", evidence: evidence)
    case .early:
      return Finding(
        .warn, subject: zone.description, "\(what) is valid from \(beginning) only.", evidence: evidence,
        remedy: "Set the clock of the signer, then sign the zone anew.")
    }
  }
}
