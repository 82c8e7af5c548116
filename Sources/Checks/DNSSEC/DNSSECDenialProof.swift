import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecDenialProof = DomainCheck(
    CheckDescription(
      id: "DNSSEC-DENIAL-PROOF",
      area: .dnssec,
      title: "Absence of TLSA and policy names is proven",
      severity: .high,
      severityReason: "senders with DANE defer mail when they cannot learn that there are no TLSA records",
      appliesWhen: "the zone of an MX host is signed, or that of the domain",
      rule: """
        TLSA records of the MX hosts (_25._tcp), TXT records at _dmarc and _mta-sts: fail if one of them is said to be \
        absent without a valid NSEC or NSEC3 proof, or if the question for TLSA records ends in SERVFAIL, REFUSED or \
        NOTIMP while the addresses of the host validate. Unknown if one of the answers could not be had for another \
        reason.
        """,
      whyItMatters: """
        A sender that uses DANE may deliver only after it has learned whether TLSA records exist. A name server that \
        fails for them, or does not prove their absence, makes it wait and return the mail in the end.
        """,
      remedy:
        "Upgrade or replace the name server; ask it for TLSA records of a name without any to see whether it helped.",
      standards: ["RFC 7672 §2.1.2", "RFC 4035 §3.1.3"],
      causes: ["DNSSEC-BOGUS"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "absence is proven", zone: "@ MX 10 mail\nmail A 192.0.2.25", stage: .signed()),
      CheckExample(
        .fail, "no proof", zone: "@ MX 10 mail\nmail A 192.0.2.25",
        stage: .dnssec([
          "example.org": .signed,
          "_25._tcp.mail.example.org": .unproven("nothing proves that there are no TLSA records")
        ])),
      CheckExample(
        .pass, "a record made from a wildcard without proof, of which DNSSEC-BOGUS tells",
        zone: "@ MX 10 mail\nmail A 192.0.2.25\n* TXT \"v=DMARC1; p=none\"",
        stage: .dnssec([
          "example.org": .signed,
          "_dmarc.example.org": .broken(.denialMissing, "the TXT records are made from the wildcard *.example.org")
        ])),
      CheckExample(
        .fail, "the server does not know TLSA",
        zone: "@ MX 10 mail\nmail A 192.0.2.25\n_25._tcp.mail TLSA SERVFAIL", stage: .signed()),
      CheckExample(
        .unknown, "no answer in time", zone: "@ MX 10 mail\nmail A 192.0.2.25\n_25._tcp.mail TLSA TIMEOUT",
        stage: .signed()),
      CheckExample(
        .notApplicable, "nothing is signed", zone: "@ MX 10 mail\nmail A 192.0.2.25",
        stage: .dnssec(["example.org": .unsigned]))
    ]
  ) { survey in
    survey.judgeDNSSEC { dnssec in
      let denials = dnssec.subjects.filter { isMeant($0.role) }
      let hosts = survey.mx.unread.compactMap(Finding.unread)
      if hosts.isEmpty, denials.allSatisfy({ $0.verdict.state == .insecure }) {
        return .notApplicable("neither the domain nor its MX hosts are signed")
      }
      let findings = denials.compactMap { finding($0, dnssec) }
      let told = Set(findings.map(\.subject))
      let open = dnssec.open { subject in
        isMeant(subject.role) && (told.isEmpty || !told.contains(subject.question.description))
      }
      return .findings(findings + open + hosts)
    }
  }

  private static func isMeant(_ role: DNSSECSurvey.Role) -> Bool {
    switch role {
    case .dmarc, .mtaSTS, .tlsa: true
    case .mx, .spf, .policyHost, .dkimKey, .mxHost: false
    }
  }

  private static func finding(_ subject: DNSSECSurvey.Subject, _ dnssec: DNSSECSurvey) -> Finding? {
    let (verdict, question) = (subject.verdict, subject.question)
    let evidence = [Evidence(verdict, on: question)]
    // The same faults are told of records made from a wildcard, and of the DS records of a zone above.
    if verdict.saysAbsent, verdict.fault == .denialMissing || verdict.fault == .denialInvalid {
      return Finding(
        .fail, subject: question.description, "The absence of \(question) is not proven: \(verdict.reason).",
        evidence: evidence)
    }
    guard case .tlsa(let host) = subject.role, let failure = verdict.failure, isRefusal(failure),
      dnssec.subjects.contains(where: { $0.role == .mxHost(host) && $0.verdict.state == .secure })
    else { return nil }
    return Finding(
      .fail, subject: question.description, "The question \(question) fails: \(failure).", evidence: evidence)
  }

  /// SERVFAIL, REFUSED, NOTIMP (RFC 1035 §4.1.1).
  private static func isRefusal(_ failure: DNSFailure) -> Bool {
    switch failure {
    case .serverFailure, .refused, .responseCode(4): true
    default: false
    }
  }
}
