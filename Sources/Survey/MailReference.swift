public import DNS
import MailAuthentication

/// What points at a name in a mail record.
public enum MailReference: Sendable, Hashable {
  /// An MX record, by its exchange.
  case mx(exchange: DomainName)
  /// A term of an SPF record.
  case spfTerm(String, record: DomainName)
  /// An exchange that an `mx` of an SPF record leads to.
  case spfExchange(DomainName, term: String, record: DomainName)
  /// The alias at a DKIM selector.
  case selector(String)
  /// A report address of the DMARC record, by its domain.
  case reportAddress(DomainName)
}

extension MailReference: CustomStringConvertible {
  /// The reference in words, such as `include:spf.example.net in the SPF record of example.org`.
  public var description: String {
    switch self {
    case .mx(let exchange): "the MX record for \(exchange)"
    case .spfTerm(let term, let record): "\(term) in the SPF record of \(record)"
    case .spfExchange(let exchange, let term, let record):
      "the exchange \(exchange) of \(term) in the SPF record of \(record)"
    case .selector(let selector): "the alias of the DKIM selector \(selector)"
    case .reportAddress(let domain): "a report address at \(domain) in the DMARC record"
    }
  }
}

/// A reference, and the answer that tells whether its name exists.
typealias AnsweredReference = (reference: MailReference, answer: DNSAnswer)

extension MXSurvey {
  /// The exchanges of MX records.
  var references: [AnsweredReference] {
    guard delivery == .exchanges else { return [] }
    return hosts.map { (.mx(exchange: $0.name), .telling($0.answers, or: $0.ipv4)) }
  }
}

extension SPFSurvey {
  /// The names in the SPF records of the tree: of `include`, `redirect`, `a` and `mx`, and the exchanges of the last.
  /// `exists` asks for names that are not meant to exist.
  var references: [AnsweredReference] {
    var result: [AnsweredReference] = []
    for node in tree.nodes {
      for term in node.terms {
        if case .exists = term.term.mechanism { continue }
        let answers = term.child.map { [tree.nodes[$0].publication.answer] } ?? term.answers
        guard let first = answers.first else { continue }
        result.append((.spfTerm(term.text, record: node.domain), .telling(answers, or: first)))
        for exchange in term.exchanges {
          let answers = term.exchangeAnswers.filter { $0.question.name == exchange }
          guard let first = answers.first else { continue }
          result.append(
            (.spfExchange(exchange, term: term.text, record: node.domain), .telling(answers, or: first)))
        }
      }
    }
    return result
  }
}

extension DKIMSurvey {
  /// The names that selectors are aliases of.
  var references: [AnsweredReference] {
    selectors.compactMap { selector in
      guard let answer = selector.lookup.answer, !answer.aliases.isEmpty else { return nil }
      return (.selector(selector.name), answer)
    }
  }
}

extension DMARCSurvey {
  /// The domains of report addresses.
  var references: [AnsweredReference] {
    reportHosts.map { (.reportAddress($0.domain), .telling([$0.mx, $0.ipv4, $0.ipv6], or: $0.mx)) }
  }
}

extension DNSAnswer {
  /// Of several answers for one name, one that shows that the name exists; else one that says it does not.
  fileprivate static func telling(_ answers: [DNSAnswer], or first: DNSAnswer) -> DNSAnswer {
    answers.first { !$0.records.isEmpty } ?? answers.first { $0.outcome == .noData }
      ?? answers.first { $0.outcome == .nameError } ?? first
  }
}
