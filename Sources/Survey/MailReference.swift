import DNS
import MailAuthentication

/// A mail record that points at a name, and the answer for that name.
struct MailReference {
  /// What points at it, a phrase.
  let source: String
  /// The answer that tells whether the name exists.
  let answer: DNSAnswer
}

extension MailReference {
  /// The exchanges of MX records. The address that tells most is taken.
  static func references(of mx: MXSurvey) -> [MailReference] {
    guard mx.delivery == .exchanges else { return [] }
    return mx.hosts.map { host in
      MailReference(source: "the MX record \(host.preference) \(host.name)", answer: telling(host.answers, host.ipv4))
    }
  }

  /// The names in the SPF records of the tree: of `include`, `redirect`, `a` and `mx`, and the exchanges of the last.
  /// `exists` asks for names that are not meant to exist.
  static func references(of spf: SPFSurvey) -> [MailReference] {
    spf.tree.nodes.flatMap { node in
      node.terms.flatMap { term -> [MailReference] in
        if case .exists = term.term.mechanism { return [] }
        let source = "\(term.text) in the SPF record of \(node.domain)"
        let answers = term.child.map { [spf.tree.nodes[$0].publication.answer] } ?? term.answers
        let own = answers.first.map { [MailReference(source: source, answer: telling(answers, $0))] } ?? []
        let exchanges = Dictionary(grouping: term.exchangeAnswers, by: \.question.name).sorted { $0.key < $1.key }
        return own
          + exchanges.compactMap { name, answers in
            answers.first.map {
              MailReference(source: "the exchange \(name) of \(source)", answer: telling(answers, $0))
            }
          }
      }
    }
  }

  /// The names that DKIM selectors are aliases of.
  static func references(of dkim: DKIMSurvey) -> [MailReference] {
    dkim.selectors.compactMap { selector in
      guard let answer = selector.lookup.answer, !answer.aliases.isEmpty else { return nil }
      return MailReference(source: "the alias of the DKIM selector \(selector.name)", answer: answer)
    }
  }

  /// The domains of DMARC report addresses.
  static func references(of dmarc: DMARCSurvey) -> [MailReference] {
    dmarc.reportHosts.map { host in
      MailReference(
        source: "a report address at \(host.domain) in the DMARC record",
        answer: telling([host.mx, host.ipv4, host.ipv6], host.mx))
    }
  }

  /// Of several answers for one name, one that shows that the name exists; else one that says it does not.
  private static func telling(_ answers: [DNSAnswer], _ first: DNSAnswer) -> DNSAnswer {
    answers.first { !$0.records.isEmpty } ?? answers.first { $0.outcome == .noData }
      ?? answers.first { $0.outcome == .nameError } ?? first
  }
}
