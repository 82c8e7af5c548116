public import DNS

import Syntax

/// The check_host() function (RFC 7208 §4), which asks its questions through a resolver.
public struct SPFEvaluator: Sendable {
  /// Answers the questions.
  public let resolver: any Resolver
  /// The limits.
  public var limits = SPFLimits()
  /// When the evaluation ends in a temperror (RFC 7208 §4.6.4); nil for never.
  public var deadline: ContinuousClock.Instant?
  /// The name of the checking host, for `%{r}`.
  public var receiver = "unknown"
  /// Seconds since 1970, for `%{t}`.
  public var timestamp: Int64 = 0

  /// Makes an evaluator with the limits of RFC 7208 and no deadline.
  public init(resolver: any Resolver) {
    self.resolver = resolver
  }

  /// Evaluates one identity.
  public func evaluate(_ identity: SPFIdentity) async -> SPFEvaluation {
    var run = SPFRun(evaluator: self, identity: identity)
    let check = await run.checkHost(identity.domain)
    let (lookups, voidLookups) = (run.lookups, run.voidLookups)
    let answer = await run.explanationAnswer(of: check)
    let text = await run.explanation(of: check, from: answer)
    return SPFEvaluation(
      identity: identity, check: check, explanation: text, explanationAnswer: answer, lookups: lookups,
      voidLookups: voidLookups)
  }
}

/// One evaluation under way: the counts of RFC 7208 §4.6.4 run over all nested records.
struct SPFRun {
  let evaluator: SPFEvaluator
  let identity: SPFIdentity
  var lookups = 0
  var voidLookups = 0
  /// The answer with the names of the address, once it has been asked for.
  var pointers: DNSAnswer?
  /// Those of the names that lead back to the address (RFC 7208 §5.5).
  var validated: [DomainName] = []

  init(evaluator: SPFEvaluator, identity: SPFIdentity) {
    self.evaluator = evaluator
    self.identity = identity
  }

  /// check_host() for one domain; it calls itself for include and redirect, at most as often as the limit allows.
  mutating func checkHost(_ domain: [UInt8]) async -> SPFCheck {
    let shown = String(decoding: domain, as: UTF8.self)
    guard let name = DomainName(spfDomain: domain) else {
      return SPFCheck(domain: shown, result: .none, problem: .malformedDomain(shown))
    }
    let answer = await ask([DNSQuestion(name, .txt)])[0]
    if let failure = answer.failure {
      let problem = problem(answer.question, failure)
      return SPFCheck(domain: shown, answer: answer, result: .temperror, problem: problem)
    }
    let records = SPFSelection(answer).records
    guard let text = records.first else {
      return SPFCheck(domain: shown, answer: answer, result: .none, problem: .noRecord(domain: shown))
    }
    if records.count > 1 {
      let problem = SPFProblem.multipleRecords(domain: shown, count: records.count)
      return SPFCheck(domain: shown, answer: answer, result: .permerror, problem: problem)
    }
    return await evaluate(SPFRecord.parse(text), of: domain, answer)
  }

  /// RFC 7208 §4.6: a syntax error anywhere comes before everything else; then the terms from left to right.
  private mutating func evaluate(
    _ record: Parsed<SPFRecord>, of domain: [UInt8], _ answer: DNSAnswer
  ) async -> SPFCheck {
    let shown = String(decoding: domain, as: UTF8.self)
    guard let value = record.value, !record.isPermanentError else {
      let problem = SPFProblem.syntaxError(domain: shown, faults: record.faults.filter { $0.gravity == .fatal })
      return SPFCheck(domain: shown, answer: answer, record: record, result: .permerror, problem: problem)
    }
    var steps: [SPFStep] = []
    for term in value.termsInOrder {
      let step = await self.step(term, text: term.text(in: record.text), domain: domain)
      steps.append(step)
      guard step.outcome != .noMatch else { continue }
      return SPFCheck(
        domain: shown, answer: answer, record: record, steps: steps, result: Self.result(of: step),
        problem: Self.problem(of: step), explanation: Self.explanation(of: step, in: value, domain))
    }
    return SPFCheck(domain: shown, answer: answer, record: record, steps: steps, result: .neutral)
  }

  private static func result(of step: SPFStep) -> SPFResult {
    switch step.outcome {
    case .match: step.term.qualifier?.result ?? .neutral
    case .noMatch: .neutral
    case .redirected(let result), .error(let result, _): result
    }
  }

  private static func problem(of step: SPFStep) -> SPFProblem? {
    switch step.outcome {
    case .match, .noMatch: nil
    case .redirected: step.check?.problem
    case .error(_, let problem): problem
    }
  }

  /// RFC 7208 §6.2: the record that gives the result explains it: the target of a redirect, never that of an include.
  private static func explanation(
    of step: SPFStep, in record: SPFRecord, _ domain: [UInt8]
  ) -> (domain: [UInt8], spec: SPFMacroString)? {
    if case .redirected = step.outcome { return step.check?.explanation }
    return record.explanation.map { (domain, $0) }
  }

  // MARK: The DNS

  /// Asks a batch, unless the time is up.
  func ask(_ questions: [DNSQuestion]) async -> [DNSAnswer] {
    if let deadline = evaluator.deadline, ContinuousClock.now >= deadline {
      return questions.map { .notAsked($0) }
    }
    let answers = await evaluator.resolver.answers(to: questions)
    if answers.count == questions.count { return answers }
    return questions.map { .notAsked($0) }
  }

  func problem(_ question: DNSQuestion, _ failure: DNSFailure) -> SPFProblem {
    failure == .notAsked ? .outOfTime : .lookupFailed(question, failure)
  }

  /// Counts a void look-up; the problem when there are too many (RFC 7208 §4.6.4).
  mutating func countVoid(_ answer: DNSAnswer) -> SPFProblem? {
    guard answer.isVoid else { return nil }
    voidLookups += 1
    let limit = evaluator.limits.voidLookups
    return voidLookups > limit ? .tooManyVoidLookups(limit: limit) : nil
  }
}
