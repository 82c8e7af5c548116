public import DNS
import MailAuthentication

/// What DNSSEC says of the names that mail of a domain depends on, each on its own.
public struct DNSSECSurvey: Sendable {
  /// The answers that were judged, in the order of mail: the domain, its policies, its keys, its hosts. Empty when
  /// nobody validates.
  public let subjects: [Subject]
  /// The NSEC3 parameters of the domain's zone; nil unless the zone is signed.
  public let parameters: DNSAnswer?
  /// Whether anybody validated; false leaves all open.
  public let isValidated: Bool

  private let byQuestion: [DNSQuestion: Subject]

  /// An answer and the verdict on it.
  public final class Subject: Sendable {
    /// What the answer is for.
    public let role: Role
    /// The question.
    public let question: DNSQuestion
    /// The verdict on its answer.
    public let verdict: DNSSECVerdict

    /// Makes the value of its parts.
    public init(role: Role, question: DNSQuestion, verdict: DNSSECVerdict) {
      self.role = role
      self.question = question
      self.verdict = verdict
    }
  }

  /// What an answer is for.
  public enum Role: Sendable, Hashable {
    /// The MX records of the domain.
    case mx
    /// Its TXT records, SPF among them.
    case spf
    /// Its DMARC record.
    case dmarc
    /// The record that announces MTA-STS.
    case mtaSTS
    /// The addresses of the host that has the MTA-STS policy.
    case policyHost
    /// A DKIM key.
    case dkimKey
    /// The addresses of a host that receives mail.
    case mxHost(DomainName)
    /// The TLSA records of such a host (RFC 7672 §2.2.3).
    case tlsa(DomainName)
  }

  init(_ subjects: [Subject], parameters: DNSAnswer?, isValidated: Bool) {
    self.subjects = subjects
    self.parameters = parameters
    self.isValidated = isValidated
    byQuestion = Dictionary(subjects.lazy.map { ($0.question, $0) }) { first, _ in first }
  }

  /// The verdict on the answer to a question; nil when it was not judged.
  public func verdict(on question: DNSQuestion) -> DNSSECVerdict? { byQuestion[question]?.verdict }

  /// The verdict on the answer to a question; nil when it was not judged.
  public func verdict(on name: DomainName, _ type: DNSRecordType) -> DNSSECVerdict? {
    byQuestion[DNSQuestion(name, type)]?.verdict
  }

  /// The verdict on the MX records, which stands for the domain as a whole.
  public var domainVerdict: DNSSECVerdict? { subjects.first { $0.role == .mx }?.verdict }
}

extension DNSSECSurvey {
  /// The verdicts on what is certain to be asked, while the rest of the survey is still looking.
  static func begin(_ domain: DomainName, _ validator: (any DNSSECValidator)?) async -> [Subject] {
    await judge(ownQuestions(domain), validator)
  }

  private static func ownQuestions(_ domain: DomainName) -> [(Role, DNSQuestion)] {
    var questions: [(Role, DNSQuestion)] = [(.mx, DNSQuestion(domain, .mx)), (.spf, DNSQuestion(domain, .txt))]
    if let name = domain.prefixed(with: "_dmarc") { questions.append((.dmarc, DNSQuestion(name, .txt))) }
    if let name = domain.prefixed(with: "_mta-sts") { questions.append((.mtaSTS, DNSQuestion(name, .txt))) }
    return questions
  }

  /// Adds the verdicts on what the other surveys found to those that were begun; all of them where none were.
  static func gather(
    _ begun: [Subject]?, of domain: DomainName, hosts: MXSurvey, keys: DKIMSurvey, apex: ZoneSurvey.Apex,
    _ validator: (any DNSSECValidator)?, using resolver: any Resolver
  ) async -> DNSSECSurvey {
    guard validator != nil else { return DNSSECSurvey([], parameters: nil, isValidated: false) }
    async let policyHost = MTASTSSurvey.announcedHost(of: domain, using: resolver)
    let known = keyQuestions(keys) + hostQuestions(hosts)
    guard let begun else {
      let subjects = await judge(ownQuestions(domain) + policyQuestions(policyHost) + known, validator)
      let parameters = await parameters(subjects, apex, using: resolver)
      return DNSSECSurvey(subjects, parameters: parameters, isValidated: true)
    }
    async let parameters = parameters(begun, apex, using: resolver)
    let found = await judge(policyQuestions(policyHost) + known, validator)
    return DNSSECSurvey(begun + found, parameters: await parameters, isValidated: true)
  }

  private static func policyQuestions(_ host: DomainName?) -> [(Role, DNSQuestion)] {
    guard let host else { return [] }
    return [(.policyHost, DNSQuestion(host, .a)), (.policyHost, DNSQuestion(host, .aaaa))]
  }

  private static func keyQuestions(_ keys: DKIMSurvey) -> [(Role, DNSQuestion)] {
    keys.selectors.filter { !$0.isFromWildcard }.compactMap { $0.lookup.answer?.question }
      .prefix(DNSSECSurveyLimits.keys).map { (.dkimKey, $0) }
  }

  private static func hostQuestions(_ hosts: MXSurvey) -> [(Role, DNSQuestion)] {
    hosts.hosts.prefix(DNSSECSurveyLimits.hosts).flatMap { host -> [(Role, DNSQuestion)] in
      let addresses: [(Role, DNSQuestion)] = [
        (.mxHost(host.name), DNSQuestion(host.name, .a)), (.mxHost(host.name), DNSQuestion(host.name, .aaaa))
      ]
      // RFC 7672 §2.2.3: port 25 and TCP.
      let tlsa = host.name.prefixed(with: "_25._tcp").map { (Role.tlsa(host.name), DNSQuestion($0, .tlsa)) }
      return addresses + (tlsa.map { [$0] } ?? [])
    }
  }

  private static func judge(
    _ questions: [(Role, DNSQuestion)], _ validator: (any DNSSECValidator)?
  ) async -> [Subject] {
    guard let validator, !questions.isEmpty else { return [] }
    let verdicts = await validator.verdicts(on: questions.map(\.1))
    return zip(questions, verdicts).map { Subject(role: $0.0, question: $0.1, verdict: $1) }
  }

  /// NSEC3PARAM says how names are hashed even where nothing was denied (RFC 5155 §4).
  private static func parameters(
    _ begun: [Subject], _ apex: ZoneSurvey.Apex, using resolver: any Resolver
  ) async -> DNSAnswer? {
    guard case .known(let zone, _, _) = apex,
      begun.contains(where: { $0.verdict.zone == zone && $0.verdict.state == .secure })
    else { return nil }
    return await resolver.answer(to: zone, .nsec3param)
  }
}

/// The limits of validating.
enum DNSSECSurveyLimits {
  /// So many hosts are judged, the most preferred first; big receivers publish ten or fewer.
  static let hosts = 20
  /// So many DKIM keys are judged; more selectors than this belong to guesses or to a wildcard.
  static let keys = 20
}
