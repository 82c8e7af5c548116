import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnssecBogus = DomainCheck(
    CheckDescription(
      id: "DNSSEC-BOGUS",
      area: .dnssec,
      title: "Signatures validate",
      severity: .critical,
      severityReason: "validating resolvers answer SERVFAIL, so the domain is gone for them",
      appliesWhen: "a name that mail of the domain depends on lies in a signed zone",
      rule: """
        The answers for MX, TXT, _dmarc, _mta-sts, the DKIM keys, and the addresses and TLSA records of the MX hosts \
        are validated from the root down, negative answers with their proofs. Fail for each zone, and each kind of fault, for which one of \
        them is bogus. Unknown if answers could not be had, or came without signatures because of the resolver.
        """,
      whyItMatters: """
        Large receivers and public resolvers validate. For them bogus answers are no answers: mail to the domain is \
        deferred, and SPF, DKIM and DMARC of its mail end in temporary errors.
        """,
      remedy:
        "Sign the zone anew; if that cannot be done at once, withdraw the DS record at the registrar until it is.",
      standards: ["RFC 4035 §5", "RFC 4035 §4.3", "RFC 8914 §4.7"],
      profiles: [.required(.nist800177), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "everything validates", zone: "@ MX 10 mail", stage: .signed()),
      CheckExample(
        .fail, "the DS record is that of an old key", zone: "@ MX 10 mail",
        stage: .dnssec(["example.org": .broken(.noKeyMatchesDS, "no DNSKEY record matches the DS records")])),
      CheckExample(
        .fail, "one name has expired signatures", zone: "@ MX 10 mail\nmail A 192.0.2.25",
        stage: .dnssec([
          "example.org": .signed,
          "mail.example.org": .broken(.signatureExpired, "every signature of the A records has expired")
        ])),
      CheckExample(
        .notApplicable, "nothing is signed", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .unsigned])),
      CheckExample(.notApplicable, "nobody validates", zone: "@ MX 10 mail"),
      CheckExample(
        .unknown, "a resolver without DNSSEC", zone: "@ MX 10 mail", stage: .dnssec(["example.org": .open]))
    ]
  ) { survey in
    survey.judgeDNSSEC { dnssec in
      let bogus = dnssec.subjects.filter { $0.verdict.state == .bogus }
      if dnssec.subjects.allSatisfy({ $0.verdict.state == .insecure }) {
        return .notApplicable("no name that mail depends on is signed")
      }
      return .findings(findings(bogus) + dnssec.open())
    }
  }

  /// So many answers are shown as evidence of one fault.
  private static let answersShown = 3

  /// What makes faults one.
  private struct Kind: Hashable {
    let zone: DomainName?
    let fault: DNSSECFault?
  }

  /// One finding for each zone and kind of fault, in the order of the answers.
  private static func findings(_ bogus: [DNSSECSurvey.Subject]) -> [Finding] {
    var (order, groups): ([Kind], [Kind: [DNSSECSurvey.Subject]]) = ([], [:])
    for subject in bogus {
      let kind = Kind(zone: subject.verdict.zone, fault: subject.verdict.fault)
      if groups[kind] == nil { order.append(kind) }
      groups[kind, default: []].append(subject)
    }
    return order.compactMap { kind in
      guard let subjects = groups[kind], let first = subjects.first else { return nil }
      let others = subjects.count > 1 ? " and \(subjects.count - 1) more" : ""
      return Finding(
        .fail, subject: (kind.zone ?? first.question.name).description,
        "Validating resolvers refuse the answer for \(first.question)\(others): \(first.verdict.reason).",
        evidence: subjects.prefix(answersShown).map { Evidence($0.verdict, on: $0.question) },
        remedy: kind.fault.flatMap(remedy))
    }
  }

  private static func remedy(_ fault: DNSSECFault) -> String? {
    switch fault {
    case .signatureExpired:
      "Sign the zone anew, find out why the signer stopped, and watch the time of the signatures."
    case .signatureNotYetValid: "Set the clock of the signer, then sign the zone anew."
    case .noKeyMatchesDS, .keyMissing:
      "Publish the key that the DS record stands for, or replace the DS record at the registrar by that of the key in use."
    case .signatureMissing: "Sign all records of the zone, and have every name server serve the signed zone."
    case .denialMissing, .denialInvalid:
      "Have every name server serve NSEC or NSEC3 records with negative answers: upgrade the server, or sign anew."
    case .algorithmUnsupported:
      "Sign the zone with the algorithm of its DS record: 13 (ECDSAP256SHA256) is known to all."
    case .wrongSigner, .signatureInvalid, .tooManySignatures: nil
    }
  }
}
