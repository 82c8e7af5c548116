import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfTermAfterAll = DomainCheck(
    CheckDescription(
      id: "SPF-TERM-AFTER-ALL",
      area: .spf,
      title: "Nothing follows all, and no redirect stands beside it",
      severity: .low,
      severityReason: "the terms are never read",
      appliesWhen: "the record contains all",
      rule: """
        Warn if a mechanism follows an all, or if a redirect stands in a record with an all, wherever it stands; \
        unknown if the TXT records could not be read.
        """,
      whyItMatters: "Hosts that are named behind all never match, and their mail gets the default of the record.",
      remedy: "Move all to the end of the record, and delete the redirect or the all.",
      standards: ["RFC 7208 §5.1", "RFC 7208 §6.1"]
    ),
    examples: [
      CheckExample(.pass, "all at the end", zone: #"@ TXT "v=spf1 include:_spf.example.net -all""#),
      CheckExample(.warn, "an include behind all", zone: #"@ TXT "v=spf1 -all include:_spf.example.net""#),
      CheckExample(.warn, "a redirect beside all", zone: #"@ TXT "v=spf1 redirect=_spf.example.net ~all""#),
      CheckExample(.notApplicable, "no all", zone: #"@ TXT "v=spf1 mx""#),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let terms = tree.allTerms(of: tree.root)
      guard let end = terms.firstIndex(where: \.isAll), let text = tree.root.publication.record?.text else {
        return .notApplicable("the record has no all")
      }
      let ignored = terms.enumerated().filter { index, term in
        if case .redirect = term.kind { return true }
        return index > end && term.mechanism != nil
      }
      return .findings(
        ignored.told.map { _, term in
          Finding(
            .warn, subject: term.text(in: text),
            "\(term.text(in: text)) is never read, because \(terms[end].text(in: text)) ends the evaluation.",
            evidence: [tree.evidence(of: tree.root, highlight: term.range)])
        })
    }
  }
}
