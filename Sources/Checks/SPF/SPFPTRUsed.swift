import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfPTRUsed = DomainCheck(
    CheckDescription(
      id: "SPF-PTR-USED",
      area: .spf,
      title: "The mechanism ptr is not used",
      severity: .medium,
      severityReason: "it is discouraged, slow, and passed over by some receivers",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Warn if the record of the domain uses ptr or the macro %{p}; info if only a record that it includes does; \
        unknown if an included record could not be read.
        """,
      whyItMatters: """
        A ptr costs the receiver up to eleven look-ups, depends on a zone that belongs to the network of the sender, \
        and is not evaluated by every receiver: mail that relies on it passes here and fails there.
        """,
      remedy: "Name the hosts by their addresses with ip4 and ip6, or by their names with a.",
      standards: ["RFC 7208 §5.5", "RFC 7208 §7.3"],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "addresses only", zone: #"@ TXT "v=spf1 ip4:192.0.2.0/28 -all""#),
      CheckExample(.warn, "a ptr of its own", zone: #"@ TXT "v=spf1 ptr:example.org -all""#),
      CheckExample(
        .info, "a ptr in an included record",
        zone: "@ TXT \"v=spf1 include:_spf.example.org -all\"\n_spf TXT \"v=spf1 exists:%{p}.list.example.org\""),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let own = Set(tree.ownNodes.map(\.index))
      let findings = tree.places(where: { $0.usesPTR }).told.map { place in
        Finding(
          own.contains(place.node) ? .warn : .info, subject: tree.term(at: place).text,
          "\(tree.term(at: place).text) in \(tree.location(of: tree.nodes[place.node])) uses the names of addresses.",
          evidence: [tree.evidence(of: place)])
      }
      let hidden = tree.unavailableNodes.told.map { node in
        Finding(
          .unknown, subject: node.domain.description,
          "Whether the record of \(node.domain) uses ptr could not be seen.",
          evidence: [Evidence(node.publication.answer)])
      }
      return .findings(findings + hidden)
    }
  }
}

extension SPFTree.Term {
  fileprivate var usesPTR: Bool {
    if case .ptr? = term.mechanism { return true }
    return term.domainSpec?.uses([.validatedName]) ?? false
  }
}
