import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let daneTLSAPresent = DomainCheck(
    CheckDescription(
      id: "DANE-TLSA-PRESENT",
      area: .dane,
      title: "TLSA records exist for every MX host",
      severity: .low,
      severityReason: "mail arrives without them, but anybody on the way can switch encryption off",
      appliesWhen: "DNSSEC vouches for the MX records and the addresses of all mail servers",
      rule: """
        Look for TLSA records at _25._tcp below each host: info if no host has any; warn if some have and others have \
        not. Unknown if nobody validates DNSSEC, or an answer could not be had.
        """,
      whyItMatters: """
        Senders that follow DANE encrypt and check the certificate only for hosts with such records. An attacker can \
        steer mail to the host that has none.
        """,
      remedy: "Publish a 3 1 1 record for the key of each host; mailaudit tlsa HOST prints it.",
      standards: [
        "RFC 7672 §2.2", StandardReference(document: "NIST SP 800-177 Rev. 1", section: "5"),
        StandardReference(document: "Internet.nl, email test", section: "DANE")
      ],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.advised(.nist800177), .required(.internetNL)]
    ),
    examples: [
      CheckExample(
        .pass, "the host has one",
        zone: ExampleCertificates.zone(ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good)),
        stage: .mail(.secure)),
      CheckExample(.info, "no host has any", zone: ExampleCertificates.zone(), stage: .mail(.secure)),
      CheckExample(
        .warn, "the second host has none",
        zone: ExampleCertificates.zone(
          ExampleCertificates.tlsa(.endEntity, ExampleCertificates.good), "@ MX 20 mail2", "mail2 A 192.0.2.26"),
        stage: .mail(.secure)),
      CheckExample(.notApplicable, "the zone is not signed", zone: ExampleCertificates.zone(), stage: .mail(.insecure)),
      CheckExample(.notApplicable, "a null MX", zone: "@ MX 0 .", stage: .mail(.secure)),
      CheckExample(.unknown, "nobody validates", zone: ExampleCertificates.zone()),
      CheckExample(
        .unknown, "the TLSA records cannot be read", zone: ExampleCertificates.zone("_25._tcp.mail TLSA SERVFAIL"),
        stage: .mail(.secure))
    ]
  ) { survey in
    if let nothing = survey.mx.withoutHosts { return nothing }
    if let reason = survey.dane.isOutOfReach { return reason }
    return .findings(presence(survey.dane) + survey.mx.hosts.flatMap(\.unread))
  }

  private static func presence(_ dane: DANESurvey) -> [Finding] {
    var (with, without, findings): ([TLSALookup], [DANEHost], [Finding]) = ([], [], [])
    for host in dane.hosts {
      switch host.records {
      case .none: without.append(host)
      case .unread(let answer): findings += [Finding.unread(answer)].compactMap(\.self)
      case .found(let lookup): with.append(lookup)
      }
    }
    guard !without.isEmpty else { return findings }
    let evidence = without.flatMap(\.lookups).map { Evidence($0.answer) }
    let names = without.map { "\($0.name)" }.joined(separator: ", ")
    if with.isEmpty, findings.isEmpty {
      return [Finding(.info, "No mail server has TLSA records: \(names).", evidence: evidence)]
    }
    if !with.isEmpty {
      findings.append(Finding(.warn, "\(names) has no TLSA record, while other mail servers have.", evidence: evidence))
    }
    return findings
  }
}

extension DANESurvey {
  /// Why DANE cannot work for the domain, or why nobody can tell; nil when DNSSEC vouches for all that leads to the
  /// hosts.
  fileprivate var isOutOfReach: Judgement? {
    guard let mx else { return .nobodyValidates }
    let verdicts = [("the MX records", mx)] + hosts.compactMap { host in host.addresses.map { ("\(host.name)", $0) } }
    if let (name, verdict) = verdicts.first(where: { $0.1.state == .indeterminate }) {
      return .unknown("Nobody can tell whether DNSSEC vouches for \(name): \(verdict.reason).")
    }
    guard let (name, _) = verdicts.first(where: { $0.1.state != .secure }) else { return nil }
    return .notApplicable("DNSSEC does not vouch for \(name)")
  }
}

extension Judgement {
  /// Nobody validates DNSSEC.
  static let nobodyValidates = Judgement.unknown(
    "Nobody validated DNSSEC, and without it senders ignore TLSA records.",
    remedy: "Audit over the network with --dnssec validate, the default there.")
}
