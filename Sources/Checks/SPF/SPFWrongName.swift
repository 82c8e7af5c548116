import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfWrongName = DomainCheck(
    CheckDescription(
      id: "SPF-WRONG-NAME",
      area: .spf,
      title: "SPF sits at the MAIL FROM domain itself",
      severity: .medium,
      severityReason: "a record at another name is never read",
      appliesWhen: "the domain publishes no SPF record",
      rule: """
        Warn if a text that is or is meant to be an SPF record stands at _spf, www or _dmarc below the domain or at a \
        name above it, or at the domain itself in a form that is not read; unknown if one of the names could not be \
        read.
        """,
      whyItMatters: """
        Receivers ask for the TXT records of the very domain in MAIL FROM. Nothing is inherited from names above or \
        below: the owner believes that SPF is in place, and it is not.
        """,
      remedy: "Publish the record at the exact domain that is used in MAIL FROM, beginning with \"v=spf1 \".",
      standards: ["RFC 7208 §3", "RFC 7208 §4.4", "RFC 7208 §4.5"]
    ),
    examples: [
      CheckExample(.pass, "no record anywhere", zone: "@ TXT \"some-verification=1\""),
      CheckExample(.warn, "a record below", zone: "@ A 192.0.2.1\n_spf TXT \"v=spf1 mx -all\""),
      CheckExample(
        .warn, "a record above", domain: "bounce.example.org", zone: "@ TXT \"v=spf1 mx -all\"\nbounce A 192.0.2.1"),
      CheckExample(.warn, "a record with a space before it", zone: #"@ TXT " v=spf1 mx -all""#),
      CheckExample(.notApplicable, "a record in its place", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.unknown, "a name does not answer", zone: "@ A 192.0.2.1\n_spf TXT TIMEOUT")
    ]
  ) { survey in
    let root = survey.spf.tree.root.publication
    switch root.state {
    case .absent: break
    case .unavailable: return survey.judgeSPFRecord { _ in .pass }
    default: return .notApplicable("the domain publishes SPF")
    }
    let misses = root.selection.nearMisses.told.map { miss in
      Finding(
        .warn, subject: root.domain.description,
        "A text at \(root.domain) looks like an SPF record, but \(miss.reason.rawValue).",
        evidence: [Evidence(text: miss.text, of: root.answer.question)])
    }
    return .findings(misses + survey.spf.elsewhere.compactMap { $0.misplaced(instead: root) })
  }
}

extension SPFPublication {
  /// The finding for a record that stands here instead of where it is read.
  fileprivate func misplaced(instead wanted: SPFPublication) -> Finding? {
    if let failure = answer.failure {
      return Finding(
        .unknown, subject: domain.description, "Whether a record stands at \(domain) could not be seen: \(failure).",
        evidence: [Evidence(answer)])
    }
    guard let text = selection.records.first else { return nil }
    return Finding(
      .warn, subject: domain.description,
      "An SPF record stands at \(domain), where it says nothing about \(wanted.domain).",
      evidence: [Evidence(text: text, of: answer.question), Evidence(wanted.answer)])
  }
}
