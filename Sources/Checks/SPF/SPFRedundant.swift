import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfRedundant = DomainCheck(
    CheckDescription(
      id: "SPF-REDUNDANT",
      area: .spf,
      title: "No duplicate or shadowed terms",
      severity: .info,
      severityReason: "clutter costs look-ups and hides mistakes",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Info if a term of the record repeats an earlier one, if the block of an ip4 or ip6 lies inside that of another \
        with the same qualifier, or if all addresses of an a or mx lie inside such blocks; unknown if these addresses \
        could not be read.
        """,
      whyItMatters: "Each look-up that is not needed brings the limit of ten nearer.",
      remedy: "Delete the terms that add nothing.",
      standards: ["RFC 7208 §4.6.4", "RFC 7208 §10.1.1"],
      causes: ["SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "one block", zone: #"@ TXT "v=spf1 ip4:192.0.2.0/24 -all""#),
      CheckExample(.info, "an address inside a block", zone: #"@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.25 -all""#),
      CheckExample(
        .info, "an mx whose address is listed",
        zone: "@ TXT \"v=spf1 mx ip4:192.0.2.25 -all\"\n@ MX 10 mail\nmail A 192.0.2.25"),
      CheckExample(.info, "the same include twice", zone: #"@ TXT "v=spf1 include:a.example include:A.example -all""#),
      CheckExample(
        .unknown, "an a that does not answer beside a block",
        zone: "@ TXT \"v=spf1 a:slow.example.org ip4:192.0.2.25 -all\"\nslow A TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      var scan = RedundancyScan(tree)
      return .findings(tree.root.reachedTerms.prefix(RedundancyScan.terms).compactMap { scan.finding($0) }.told)
    }
  }
}

/// Looks at the terms of the own record in order.
private struct RedundancyScan {
  /// The terms that are compared with each other: more do not fit in an answer that receivers can read.
  static let terms = 100

  private let tree: SPFTree
  private let blocks: [(network: IPNetwork, qualifier: SPFQualifier, place: SPFTree.Place)]
  private var seen: [String: SPFTree.Place] = [:]

  init(_ tree: SPFTree) {
    self.tree = tree
    blocks = tree.root.reachedTerms.prefix(Self.terms).compactMap { place in
      let term = tree.term(at: place).term
      guard let network = term.mechanism?.network, let qualifier = term.qualifier else { return nil }
      return (network, qualifier, place)
    }
  }

  mutating func finding(_ place: SPFTree.Place) -> Finding? {
    let term = tree.term(at: place)
    let text = term.text.lowercased()
    if seen[text] != nil { return info(place, "\(term.text) stands in the record twice.") }
    seen[text] = place
    if let network = term.term.mechanism?.network { return shadow(of: network, place) }
    return listed(term, place)
  }

  /// A block inside of another; of two equal blocks the later one counts as the repetition.
  private func shadow(of network: IPNetwork, _ place: SPFTree.Place) -> Finding? {
    let qualifier = tree.term(at: place).term.qualifier
    let isCarvedOut = blocks.contains { other in
      other.qualifier != qualifier && (other.network.contains(network) || network.contains(other.network))
    }
    if isCarvedOut { return nil }
    let outer = blocks.first { other in
      other.place != place && other.qualifier == qualifier && other.network.contains(network)
        && (other.network != network || other.place.term < place.term)
    }
    return outer.flatMap { info(place, "\(tree.term(at: place).text) lies inside of \(tree.term(at: $0.place).text).") }
  }

  /// An `a` or `mx` that adds no address.
  private func listed(_ term: SPFTree.Term, _ place: SPFTree.Place) -> Finding? {
    if term.term.mechanism?.prefixLengths == nil { return nil }
    let qualifier = term.term.qualifier
    let same = blocks.filter { $0.qualifier == qualifier }.map(\.network)
    if same.isEmpty { return nil }
    let answers = term.answers + term.exchangeAnswers
    if let failed = answers.first(where: { $0.failure != nil }) { return unseen(term, failed) }
    let networks = term.networks
    let isListed = networks.allSatisfy { network in same.contains { $0.contains(network) } }
    guard isListed, !networks.isEmpty else { return nil }
    return info(place, "All addresses of \(term.text) are listed in the record already.")
  }

  private func unseen(_ term: SPFTree.Term, _ failed: DNSAnswer) -> Finding {
    Finding(
      .unknown, subject: term.text, "Whether \(term.text) adds addresses could not be seen.",
      evidence: [Evidence(failed)])
  }

  private func info(_ place: SPFTree.Place, _ statement: String) -> Finding {
    Finding(.info, subject: tree.term(at: place).text, statement, evidence: [tree.evidence(of: place)])
  }
}
