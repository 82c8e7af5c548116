import DNS

/// The answers of a survey in the order of their questions, which puts those of the domain side by side.
struct OrderedAnswers {
  /// All of them.
  let all: [DNSAnswer]
  /// Where those for names at or below the domain stand.
  let own: Range<Int>

  /// Sorts answers. Names below the domain are told apart by a number, and only where that is the same by comparing them,
  /// which costs more.
  init(_ answers: [DNSAnswer], around domain: DomainName) {
    var (own, others): ([(rank: UInt128, answer: DNSAnswer)], [DNSAnswer]) = ([], [])
    own.reserveCapacity(answers.count)
    for answer in answers {
      if let rank = answer.question.name.rank(below: domain) {
        own.append((rank, answer))
      } else {
        others.append(answer)
      }
    }
    others.sort { $0.question < $1.question }
    // Names with octets that no rank can tell.
    guard !others.contains(where: { $0.question.name.isEqual(toOrBelow: domain) }) else {
      self.init(sorting: answers, around: domain)
      return
    }
    own.sort { ($0.rank, $0.answer.question) < ($1.rank, $1.answer.question) }
    let start = others.firstIndex { domain < $0.question.name } ?? others.endIndex
    others.insert(contentsOf: own.lazy.map(\.answer), at: start)
    self.init(all: others, own: start..<(start + own.count))
  }

  private init(sorting answers: [DNSAnswer], around domain: DomainName) {
    let all = answers.sorted { $0.question < $1.question }
    let start = all.firstIndex { $0.question.name.isEqual(toOrBelow: domain) } ?? all.endIndex
    let end = all[start...].firstIndex { !$0.question.name.isEqual(toOrBelow: domain) } ?? all.endIndex
    self.init(all: all, own: start..<end)
  }

  private init(all: [DNSAnswer], own: Range<Int>) {
    self.all = all
    self.own = own
  }
}
