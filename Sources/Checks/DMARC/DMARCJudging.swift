import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Judges the DMARC record that applies: not applicable without one, unknown while nobody can tell.
  func judgeDMARCRecord(_ judge: (DMARCPolicyDiscovery.PolicyRecord) -> Judgement) -> Judgement {
    switch dmarc.policyRecord {
    case .temporaryError(let question, let failure): dmarcUnknown(question, failure)
    case .known(nil): .notApplicable("no DMARC record applies to \(domain)")
    case .known(let found?): judge(found)
    }
  }

  /// Judges the record that applies when the owner of the domain can mend it: the record of a public suffix is
  /// somebody else's.
  func judgeOwnDMARCRecord(_ judge: (DMARCPolicyDiscovery.PolicyRecord) -> Judgement) -> Judgement {
    judgeDMARCRecord { found in
      found.domain.isEqual(toOrBelow: registeredDomain)
        ? judge(found) : .notApplicable("the record that applies is that of the public suffix \(found.domain)")
    }
  }

  /// What a missing answer makes of a check of DMARC.
  func dmarcUnknown(_ question: DNSQuestion, _ failure: DNSFailure) -> Judgement {
    .unknown(
      "\(question) could not be looked up (\(failure)), and the DMARC policy of \(domain) may depend on it.",
      evidence: [
        Evidence(answers.first { $0.question == question } ?? .init(question: question, outcome: .failure(failure)))
      ])
  }

  /// The steps of the walk up to the registered domain: what stands above is somebody else's.
  var ownDMARCSteps: [DMARCWalkStep] {
    dmarc.discovery.walk.steps.filter { $0.domain.isEqual(toOrBelow: registeredDomain) }
  }

  /// The queries of the walk as evidence, longest name first.
  var dmarcWalkEvidence: [Evidence] { dmarc.discovery.walk.steps.compactMap { $0.answer.map { Evidence($0) } } }

  /// The name under which the owner of the domain registered it: records above it are somebody else's.
  var registeredDomain: DomainName { dmarc.former.organizationalDomain }
}

extension DMARCPolicyDiscovery.PolicyRecord {
  /// The question that found the record.
  var question: DNSQuestion { DMARCWalkStep.question(for: domain) ?? DNSQuestion(domain, .txt) }

  /// The text of the record as evidence, with the octets that matter.
  func evidence(_ highlight: Range<Int>? = nil) -> Evidence {
    Evidence(text: record.text, of: question, highlight: highlight)
  }

  /// The text of the record with the first of `tags` that it has.
  func evidence(tag tags: String...) -> Evidence {
    let list = value.tags
    return evidence(tags.lazy.compactMap { list[$0]?.range }.first)
  }

  /// The name where the record stands, `_dmarc` included.
  var owner: DomainName { question.name }
}

extension SyntaxFault {
  /// Whether the fault lies in one of `tags` of a record.
  func concerns(_ tags: [String], of record: DMARCRecord) -> Bool {
    record.tags.tags.contains { tag in
      tag.range.contains(range.lowerBound) && tags.contains { record.tags.isNamed(tag, $0) }
    }
  }

  /// The message as a sentence.
  var sentence: String { "\(message.first.map { $0.uppercased() } ?? "")\(message.dropFirst())." }
}

extension DomainSurvey {
  /// Judges the record that applies when it stands at the organizational domain: only there sp and np are read
  /// (RFC 9989 §4.7).
  func judgeDMARCOrganization(_ judge: (DMARCPolicyDiscovery.PolicyRecord) -> Judgement) -> Judgement {
    judgeDMARCRecord { found in
      switch dmarc.organizationalDomain {
      // What a suffix publishes makes no other name the organizational domain than this one, unless it breaks
      // RFC 9989 §5.2; DMARC-PSD-PARENT looks at that.
      case .temporaryError(let question, _)
      where found.domain == registeredDomain && !question.name.isEqual(toOrBelow: registeredDomain):
        judge(found)
      case .temporaryError(let question, let failure): dmarcUnknown(question, failure)
      case .known(found.domain): judge(found)
      case .known(let other): .notApplicable("\(other), not \(found.domain), is the organizational domain")
      }
    }
  }
}

extension Collection<DMARCWalkStep> {
  /// The first question without an answer; nil when all are answered.
  var failure: (question: DNSQuestion, failure: DNSFailure)? {
    for case let answer? in map(\.answer) {
      if let failure = answer.failure { return (answer.question, failure) }
    }
    return nil
  }
}

extension DMARCReportAuthorization {
  /// Whether nobody can tell where the address lies.
  var isOpen: Bool { if case .temporaryError = outcome { true } else { false } }

  /// Whether the address is known to lie outside of the policy domain's organization.
  var isOutside: Bool {
    switch outcome {
    case .sameOrganization, .temporaryError: false
    case .authorized, .notAuthorized, .nameTooLong, .replacedByOtherHost: true
    }
  }
}
