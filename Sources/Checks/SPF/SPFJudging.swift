import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Applies a rule to the one SPF record of the domain; without such a record says why there is nothing to judge.
  ///
  /// A record with a syntax error is judged as far as it could be read, unless the rule asks for a whole one.
  func judgeSPFRecord(isWhole: Bool = false, rule: (SPFTree) -> Judgement) -> Judgement {
    let publication = spf.tree.root.publication
    switch publication.state {
    case .unavailable(let failure):
      return .unknown(
        "The TXT records of \(domain) could not be read: \(failure).", evidence: [.init(publication.answer)])
    case .absent: return .notApplicable("the domain publishes no SPF record")
    case .multiple: return .notApplicable("the domain publishes several SPF records")
    case .malformed where isWhole: return .notApplicable("the SPF record has a syntax error")
    case .malformed, .record: return rule(spf.tree)
    }
  }
}

/// How much one check says.
enum SPFFindingLimits {
  /// Facts of one kind: a hostile tree holds thousands of faults, and each fact carries its record as evidence.
  static let perKind = 20
}

extension Sequence {
  /// The first elements, as many as one check may tell.
  var told: [Element] { Array(prefix(SPFFindingLimits.perKind)) }
}

extension SPFTree {
  /// The record of a node as evidence, or the answer that came instead.
  func evidence(of node: Node, highlight: Range<Int>? = nil) -> Evidence {
    guard let record = node.publication.record else { return Evidence(node.publication.answer) }
    return Evidence(text: record.text, of: node.publication.answer.question, highlight: highlight)
  }

  /// A term in its record as evidence.
  func evidence(of place: Place) -> Evidence {
    evidence(of: nodes[place.node], highlight: term(at: place).term.range)
  }

  /// Where a node stands: `the record`, or the way of the includes to it.
  func location(of node: Node) -> String {
    node.parent == nil
      ? "the record of \(node.domain)"
      : "the record of \(node.domain) (\(path(to: node).map(\.description).joined(separator: " > ")))"
  }

  /// The nodes whose record could not be looked at, each name once.
  var unavailableNodes: [Node] {
    var seen: Set<DomainName> = []
    return nodes.filter { $0.publication.answer.failure != nil && seen.insert($0.domain).inserted }
  }

  /// The records whose terms nobody could see, as findings.
  var unseenRecords: [Finding] {
    unavailableNodes.told.map { node in
      Finding(
        .unknown, subject: node.domain.description, "Where the record of \(node.domain) leads could not be seen.",
        evidence: [Evidence(node.publication.answer)])
    }
  }

  /// The includes and redirects whose target is different for each message, with their places.
  var dynamicIncludes: [Place] {
    places { $0.term.leadsToRecord && $0.target == .dynamic }
  }

  /// The reached terms for which `isWanted` holds, node by node.
  func places(where isWanted: (Term) -> Bool) -> [Place] {
    var places: [Place] = []
    for node in nodes {
      for place in node.reachedTerms where isWanted(node.terms[place.term]) { places.append(place) }
    }
    return places
  }

  /// What keeps the worst case from being known: records that could not be read, targets with macros, bounds.
  var blindSpots: [Finding] {
    var findings = unavailableNodes.told.map { node in
      Finding(
        .unknown, subject: node.domain.description,
        "The record of \(node.domain) could not be read, so its look-ups are not counted.",
        evidence: [Evidence(node.publication.answer)])
    }
    findings += dynamicIncludes.told.map { place in
      Finding(
        .unknown, subject: term(at: place).text,
        "The target of \(term(at: place).text) is different for each message, so its look-ups are not counted.",
        evidence: [evidence(of: place)], remedy: "Give a sending address with --ip, --helo and --mail-from.")
    }
    if isTruncated, findings.isEmpty {
      findings.append(Finding(.unknown, "The tree of records is too large to be followed to its end."))
    }
    return findings
  }
}

extension SPFTree {
  /// The record of the domain and those that it hands over to with redirect, in order: the last one has the default.
  var ownNodes: [Node] {
    var own = [root]
    while let term = own.last?.terms.last, case .redirect = term.term.kind, let child = term.child {
      own.append(nodes[child])
    }
    return own
  }

  /// The terms as they stand in the record of a node, those behind `all` included.
  func allTerms(of node: Node) -> [SPFTerm] { node.publication.record?.value?.terms ?? [] }
}
