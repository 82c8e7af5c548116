import AuditModel
import Checks
import MailAuthentication
import Requirements
import Survey

/// What receivers and profiles make of outcomes.
enum RequirementResults {
  /// The answer of each receiver about a message.
  static func answers(
    of receivers: [Receiver], to survey: MessageSurvey, _ outcomes: [CheckOutcome]
  ) -> [ReceiverAnswer] {
    let mailClass = MailClass(survey)
    return receivers.map {
      ReceiverJudge($0, mailClass: mailClass, outcomes: outcomes, absence: absenceFromMessage).answer
    }
  }

  /// The result of each profile over a message.
  static func results(
    of profiles: [Profile], to survey: MessageSurvey, _ outcomes: [CheckOutcome]
  ) -> [ProfileResult] {
    let isListMail = MailClass(survey).isListMail
    return profiles.map {
      ProfileRules.of($0).result(of: outcomes, isListMail: isListMail, absence: absenceFromMessage)
    }
  }

  /// The result of each profile over a domain.
  static func results(of profiles: [Profile], _ outcomes: [CheckOutcome]) -> [ProfileResult] {
    results(of: profiles.map(ProfileRules.of), outcomes)
  }

  /// The result of each list of rules over a domain.
  static func results(of rules: [ProfileRules], _ outcomes: [CheckOutcome]) -> [ProfileResult] {
    rules.map { $0.result(of: outcomes, absence: absenceFromDomain) }
  }

  private static let ids = Set(Catalogue.descriptions.map(\.id))
  private static let messageIDs = Set(Catalogue.messageChecks.map(\.description.id))

  private static let absenceFromMessage: @Sendable (CheckID) -> String = { check in
    ids.contains(check) ? "its area is not looked at here" : nothingKnown
  }

  private static let absenceFromDomain: @Sendable (CheckID) -> String = { check in
    if messageIDs.contains(check) { return "it judges messages, not domains" }
    return ids.contains(check) ? "its area is not looked at here" : nothingKnown
  }

  private static let nothingKnown = "this version of mailaudit does not look at it"
}

extension MailClass {
  /// The class of a message by what the owner tells, and by the policy of the author's domain.
  init(_ survey: MessageSurvey) {
    self.init(isBulk: survey.options.isBulk, isListMail: Self.isListMail(survey.options.kind))
    guard case .known(let policy?)? = survey.author?.dmarc.effectivePolicy else { return }
    switch policy.policy {
    case .none: failurePolicy = FailurePolicy.none
    case .quarantine: failurePolicy = .quarantine
    case .reject: failurePolicy = .reject
    }
  }

  private static func isListMail(_ kind: MessageOptions.Kind?) -> Bool? {
    switch kind {
    case .marketing?, .subscribed?: true
    case .transactional?: false
    case nil: nil
    }
  }
}
