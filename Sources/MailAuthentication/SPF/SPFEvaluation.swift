public import DNS
public import Syntax

/// What check_host() found, and how (RFC 7208 §4).
public struct SPFEvaluation: Sendable {
  /// The inputs.
  public let identity: SPFIdentity
  /// The call for the domain itself, with all that was asked below it.
  public let check: SPFCheck
  /// The text that the domain wants the sender of failing mail to see (RFC 7208 §6.2); printable ASCII.
  public let explanation: String?
  /// The answer with the text of the explanation, if one was asked for.
  public let explanationAnswer: DNSAnswer?
  /// Terms that count against the limit of ten, the one that broke it included (RFC 7208 §4.6.4).
  public let lookups: Int
  /// Look-ups that ended in NXDOMAIN or without records (RFC 7208 §4.6.4).
  public let voidLookups: Int

  /// The result.
  public var result: SPFResult { check.result }

  /// The directives that led to the result, from the record of the domain inwards; empty when nothing matched.
  public var path: [SPFPathElement] {
    var (path, next): ([SPFPathElement], SPFCheck?) = ([], check)
    while let current = next, let step = current.decidingStep {
      path.append(SPFPathElement(domain: current.domain, term: step.text))
      next = step.check
    }
    return path
  }

  /// Why the result is none, temperror or permerror; the innermost cause.
  public var problem: SPFProblem? { check.problem }
}

/// A record and the term in it that decided.
public struct SPFPathElement: Sendable, Hashable {
  /// The domain of the record.
  public let domain: String
  /// The term as it stands in the record.
  public let term: String
}

/// One call of check_host(): a domain, its record, and the terms that were evaluated.
public struct SPFCheck: Sendable {
  /// The domain, as text without a final dot.
  public let domain: String
  /// The answer with the TXT records; nil when the domain is malformed.
  public let answer: DNSAnswer?
  /// The record, if exactly one was selected.
  public let record: Parsed<SPFRecord>?
  /// The terms that were evaluated, in order.
  public let steps: [SPFStep]
  /// The result of the call.
  public let result: SPFResult
  /// Why the result is none, temperror or permerror.
  public let problem: SPFProblem?
  /// Where the explanation stands, with the domain it belongs to.
  let explanation: (domain: [UInt8], spec: SPFMacroString)?

  init(
    domain: String, answer: DNSAnswer? = nil, record: Parsed<SPFRecord>? = nil, steps: [SPFStep] = [],
    result: SPFResult, problem: SPFProblem? = nil, explanation: (domain: [UInt8], spec: SPFMacroString)? = nil
  ) {
    self.domain = domain
    self.answer = answer
    self.record = record
    self.steps = steps
    self.result = result
    self.problem = problem
    self.explanation = explanation
  }

  /// The step whose match, redirect or error made the result.
  public var decidingStep: SPFStep? {
    guard let last = steps.last, last.outcome != .noMatch else { return nil }
    return last
  }
}

/// The evaluation of one term.
public struct SPFStep: Sendable {
  /// The term.
  public let term: SPFTerm
  /// The term as it stands in the record.
  public let text: String
  /// The domain-spec with its macros put in, or the current domain; nil for `all`, `ip4` and `ip6`.
  public let target: String?
  /// The answers to what was asked for this term itself; what an include or redirect asked is in ``check``.
  public let answers: [DNSAnswer]
  /// What came of it.
  public let outcome: Outcome
  /// Terms counted for this one, those of nested records included.
  public let lookups: Int
  /// Void look-ups of this term, those of nested records included.
  public let voidLookups: Int
  /// The nested call of an include or redirect: one element or none.
  let nested: [SPFCheck]

  /// The nested call of an include or redirect.
  public var check: SPFCheck? { nested.first }

  /// What can come of a term.
  public enum Outcome: Sendable, Hashable {
    /// The mechanism matched: the result is that of its qualifier.
    case match
    /// The mechanism did not match.
    case noMatch
    /// The redirect gave this result.
    case redirected(SPFResult)
    /// The evaluation ended here with a temperror or permerror.
    case error(SPFResult, SPFProblem)
  }
}

/// Why check_host() came to none, temperror or permerror.
public enum SPFProblem: Error, Sendable, Hashable {
  /// The domain is malformed, or has a single label (RFC 7208 §4.3).
  case malformedDomain(String)
  /// The domain publishes no record (RFC 7208 §4.5).
  case noRecord(domain: String)
  /// More than one record (RFC 7208 §4.5).
  case multipleRecords(domain: String, count: Int)
  /// A syntax error anywhere in the record (RFC 7208 §4.6).
  case syntaxError(domain: String, faults: [SyntaxFault])
  /// An eleventh term that asks the DNS (RFC 7208 §4.6.4).
  case tooManyLookups(limit: Int)
  /// A third void look-up (RFC 7208 §4.6.4).
  case tooManyVoidLookups(limit: Int)
  /// More exchanges than an mx may look up (RFC 7208 §4.6.4).
  case tooManyExchanges(domain: String, count: Int)
  /// The target of an include or a redirect publishes no record (RFC 7208 §5.2, §6.1).
  case targetWithoutRecord(String)
  /// The DNS gave no answer (RFC 7208 §4.4, §5).
  case lookupFailed(DNSQuestion, DNSFailure)
  /// The time was up (RFC 7208 §4.6.4).
  case outOfTime
}

extension SPFProblem: CustomStringConvertible {
  /// The cause in a phrase.
  public var description: String {
    switch self {
    case .malformedDomain(let text): "\"\(text.prefix(80))\" is not a domain name of two labels or more"
    case .noRecord(let domain): "\(domain) publishes no SPF record"
    case .multipleRecords(let domain, let count): "\(domain) publishes \(count) SPF records"
    case .syntaxError(let domain, let faults):
      "the record of \(domain) has a syntax error" + (faults.first.map { ": \($0.message)" } ?? "")
    case .tooManyLookups(let limit): "more than \(limit) terms that query the DNS"
    case .tooManyVoidLookups(let limit): "more than \(limit) look-ups without an answer"
    case .tooManyExchanges(let domain, let count): "\(domain) has \(count) mail exchanges, more than an mx may look up"
    case .targetWithoutRecord(let domain): "\(domain), which an include or redirect names, publishes no SPF record"
    case .lookupFailed(let question, let failure): "\(question): \(failure)"
    case .outOfTime: "the evaluation ran out of time"
    }
  }
}
