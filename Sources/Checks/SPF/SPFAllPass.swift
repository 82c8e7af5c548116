import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfAllPass = DomainCheck(
    CheckDescription(
      id: "SPF-ALL-PASS",
      area: .spf,
      title: "The record does not authorise the whole Internet",
      severity: .critical,
      severityReason: "anyone passes SPF in the name of the domain",
      appliesWhen: "the domain publishes one SPF record without a syntax error",
      rule: """
        Fail if the result for an address that no term names is pass, by "all" or "+all" in the record, in one that it \
        hands over to or in one that it includes; if one block that passes holds half of IPv4 or all of global IPv6; \
        or if the blocks that pass hold more than half of IPv4 together. Unknown if none of these is seen and an \
        included record could not be read.
        """,
      whyItMatters: """
        Everybody can send mail that passes SPF for the domain, and DMARC with it. Large receivers name suspicious \
        SPF records as a reason to refuse mail.
        """,
      remedy: """
        End the record in ~all or -all, list the hosts that really send, and remove an include whose record passes \
        everybody.
        """,
      standards: [
        "RFC 7208 §5.1", "RFC 9989 §7.1",
        StandardReference(document: "Google, Gmail SMTP errors and codes", section: "5.7.24")
      ],
      causes: ["SPF-TEMPERROR"],
      profiles: [.required(.gmailBulk), .required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "one address and ~all", zone: #"@ TXT "v=spf1 ip4:192.0.2.25 ~all""#),
      CheckExample(.fail, "all without a qualifier is +all", zone: #"@ TXT "v=spf1 mx all""#),
      CheckExample(
        .fail, "an included record that passes everybody",
        zone: "@ TXT \"v=spf1 include:_spf.example.org -all\"\n_spf TXT \"v=spf1 +all\""),
      CheckExample(.fail, "all of IPv4 as two halves", zone: #"@ TXT "v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all""#),
      CheckExample(.fail, "all addresses of the IPv6 Internet", zone: #"@ TXT "v=spf1 ip6:::/0 -all""#),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord(isWhole: true) { tree in
      if tree.root.defaultResult == .pass, let place = tree.passingDefault(of: tree.root) {
        return .fail(
          """
          Every address on the Internet passes: \(tree.term(at: place).text) in \
          \(tree.location(of: tree.nodes[place.node])).
          """,
          subject: tree.term(at: place).text, evidence: [tree.evidence(of: place)])
      }
      if let wide = tree.passingNetworks.first(where: \.network.isNearlyEverything) {
        return .fail(
          "\(tree.term(at: wide.place).text) passes the block \(wide.network).",
          subject: tree.term(at: wide.place).text, evidence: [tree.evidence(of: wide.place)])
      }
      let total = tree.passingIPv4Addresses
      if total > UInt64(UInt32.max) / 2 {
        return .fail(
          "The record passes \((total * 100) >> 32) % of all IPv4 addresses.", evidence: [tree.evidence(of: tree.root)])
      }
      return .findings(tree.unavailableNodes.told.map(tree.unseenRange))
    }
  }
}

extension SPFTree {
  /// The `all` that makes everybody pass.
  fileprivate func passingDefault(of node: Node) -> Place? {
    guard let last = node.reachedTerms.last else { return nil }
    guard let child = term(at: last).child else { return last }
    return passingDefault(of: nodes[child]) ?? last
  }

  /// The finding for a record whose ranges could not be seen.
  func unseenRange(_ node: Node) -> Finding {
    Finding(
      .unknown, subject: node.domain.description,
      "Which addresses the record of \(node.domain) passes could not be seen.",
      evidence: [Evidence(node.publication.answer)])
  }
}

extension IPNetwork {
  /// Half of IPv4 or more, or the whole of the global unicast addresses of IPv6, which lie in `2000::/3`.
  fileprivate var isNearlyEverything: Bool { base.isV4 ? prefixLength <= 1 : prefixLength <= 3 }
}
