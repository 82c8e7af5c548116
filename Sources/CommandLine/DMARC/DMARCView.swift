import DNS
import MailAuthentication
import Survey

/// What `mailaudit dmarc` shows, taken from the survey.
struct DMARCView {
  let survey: DMARCSurvey
  /// The day of the Public Suffix List that the answer of RFC 7489 rests on.
  let suffixListDate: String?
  /// What happens to mail that fails: of the domain, of an existing subdomain, of a non-existent one.
  let fates: [Fate]

  init(_ survey: DMARCSurvey, suffixListDate: String?) {
    self.survey = survey
    self.suffixListDate = suffixListDate
    let discovery = survey.discovery
    let subjects: [(DMARCRecord.Subject, DMARCPolicyDiscovery?)] = [
      (.domain, discovery), (.existingSubdomain, discovery.subdomain(exists: true)),
      (.nonexistentSubdomain, discovery.subdomain(exists: false))
    ]
    fates = subjects.compactMap { subject, discovery in discovery.map { Fate(subject, $0) } }
  }

  var domain: DomainName { survey.discovery.authorDomain }

  /// Whether a failed query leaves the policy for the domain open.
  var isUndecided: Bool { fates.first?.failure != nil }

  /// Where RFC 9989 and RFC 7489 part; nil when that is open.
  var differences: [DMARCDivergence]? { DMARCDivergence.between(survey.discovery, survey.former).value }

  /// The policy for mail of one kind of name, and where it comes from.
  struct Fate {
    let subject: DMARCRecord.Subject
    let policy: DMARCEffectivePolicy?
    let policyDomain: DomainName?
    let failure: (question: DNSQuestion, failure: DNSFailure)?

    init(_ subject: DMARCRecord.Subject, _ discovery: DMARCPolicyDiscovery) {
      self.subject = subject
      policy = discovery.effectivePolicy.value ?? nil
      policyDomain = (discovery.policyRecord.value ?? nil)?.domain
      if case .temporaryError(let question, let error) = discovery.effectivePolicy {
        failure = (question, error)
      } else {
        failure = nil
      }
    }
  }
}

extension DMARCView.Fate {
  /// The policy and its tag in words.
  var words: String {
    if let failure { return "undecided: \(failure.question) could not be looked up (\(failure.failure))" }
    guard let policy else {
      return policyDomain.map { "no DMARC: the record at _dmarc.\($0) counts as nothing" }
        ?? "no DMARC: no record applies"
    }
    let tag = policy.source == .faultyRecord ? "faulty policy tags" : "\(policy.source.rawValue)=\(policy.published)"
    let place = policyDomain.map { " at _dmarc.\($0)" } ?? ""
    return "\(policy.policy) (\(tag)\(place)\(policy.isTesting ? ", on trial by t=y" : ""))"
  }
}

extension DMARCWalkStep {
  /// What the step found, in words.
  var words: String {
    guard let answer else { return "no record: the name would be over-long" }
    switch outcome {
    case .temporaryError(let failure): return "not known: \(failure)"
    case .severalRecords: return "\(records.count) records, so none counts"
    case .record(let record): return "a record" + (record.psd == .undefined ? "" : " with psd=\(record.psd.rawValue)")
    case .noRecord:
      switch answer.outcome {
      case .nameError: return "no record (NXDOMAIN)"
      case .noData: return "no record (no TXT)"
      case .records, .failure: return "no record among \(answer.texts.count) TXT"
      }
    }
  }
}

extension DMARCDivergence {
  /// The difference in a sentence.
  var words: String {
    let place = { (name: DomainName?) in name.map { "at _dmarc.\($0)" } ?? "nowhere" }
    let policy = { (policy: DMARCPolicy?) in policy?.description ?? "no DMARC" }
    return switch self {
    case .organizationalDomain(let new, let old):
      "The organizational domain is \(new) by RFC 9989, \(old) by RFC 7489."
    case .policyDomain(let new, let old):
      "The record stands \(place(new)) for RFC 9989, \(place(old)) for RFC 7489."
    case .effectivePolicy(let new, let old):
      "The policy is \(policy(new)) by RFC 9989, \(policy(old)) by RFC 7489."
    case .sampling(let percentage):
      "By RFC 7489 the policy holds for \(percentage) percent of failing mail, by RFC 9989 for all."
    }
  }
}

extension DMARCReportAuthorization.Outcome {
  /// The consent in words.
  var words: String {
    switch self {
    case .sameOrganization: "the domain's own organization"
    case .authorized(let replacement):
      "has agreed"
        + (replacement.isEmpty ? "" : ", and sends them to \(replacement.map(\.text).joined(separator: ", "))")
    case .notAuthorized: "has not agreed: no reports go there"
    case .nameTooLong: "cannot agree, the name would be over-long: no reports go there"
    case .replacedByOtherHost(let host): "sends them to \(host), which voids the consent: no reports go there"
    case .temporaryError(_, let failure): "not known: \(failure)"
    }
  }
}
