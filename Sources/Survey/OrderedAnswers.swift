import DNS

/// The answers of a survey in the order of their questions, which puts those of the domain side by side.
struct OrderedAnswers {
  /// All of them.
  let all: [DNSAnswer]
  /// Where those for names at or below the domain stand.
  let own: Range<Int>

  /// Sorts answers. Their names are told apart by numbers, and only where these are the same by comparing them, which
  /// costs more.
  init(_ answers: [DNSAnswer], around domain: DomainName) {
    guard let places = Places(answers, around: domain) else {
      self.init(sorting: answers, around: domain)
      return
    }
    let start = places.start
    let all = places.others[..<start] + places.own + places.others[start...]
    self.init(all: all.map { answers[$0.index] }, own: start..<(start + places.own.count))
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

/// Where answers stand in a list, in the order of their questions: no answer is moved while they are sorted.
private struct Places {
  typealias Place = (rank: UInt128, index: Int)

  /// Those for names at or below the domain, ranked below it.
  private(set) var own: [Place] = []
  /// All others, ranked below the root.
  private(set) var others: [Place] = []
  /// How many of the others come before the domain.
  private(set) var start = 0

  /// Nil for names with octets that no rank can tell.
  init?(_ answers: [DNSAnswer], around domain: DomainName) {
    guard let border = domain.rank(below: .root) else { return nil }
    own.reserveCapacity(answers.count)
    for (index, answer) in answers.enumerated() {
      if let rank = answer.question.name.rank(below: domain) {
        own.append((rank, index))
      } else if let rank = answer.question.name.rank(below: .root) {
        others.append((rank, index))
        if rank == border ? answer.question.name < domain : rank < border { start += 1 }
      } else {
        return nil
      }
    }
    own.sort { Self.isOrdered($0, $1, answers) }
    others.sort { Self.isOrdered($0, $1, answers) }
  }

  private static func isOrdered(_ left: Place, _ right: Place, _ answers: [DNSAnswer]) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    return answers[left.index].question < answers[right.index].question
  }
}
