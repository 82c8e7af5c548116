import DNS

/// What one term came to, before its costs are known.
struct SPFTermResult {
  var outcome: SPFStep.Outcome
  var answers: [DNSAnswer] = []
  var nested: [SPFCheck] = []

  static let noMatch = SPFTermResult(outcome: .noMatch)

  static func error(_ result: SPFResult, _ problem: SPFProblem, _ answers: [DNSAnswer] = []) -> SPFTermResult {
    SPFTermResult(outcome: .error(result, problem), answers: answers)
  }
}

extension SPFRun {
  /// Evaluates one term and says what it cost.
  mutating func step(_ term: SPFTerm, text: String, domain: [UInt8]) async -> SPFStep {
    let before = (lookups, voidLookups)
    var target: [UInt8]?
    let result: SPFTermResult
    if term.isCounted, !countLookup() {
      result = .error(.permerror, .tooManyLookups(limit: evaluator.limits.lookups))
    } else if term.isCounted {
      (target, result) = await evaluateCounted(term, domain: domain)
    } else {
      result = SPFTermResult(outcome: matchesAddress(term) ? .match : .noMatch)
    }
    return SPFStep(
      term: term, text: text, target: target.map { String(decoding: $0, as: UTF8.self) }, answers: result.answers,
      outcome: result.outcome, lookups: lookups - before.0, voidLookups: voidLookups - before.1, nested: result.nested)
  }

  /// RFC 7208 §4.6.4: false for the eleventh.
  private mutating func countLookup() -> Bool {
    lookups += 1
    return lookups <= evaluator.limits.lookups
  }

  /// `all` (RFC 7208 §5.1), `ip4` and `ip6` (§5.6).
  private func matchesAddress(_ term: SPFTerm) -> Bool {
    term.isAll || term.mechanism?.network?.contains(identity.address) == true
  }

  private mutating func evaluateCounted(
    _ term: SPFTerm, domain: [UInt8]
  ) async -> (target: [UInt8]?, result: SPFTermResult) {
    // RFC 8616 §4: a local part outside ASCII never matches.
    if term.domainSpec?.uses([.sender, .localPart]) == true, identity.localPart.contains(where: { $0 >= 0x80 }) {
      return (nil, .noMatch)
    }
    let (target, problem, answers) = await self.target(of: term, domain: domain)
    if let problem { return (target, .error(.permerror, problem, answers)) }
    var result = await evaluate(term, target: target)
    result.answers = answers + result.answers
    return (target, result)
  }

  private mutating func evaluate(_ term: SPFTerm, target: [UInt8]) async -> SPFTermResult {
    switch term.kind {
    case .redirect: await redirect(target)
    case .directive(_, .include): await include(target)
    case .directive(_, .a(_, let lengths)): await matchA(target, lengths)
    case .directive(_, .mx(_, let lengths)): await matchMX(target, lengths)
    case .directive(_, .ptr): await matchPTR(target)
    case .directive(_, .exists): await matchExists(target)
    default: .noMatch
    }
  }

  // MARK: Nested records

  /// RFC 7208 §5.2: pass matches, fail, softfail and neutral do not, none is a permerror.
  private mutating func include(_ target: [UInt8]) async -> SPFTermResult {
    let check = await checkHost(target)
    let outcome: SPFStep.Outcome =
      switch check.result {
      case .pass: .match
      case .fail, .softfail, .neutral: .noMatch
      case .temperror, .permerror: .error(check.result, check.problem ?? .noRecord(domain: check.domain))
      case .none: .error(.permerror, withoutRecord(check))
      }
    return SPFTermResult(outcome: outcome, nested: [check])
  }

  /// RFC 7208 §6.1: the result is that of the target, but none is a permerror.
  private mutating func redirect(_ target: [UInt8]) async -> SPFTermResult {
    let check = await checkHost(target)
    let outcome: SPFStep.Outcome =
      check.result == .none ? .error(.permerror, withoutRecord(check)) : .redirected(check.result)
    return SPFTermResult(outcome: outcome, nested: [check])
  }

  private mutating func withoutRecord(_ check: SPFCheck) -> SPFProblem {
    if let answer = check.answer { _ = countVoid(answer) }
    return check.answer == nil ? .malformedDomain(check.domain) : .targetWithoutRecord(check.domain)
  }

  // MARK: Addresses

  private var addressType: DNSRecordType { identity.address.isV4 ? .a : .aaaa }

  /// RFC 7208 §5.3. A target that is no name cannot exist (§4.8).
  private mutating func matchA(_ target: [UInt8], _ lengths: SPFPrefixLengths) async -> SPFTermResult {
    guard let name = DomainName(spfText: target) else { return .noMatch }
    let answer = await ask([DNSQuestion(name, addressType)])[0]
    if let end = self.end(of: answer) { return .error(end.0, end.1, [answer]) }
    return SPFTermResult(outcome: matches(answer, lengths) ? .match : .noMatch, answers: [answer])
  }

  /// RFC 7208 §5.7: always A, any address will do.
  private mutating func matchExists(_ target: [UInt8]) async -> SPFTermResult {
    guard let name = DomainName(spfText: target) else { return .noMatch }
    let answer = await ask([DNSQuestion(name, .a)])[0]
    if let end = self.end(of: answer) { return .error(end.0, end.1, [answer]) }
    return SPFTermResult(outcome: answer.addresses.isEmpty ? .noMatch : .match, answers: [answer])
  }

  /// RFC 7208 §5.4: the exchanges in order of preference, at most ten of them (§4.6.4).
  private mutating func matchMX(_ target: [UInt8], _ lengths: SPFPrefixLengths) async -> SPFTermResult {
    guard let name = DomainName(spfText: target) else { return .noMatch }
    let answer = await ask([DNSQuestion(name, .mx)])[0]
    if let end = self.end(of: answer) { return .error(end.0, end.1, [answer]) }
    let exchanges = answer.spfExchanges
    let questions = exchanges.prefix(evaluator.limits.names).map { DNSQuestion($0, addressType) }
    var answers = [answer]
    for found in questions.isEmpty ? [] : await ask(questions) {
      answers.append(found)
      if let end = self.end(of: found) { return .error(end.0, end.1, answers) }
      if matches(found, lengths) { return SPFTermResult(outcome: .match, answers: answers) }
    }
    if exchanges.count > evaluator.limits.names {
      let problem = SPFProblem.tooManyExchanges(domain: name.description, count: exchanges.count)
      return .error(.permerror, problem, answers)
    }
    return SPFTermResult(outcome: .noMatch, answers: answers)
  }

  private func matches(_ answer: DNSAnswer, _ lengths: SPFPrefixLengths) -> Bool {
    answer.addresses.contains { lengths.network(around: $0)?.contains(identity.address) == true }
  }

  /// How the evaluation ends when this answer is a failure or one void too many.
  private mutating func end(of answer: DNSAnswer) -> (SPFResult, SPFProblem)? {
    if let failure = answer.failure { return (.temperror, problem(answer.question, failure)) }
    return countVoid(answer).map { (.permerror, $0) }
  }
}

extension DNSAnswer {
  /// The exchanges of the MX records by preference, then by name; the root of a null MX (RFC 7505 §3) is no host.
  var spfExchanges: [DomainName] {
    let hosts = records.compactMap { record -> (UInt16, DomainName)? in
      if case .mx(let preference, let exchange) = record.data, !exchange.isRoot { (preference, exchange) } else { nil }
    }
    return hosts.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.1)
  }
}
