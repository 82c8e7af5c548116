public import DNS
import MailAuthentication

/// The names that the mail records of a domain point at, as far as others hold them, and whether they exist.
public struct TargetSurvey: Sendable {
  /// The targets in the domains of others, in the order in which the records name them.
  public let targets: [MailTarget]

  /// What is known of the name that a record points at.
  public enum Existence: Sendable {
    /// It exists.
    case exists
    /// It does not, but the domain that somebody registered above it does.
    case nameMissing
    /// Neither it nor the domain that would have to be registered for it exists: anybody can register it.
    case unregistered(DomainName)
    /// Nobody can tell: the answer that failed.
    case unknown(DNSAnswer)
  }
}

/// A name in somebody else's domain that a mail record points at.
public struct MailTarget: Sendable {
  /// What points at it, such as `include:spf.example.net in the SPF record of example.org`.
  public let source: String
  /// The answer for the name, with the aliases that led to its end.
  public let answer: DNSAnswer
  /// The answer for the registrable domain above a missing name; nil when it was not asked for.
  public let registration: DNSAnswer?
  /// Whether the name exists.
  public let existence: TargetSurvey.Existence

  /// The name at the end of the aliases.
  public var name: DomainName { answer.canonicalName }
}

extension TargetSurvey {
  /// Takes the targets from what the other surveys saw; asks only for the domains above names that do not exist.
  static func gather(
    _ references: [MailReference], outside own: DomainName, list: PublicSuffixList, using resolver: any Resolver
  ) async -> TargetSurvey {
    let home = list.registrableDomain(of: own) ?? own
    var seen: Set<String> = []
    let foreign = references.filter {
      !$0.answer.canonicalName.isEqual(toOrBelow: home) && seen.insert($0.source).inserted
    }
    let domains = foreign.map { reference -> DomainName? in
      let name = reference.answer.canonicalName
      guard reference.answer.outcome == .nameError, let domain = list.registrableDomain(of: name) else { return nil }
      return domain == name ? nil : domain
    }
    let asked = Set(domains.compactMap { $0 }).sorted()
    let answers = await resolver.answers(to: asked.prefix(TargetLimits.domains).map { DNSQuestion($0, .ns) })
    let known = Dictionary(answers.map { ($0.question.name, $0) }) { first, _ in first }
    return TargetSurvey(
      targets: zip(foreign, domains).map { reference, domain in
        target(reference, domain.map { known[$0] ?? .notAsked($0, .ns) })
      })
  }

  private static func target(_ reference: MailReference, _ registration: DNSAnswer?) -> MailTarget {
    MailTarget(
      source: reference.source, answer: reference.answer, registration: registration,
      existence: existence(reference.answer, registration))
  }

  private static func existence(_ answer: DNSAnswer, _ registration: DNSAnswer?) -> Existence {
    switch answer.outcome {
    case .records, .noData: return .exists
    case .failure: return .unknown(answer)
    case .nameError: break
    }
    // RFC 8020 §2: without the domain above there is no name below it; the name itself may be that domain.
    guard let registration else { return .unregistered(answer.canonicalName) }
    switch registration.outcome {
    case .records, .noData: return .nameMissing
    case .nameError: return .unregistered(registration.question.name)
    case .failure: return .unknown(registration)
    }
  }
}

/// The limits of looking at targets.
enum TargetLimits {
  /// So many domains above missing names are asked for; a domain with more has a grave finding already.
  static let domains = 20
}
