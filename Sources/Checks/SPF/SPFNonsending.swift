import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfNonsending = DomainCheck(
    CheckDescription(
      id: "SPF-NONSENDING",
      area: .spf,
      title: "A domain that never sends says so",
      severity: .medium,
      severityReason: "unused names are favourite names for forged mail",
      appliesWhen: "the owner says that the domain sends no mail",
      rule: """
        Fail unless the domain publishes one valid SPF record that passes nobody and ends in -all; unknown if it could \
        not be read.
        """,
      whyItMatters: """
        A parked name without SPF can be put in MAIL FROM by anybody, and the complaints fall back on its owner and on \
        the names above and below it.
        """,
      remedy: "Publish \"v=spf1 -all\" at the domain, and DMARC with p=reject beside it.",
      standards: [
        "RFC 7208 §10.1.2",
        StandardReference(
          document: "M3AAWG, Email Authentication Recommended Best Practices (2020)", section: "Non-sending domains")
      ],
      causes: ["SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX"],
      profiles: [.required(.nist800177)]
    ),
    examples: [
      CheckExample(.pass, "v=spf1 -all", zone: #"@ TXT "v=spf1 -all""#) { $0.isParked = true },
      CheckExample(.fail, "no SPF record", zone: "@ A 192.0.2.1") { $0.isParked = true },
      CheckExample(.fail, "a record that passes a host", zone: #"@ TXT "v=spf1 ip4:192.0.2.1 -all""#) {
        $0.isParked = true
      },
      CheckExample(.fail, "a soft default", zone: #"@ TXT "v=spf1 ~all""#) { $0.isParked = true },
      CheckExample(.notApplicable, "a domain that sends", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL") { $0.isParked = true }
    ]
  ) { survey in
    guard survey.options.isParked else { return .notApplicable("the owner does not say that the domain sends no mail") }
    let root = survey.spf.tree.root
    let evidence = [survey.spf.tree.evidence(of: root)]
    switch root.publication.state {
    case .unavailable(let failure):
      return .unknown("The TXT records of \(survey.domain) could not be read: \(failure).", evidence: evidence)
    case .absent: return .fail("\(survey.domain) publishes no SPF record.", evidence: evidence)
    case .multiple(let count): return .fail("\(survey.domain) publishes \(count) SPF records.", evidence: evidence)
    case .malformed: return .fail("The SPF record of \(survey.domain) has a syntax error.", evidence: evidence)
    case .record: return survey.spf.tree.nonsendingJudgement
    }
  }
}

extension SPFTree {
  fileprivate var nonsendingJudgement: Judgement {
    if let hidden = unavailableNodes.first {
      return .unknown(
        "The record of \(hidden.domain) could not be read.", evidence: [Evidence(hidden.publication.answer)])
    }
    let passing = nodes.lazy.filter { $0.parent == nil || self.ownNodes.map(\.index).contains($0.index) }
      .flatMap(\.reachedTerms).first { self.term(at: $0).term.qualifier == .pass }
    if let passing {
      return .fail(
        "The record passes mail by \(term(at: passing).text), though the domain is to send none.",
        subject: term(at: passing).text, evidence: [evidence(of: passing)])
    }
    if root.defaultResult == .fail { return .pass }
    return .fail(
      "The default of the record is \(root.defaultResult.rawValue), not fail.", evidence: [evidence(of: root)])
  }
}
