public import AuditModel
public import Survey

extension Catalogue {
  /// The checks of the list before a domain goes live, in the order of reports.
  public static let launchChecks: [LaunchCheck] = [
    .preAllStreams,
    .preSeedResults,
    .preRUAWorking,
    .prePolicyStep,
    .preRollback,
    .preNewIP,
    .preConsent,
    .preMonitoring
  ]

  /// Whether keys that the owner has fit the records of DNS: APP-DKIM-SIGNER for key files.
  public static func keyFilesOutcome(_ signer: DKIMSignerSurvey) -> CheckOutcome {
    CheckOutcome(
      description: HostCheck.appDKIMSigner.description, judgement: .findings(SignerJudge(signer: signer).findings))
  }
}

extension Judgement {
  /// A question of the checklist that nobody answered; `key` is its name in the file of answers.
  static func unanswered(_ question: String, key: String) -> Judgement {
    .unknown(
      "Nobody told \(question).",
      remedy: "Answer \"\(key)\" in the file of --answers ('mailaudit launch --print-answers' prints one).")
  }
}

extension Evidence {
  /// An answer of the owner.
  static func answer(_ key: String, _ value: String) -> Evidence { Evidence(source: "answers: \(key)", excerpt: value) }
}
