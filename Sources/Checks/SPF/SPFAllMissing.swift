import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfAllMissing = DomainCheck(
    CheckDescription(
      id: "SPF-ALL-MISSING",
      area: .spf,
      title: "The record has a defined default",
      severity: .medium,
      severityReason: "without all or redirect everybody else is neutral",
      appliesWhen: "the domain publishes one SPF record without a syntax error",
      rule: """
        Follow redirect to the last record. Warn if it has neither an all nor a redirect, or if its default is ?all; \
        unknown if a record on the way could not be read or its name is different for each message.
        """,
      whyItMatters: """
        Neutral counts as not passing for mail of the domain, and still does not mark forged mail: the record says \
        nothing about hosts that it does not list.
        """,
      remedy: "Append ~all to the record of a domain that sends mail, -all to that of a domain that does not.",
      standards: [
        "RFC 7208 §4.7", "RFC 7208 §8.2", StandardReference(document: "Internet.nl, email test", section: "SPF policy")
      ],
      causes: ["SPF-TEMPERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "~all at the end", zone: #"@ TXT "v=spf1 mx ~all""#),
      CheckExample(
        .pass, "the default of another record",
        zone: "@ TXT \"v=spf1 redirect=_spf.example.org\"\n_spf TXT \"v=spf1 mx -all\""),
      CheckExample(.warn, "no default", zone: #"@ TXT "v=spf1 mx""#),
      CheckExample(.warn, "a default that says nothing", zone: #"@ TXT "v=spf1 mx ?all""#),
      CheckExample(
        .unknown, "the record handed over to does not answer",
        zone: "@ TXT \"v=spf1 redirect=slow.example.net\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord(isWhole: true) { tree in
      guard let last = tree.ownNodes.last else { return .pass }
      if case .unavailable(let failure) = last.publication.state {
        return .unknown(
          "The record of \(last.domain), which redirect leads to, could not be read: \(failure).",
          evidence: [.init(last.publication.answer)])
      }
      guard last.publication.state == .record else {
        return .notApplicable("the redirect leads to no valid record")
      }
      guard let term = last.terms.last, last.reachedCount > 0 else {
        return .warn(tree.noDefault(last), of: last, tree)
      }
      if case .redirect = term.term.kind {
        return term.isLoop
          ? .notApplicable("the redirect leads in a circle")
          : .unknown("The target of \(term.text) is different for each message.", evidence: [tree.evidence(of: last)])
      }
      if last.reachedCount < last.terms.count { return .pass }
      guard term.term.isAll else { return .warn(tree.noDefault(last), of: last, tree) }
      guard term.term.qualifier == .neutral else { return .pass }
      return .warn(
        "The default in \(tree.location(of: last)) is \(term.text), which says nothing.",
        evidence: [tree.evidence(of: last, highlight: term.term.range)],
        remedy: "Replace \(term.text) by ~all, or by -all if the domain sends no mail.")
    }
  }
}

extension SPFTree {
  fileprivate func noDefault(_ node: Node) -> String {
    "\(location(of: node).prefix(1).uppercased() + location(of: node).dropFirst()) ends in neither all nor redirect."
  }
}

extension Judgement {
  fileprivate static func warn(_ statement: String, of node: SPFTree.Node, _ tree: SPFTree) -> Judgement {
    .warn(statement, evidence: [tree.evidence(of: node)])
  }
}
