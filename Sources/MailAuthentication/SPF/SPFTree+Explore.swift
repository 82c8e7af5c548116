public import DNS
import Syntax

extension SPFTree {
  /// Walks the tree of `domain`, one batch of questions for each level.
  ///
  /// The number of batches is the depth of the tree plus at most two, for the addresses of a last `mx`.
  public static func explore(_ domain: DomainName, using resolver: any Resolver) async -> SPFTree {
    var walk = SPFTreeWalk(domain)
    while let questions = walk.nextQuestions() {
      walk.take(await resolver.answers(to: questions))
    }
    return walk.tree()
  }
}

/// The walk under way: nodes whose children are not known yet, and every answer so far.
private struct SPFTreeWalk {
  /// A node before its terms have their answers.
  private struct Draft {
    let parent: SPFTree.Place?
    let depth: Int
    let domain: DomainName
    var terms: [SPFTree.Term] = []
  }

  private let domain: DomainName
  private var drafts: [Draft] = []
  /// The drafts whose record has not been read yet.
  private var unread: Range<Int>
  private var publications: [DomainName: SPFPublication] = [:]
  private var answers: [DNSQuestion: DNSAnswer] = [:]
  private var known: Set<DNSQuestion> = []
  private var pending: [DNSQuestion] = []
  private var isTruncated = false
  private var termCount = 0

  init(_ domain: DomainName) {
    self.domain = domain
    drafts = [Draft(parent: nil, depth: 0, domain: domain)]
    unread = 0..<1
    want(domain, .txt)
  }

  /// The batch of the next level; nil at the end.
  mutating func nextQuestions() -> [DNSQuestion]? {
    while pending.isEmpty {
      if unread.isEmpty { return nil }
      readRecords()
    }
    defer { pending = [] }
    return pending
  }

  mutating func take(_ batch: [DNSAnswer]) {
    for answer in batch {
      answers[answer.question] = answer
      switch answer.question.type {
      case .txt: publications[answer.question.name] = SPFPublication(answer)
      case .mx:
        for exchange in answer.spfExchanges.prefix(SPFLimits().names) { wantAddresses(exchange) }
      default: break
      }
    }
    readRecords()
  }

  // MARK: Reading

  /// Reads the records that came, and lists what their terms ask for.
  private mutating func readRecords() {
    let level = unread
    unread = drafts.count..<drafts.count
    for index in level { readTerms(of: index) }
    unread = level.upperBound..<drafts.count
  }

  private mutating func readTerms(of index: Int) {
    guard let record = publications[drafts[index].domain]?.record, let value = record.value else { return }
    let terms = value.termsInOrder
    let room = min(SPFLimits.Walk.terms, SPFLimits.Walk.totalTerms - termCount)
    if terms.count > room { isTruncated = true }
    termCount += min(terms.count, room)
    drafts[index].terms.reserveCapacity(min(terms.count, room))
    for (position, term) in terms.prefix(room).enumerated() {
      let target = Self.target(of: term, in: drafts[index].domain, sender: domain)
      let (child, isLoop) = follow(term, target, from: SPFTree.Place(node: index, term: position))
      want(for: term, target)
      drafts[index].terms.append(
        SPFTree.Term(term: term, target: target, child: child, isLoop: isLoop, record: record.text))
    }
  }

  private static func target(of term: SPFTerm, in current: DomainName, sender: DomainName) -> SPFTree.Target {
    guard term.isCounted else { return .none }
    if case .ptr? = term.mechanism { return .none }
    guard let spec = term.domainSpec else { return .name(current) }
    guard spec.isLiteral || spec.macros.allSatisfy({ [.domain, .senderDomain].contains($0.letter) }) else {
      return .dynamic
    }
    let text = spec.expandedDomain(
      with: SPFMacroValues(
        address: .v4(0), localPart: [], senderDomain: sender.spfText, helo: [], domain: current.spfText))
    return DomainName(spfText: text).map(SPFTree.Target.name) ?? .malformed(String(decoding: text, as: UTF8.self))
  }

  /// Adds the node of an include or redirect, unless it would close a circle or break a bound.
  private mutating func follow(
    _ term: SPFTerm, _ target: SPFTree.Target, from place: SPFTree.Place
  ) -> (child: Int?, isLoop: Bool) {
    guard term.leadsToRecord, case .name(let name) = target else { return (nil, false) }
    if leads(to: place.node, from: name) { return (nil, true) }
    let depth = drafts[place.node].depth + 1
    guard drafts.count < SPFLimits.Walk.nodes, depth <= SPFLimits.Walk.depth, want(name, .txt) else {
      isTruncated = true
      return (nil, false)
    }
    drafts.append(Draft(parent: place, depth: depth, domain: name))
    return (drafts.count - 1, false)
  }

