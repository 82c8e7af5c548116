import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfIncludeTarget = DomainCheck(
    CheckDescription(
      id: "SPF-INCLUDE-TARGET",
      area: .spf,
      title: "Every target of include and redirect has valid SPF",
      severity: .critical,
      severityReason: "a target without a valid record is a permanent error of the record that names it",
      appliesWhen: "the record, or one that it reaches, contains include or redirect",
      rule: """
        Fail if a target has no SPF record, several of them, one with a syntax error, or is no domain name; unknown \
        if its TXT records could not be read. Targets that are different for each message are left out.
        """,
      whyItMatters: """
        A provider who deletes or breaks a record breaks those of all customers who include it: every sender that no \
        earlier term matches gets permerror.
        """,
      remedy: """
        Remove the include of a provider that is no longer used; else write exactly the name that the provider \
        documents, such as _spf.example.net where example.net itself has no record.
        """,
      standards: ["RFC 7208 §5.2", "RFC 7208 §6.1"],
      causes: ["SPF-SYNTAX", "SPF-TEMPERROR"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(
        .pass, "a target with one record",
        zone: "@ TXT \"v=spf1 include:_spf.example.org -all\"\n_spf TXT \"v=spf1 ip4:192.0.2.0/28 ~all\""),
      CheckExample(.fail, "a target that does not exist", zone: #"@ TXT "v=spf1 include:gone.example.net -all""#),
      CheckExample(
        .fail, "a redirect to two records",
        zone: """
          @ TXT "v=spf1 redirect=_spf.example.org"
          _spf TXT "v=spf1 mx -all"
          _spf TXT "v=spf1 a -all"
          """),
      CheckExample(.notApplicable, "neither include nor redirect", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(
        .unknown, "a target does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let places = tree.places { $0.term.leadsToRecord }
      if places.isEmpty { return .notApplicable("the record uses neither include nor redirect") }
      let failing = places.filter { tree.targetVerdict($0) == .fail }.told
      let undecided = places.filter { tree.targetVerdict($0) == .unknown }.told
      return .findings((failing + undecided).compactMap { tree.targetFinding($0) })
    }
  }
}

extension SPFTree {
  fileprivate func targetVerdict(_ place: Place) -> Verdict {
    let term = term(at: place)
    if case .malformed = term.target { return .fail }
    switch term.child.map({ nodes[$0].publication.state }) {
    case nil, .record: return .pass
    case .absent, .multiple, .malformed: return .fail
    case .unavailable: return .unknown
    }
  }

  fileprivate func targetFinding(_ place: Place) -> Finding? {
    let term = term(at: place)
    let origin = location(of: nodes[place.node])
    if case .malformed(let text) = term.target {
      return Finding(
        .fail, subject: term.text, "\(term.text) in \(origin) leads to \"\(text)\", which is no domain name.",
        evidence: [evidence(of: place)])
    }
    guard let child = term.child else { return nil }
    let node = nodes[child]
    let finding = { (verdict: Verdict, fact: String) in
      Finding(
        verdict, subject: node.domain.description, "\(term.text) in \(origin): \(node.domain) \(fact).",
        evidence: [self.evidence(of: place), Evidence(node.publication.answer)])
    }
    switch node.publication.state {
    case .record: return nil
    case .absent where node.publication.answer.outcome == .nameError: return finding(.fail, "does not exist")
    case .absent: return finding(.fail, "publishes no SPF record")
    case .multiple(let count): return finding(.fail, "publishes \(count) SPF records")
    case .malformed: return finding(.fail, "publishes a record with a syntax error")
    case .unavailable(let failure): return finding(.unknown, "could not be looked at: \(failure)")
    }
  }
}
