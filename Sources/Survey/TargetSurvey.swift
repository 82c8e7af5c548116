public import DNS
import MailAuthentication

/// The names that the mail records of a domain point at, as far as others hold them, and whether they exist.
public struct TargetSurvey: Sendable {
  /// How many references lead into domains of others.
  public let count: Int
  /// Those whose name does not exist or could not be looked up, each once, in the order of the records.
  public let suspects: [MailTarget]

  /// What is known of a name that was not seen to exist.
  public enum Existence: Sendable {
    /// It does not exist, but the domain that somebody registered above it does.
    case nameMissing
    /// Neither it nor the domain that would have to be registered for it exists: anybody can register it.
    case unregistered(DomainName)
    /// Nobody can tell: the answer that failed.
    case unknown(DNSAnswer)
  }
}

/// A name in somebody else's domain that a mail record points at, and that was not seen to exist.
public struct MailTarget: Sendable {
  /// What points at it.
  public let reference: MailReference
  /// The answer for the name, with the aliases that led to its end.
  public let answer: DNSAnswer
  /// The answer for the registrable domain above the name; nil when it was not asked for.
  public let registration: DNSAnswer?
  /// Whether the name exists.
  public let existence: TargetSurvey.Existence

  /// The name at the end of the aliases.
  public var name: DomainName { answer.canonicalName }
}

extension TargetSurvey {
  /// Takes the targets from what the other surveys saw; asks only for the domains above names that do not exist.
  static func gather(
    _ references: [AnsweredReference], outside own: DomainName, list: PublicSuffixList, using resolver: any Resolver
  ) async -> TargetSurvey {
    let home = list.registrableDomain(of: own) ?? own
    let foreign = references.filter { !$0.answer.canonicalName.isEqual(toOrBelow: home) }
    var told: Set<MailReference> = []
    let suspects = foreign.filter { !$0.answer.provesExistence && told.insert($0.reference).inserted }
    let domains = suspects.map { registrableDomain(above: $0.answer, list) }
    let asked = Set(domains.compactMap { $0 }).sorted().prefix(TargetLimits.domains)
    let answers = asked.isEmpty ? [] : await resolver.answers(to: asked.map { DNSQuestion($0, .ns) })
    let known = Dictionary(answers.map { ($0.question.name, $0) }) { first, _ in first }
    return TargetSurvey(
      count: foreign.count,
      suspects: zip(suspects, domains).map { suspect, domain in
        target(suspect, domain.map { known[$0] ?? .notAsked($0, .ns) })
      })
  }

  /// The domain to ask for when a name does not exist; nil when the name is that domain, or exists for all we know.
  private static func registrableDomain(above answer: DNSAnswer, _ list: PublicSuffixList) -> DomainName? {
    let name = answer.canonicalName
    guard answer.outcome == .nameError, let domain = list.registrableDomain(of: name) else { return nil }
    return domain == name ? nil : domain
  }

  private static func target(_ suspect: AnsweredReference, _ registration: DNSAnswer?) -> MailTarget {
    MailTarget(
      reference: suspect.reference, answer: suspect.answer, registration: registration,
      existence: existence(suspect.answer, registration))
  }

  private static func existence(_ answer: DNSAnswer, _ registration: DNSAnswer?) -> Existence {
    guard answer.failure == nil else { return .unknown(answer) }
    // RFC 8020 §2: without the domain above there is no name below it; the name itself may be that domain.
    guard let registration else { return .unregistered(answer.canonicalName) }
    switch registration.outcome {
    case .records, .noData: return .nameMissing
    case .nameError: return .unregistered(registration.question.name)
    case .failure: return .unknown(registration)
    }
  }
}

extension DNSAnswer {
  /// Whether the name at the end of the aliases exists.
  fileprivate var provesExistence: Bool { failure == nil && outcome != .nameError }
}

/// The limits of looking at targets.
enum TargetLimits {
  /// So many domains above missing names are asked for; a domain with more has a grave finding already.
  static let domains = 20
}