  private func leads(to node: Int, from name: DomainName) -> Bool {
    var next: Int? = node
    while let current = next {
      if drafts[current].domain == name { return true }
      next = drafts[current].parent?.node
    }
    return false
  }

  // MARK: Questions

  private mutating func want(for term: SPFTerm, _ target: SPFTree.Target) {
    guard case .name(let name) = target, let mechanism = term.mechanism else { return }
    switch mechanism {
    case .a: wantAddresses(name)
    case .mx: want(name, .mx)
    case .exists: want(name, .a)
    default: break
    }
  }

  private mutating func wantAddresses(_ name: DomainName) {
    want(name, .a)
    want(name, .aaaa)
  }

  /// Lists a question for the next batch, once; false when there are too many.
  @discardableResult private mutating func want(_ name: DomainName, _ type: DNSRecordType) -> Bool {
    let question = DNSQuestion(name, type)
    if known.contains(question) { return true }
    guard known.count < SPFLimits.Walk.questions else {
      isTruncated = true
      return false
    }
    known.insert(question)
    pending.append(question)
    return true
  }

  // MARK: The value

  /// Puts the answers in, and works out from the leaves upwards where each record ends.
  func tree() -> SPFTree {
    var nodes: [SPFTree.Node] = []
    var results = [SPFResult](repeating: .neutral, count: drafts.count)
    for (index, draft) in drafts.enumerated().reversed() {
      let publication = publications[draft.domain] ?? SPFPublication(.notAsked(draft.domain, .txt))
      let end = Self.end(of: draft.terms) { results[$0] }
      results[index] = publication.state.result ?? end.result
      nodes.append(
        SPFTree.Node(
          index: index, parent: draft.parent, depth: draft.depth, publication: publication,
          terms: draft.terms.map(completed), reachedCount: end.reached, defaultResult: results[index]))
    }
    return SPFTree(domain: domain, nodes: nodes.reversed(), isTruncated: isTruncated)
  }

  /// How many terms are reached when no address matches, and the result then.
  private static func end(
    of terms: [SPFTree.Term], result: (Int) -> SPFResult
  ) -> (reached: Int, result: SPFResult) {
    for (index, term) in terms.enumerated() {
      let child = term.child.map(result)
      if case .redirect = term.term.kind {
        let unknown: SPFResult = term.isLoop ? .permerror : .neutral
        return (index + 1, child == SPFResult.none ? .permerror : child ?? unknown)
      }
      let isPassingInclude = term.term.leadsToRecord && child == .pass
      if term.term.isAll || isPassingInclude { return (index + 1, term.term.qualifier?.result ?? .neutral) }
    }
    return (terms.count, .neutral)
  }

  private func completed(_ term: SPFTree.Term) -> SPFTree.Term {
    guard case .name(let name) = term.target, let mechanism = term.term.mechanism else { return term }
    var (types, exchanges): ([DNSRecordType], [DomainName]) = ([], [])
    switch mechanism {
    case .a: types = [.a, .aaaa]
    case .exists: types = [.a]
    case .mx:
      types = [.mx]
      exchanges = answers[DNSQuestion(name, .mx)]?.spfExchanges ?? []
    default: return term
    }
    let addresses = exchanges.prefix(SPFLimits().names).flatMap { [DNSQuestion($0, .a), DNSQuestion($0, .aaaa)] }
    return SPFTree.Term(
      term: term.term, target: term.target, child: term.child, isLoop: term.isLoop,
      answers: types.compactMap { answers[DNSQuestion(name, $0)] }, exchanges: exchanges,
      exchangeAnswers: addresses.compactMap { answers[$0] }, record: term.record)
  }
}

extension SPFPublication.State {
  /// The result of an evaluation that ends here; nil when the terms have to be read.
  fileprivate var result: SPFResult? {
    switch self {
    case .record: nil
    case .absent: SPFResult.none
    case .multiple, .malformed: .permerror
    case .unavailable: .temperror
    }
  }
}

extension SPFTerm {
  /// Whether the term is an include or a redirect.
  public var leadsToRecord: Bool {
    if case .redirect = kind { return true }
    if case .include? = mechanism { return true }
    return false
  }
}
