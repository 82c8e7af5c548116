import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsEmptyNonTerminal = DomainCheck(
    CheckDescription(
      id: "DNS-EMPTY-NONTERMINAL",
      area: .dns,
      title: "Names above existing records answer NOERROR, not NXDOMAIN",
      severity: .low,
      severityReason: "a wrong denial lets caches conclude that nothing exists below",
      appliesWhen: "the audit asked for a name, such as _domainkey, and knows a record below it",
      rule: """
        Fail if the answer for a name is NXDOMAIN while a name below it has records. Unknown if the name above such a \
        record, or a name below one that is said not to exist, could not be asked.
        """,
      whyItMatters: """
        NXDOMAIN says that nothing exists below the name. Resolvers that make use of this stop finding the DKIM keys \
        or TLSA records there.
        """,
      remedy: "Update or reconfigure the software of the name server: it has to answer NOERROR with an empty answer.",
      standards: ["RFC 8020 §2", "RFC 4592 §2.2.2"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.internetNL)]
    ),
    examples: [
      CheckExample(.pass, "an empty name above _dmarc", zone: #"_dmarc TXT "v=DMARC1; p=none""#),
      CheckExample(.fail, "NXDOMAIN above _dmarc", zone: "@ ANY NXDOMAIN\n_dmarc TXT \"v=DMARC1; p=none\""),
      CheckExample(.notApplicable, "nothing below the domain", zone: "@ MX 0 ."),
      CheckExample(.unknown, "the name above cannot be read", zone: "@ ANY SERVFAIL\n_dmarc TXT \"v=DMARC1; p=none\""),
      CheckExample(.unknown, "everything fails", zone: "@ ANY TIMEOUT\n* ANY TIMEOUT")
    ]
  ) { survey in
    let answers = survey.answersAtOrBelow
    let children = answers.filter { $0.hasOwnRecords && $0.question.name != survey.domain }
    let unread = answers.filter { $0.failure != nil }
    if children.isEmpty {
      return unread.isEmpty
        ? .notApplicable("no record is known below a name that was asked for")
        : .findings(unread.prefix(1).compactMap(Finding.unread))
    }
    let known = Self.descendants(children, of: survey.domain)
    let pairs = answers.compactMap { parent in
      parent.aliases.isEmpty ? known[parent.question.name].map { (parent: parent, child: $0) } : nil
    }
    let byName = Dictionary(grouping: pairs, by: \.parent.question.name).sorted { $0.key < $1.key }
    let findings = byName.compactMap { finding($0.value) }
    return .findings(findings + (findings.isEmpty ? hidden(answers, unread) : []))
  }

  /// A name that is said not to exist, while nobody could see whether one below it has records.
  private static func hidden(_ answers: ArraySlice<DNSAnswer>, _ unread: [DNSAnswer]) -> [Finding] {
    let denied = answers.filter { $0.outcome == .nameError && $0.aliases.isEmpty }.map(\.question.name)
    let first = unread.first { answer in
      denied.contains { $0 != answer.question.name && answer.question.name.isEqual(toOrBelow: $0) }
    }
    return [first.flatMap(Finding.unread)].compactMap(\.self)
  }

  /// For each name from `domain` down, the first answer with records below it, which shows that the name exists.
  private static func descendants(_ children: [DNSAnswer], of domain: DomainName) -> [DomainName: DNSAnswer] {
    var known: [DomainName: DNSAnswer] = [:]
    for child in children {
      var labels = child.question.name.labelCount
      while labels > domain.labelCount {
        labels -= 1
        let name = child.question.name.suffix(labels: labels)
        if known[name] == nil { known[name] = child }
      }
    }
    return known
  }

  /// The answers for one name, by type: one NXDOMAIN is wrong; one other answer shows that the name exists.
  private static func finding(_ pairs: [(parent: DNSAnswer, child: DNSAnswer)]) -> Finding? {
    guard let (parent, child) = pairs.first(where: { $0.parent.outcome == .nameError }) else {
      let isUnread = pairs.allSatisfy { $0.parent.failure != nil }
      return isUnread ? pairs.first.flatMap { Finding.unread($0.parent) } : nil
    }
    let name = parent.question.name
    return Finding(
      .fail, subject: name.description,
      "\(name) is said not to exist, but \(child.question.name) below it has records.",
      evidence: [Evidence(parent), Evidence(child)])
  }
}
