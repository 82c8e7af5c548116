/// What a profile asks for, and how it takes the verdicts of checks.
public struct ProfileRules: Sendable {
  /// The name of the profile.
  public let name: String
  /// The profile; nil for one of the user's own.
  public let profile: Profile?
  /// The checks that have to pass.
  public let required: [CheckID]
  /// The checks whose defects are remarks.
  public let advised: [CheckID]
  /// Where the profile takes a verdict otherwise than the check gives it.
  public let readings: [Reading]
  /// The checks that concern advertising and subscribed mail only.
  public let listMailOnly: Set<CheckID>
  /// What the profile asks for and nobody looks at, sentences.
  public let blindSpots: [String]

  /// Makes rules of their parts.
  public init(
    _ profile: Profile, required: [CheckID], advised: [CheckID], readings: [Reading] = [],
    listMailOnly: Set<CheckID> = [], blindSpots: [String] = []
  ) {
    (name, self.profile) = (profile.rawValue, profile)
    self.required = required
    self.advised = advised
    self.readings = readings
    self.listMailOnly = listMailOnly
    self.blindSpots = blindSpots
  }

  /// Makes a profile of the user's own: two lists, and no reading of its own.
  public init(named name: String, required: [CheckID], advised: [CheckID]) {
    (self.name, profile, self.required, self.advised) = (name, nil, required, advised)
    (readings, listMailOnly, blindSpots) = ([], [], [])
  }

  /// A verdict that the profile takes otherwise.
  public struct Reading: Sendable {
    /// The check.
    public let check: CheckID
    /// What it says.
    public let verdict: Verdict
    /// What the profile makes of that.
    public let meaning: Verdict
    /// The verdict that another check has to have for this reading; nil when there is no such condition.
    public let condition: (check: CheckID, verdict: Verdict)?
    /// What the evidence has to begin with for this reading; nil when there is no such condition.
    public let excerpt: String?

    /// Makes a reading of its parts.
    public init(
      _ check: CheckID, _ verdict: Verdict, means meaning: Verdict,
      when condition: (check: CheckID, verdict: Verdict)? = nil, seeing excerpt: String? = nil
    ) {
      self.check = check
      self.verdict = verdict
      self.meaning = meaning
      self.condition = condition
      self.excerpt = excerpt
    }
  }

  /// The result over `outcomes`. A check that is not among them counts as unknown; `absence` says why, a phrase.
  public func result(
    of outcomes: [CheckOutcome], isListMail: Bool? = nil,
    absence: (CheckID) -> String = { _ in "this check did not run" }
  ) -> ProfileResult {
    let byID = Dictionary(outcomes.map { ($0.check, $0) }) { first, _ in first }
    func items(_ checks: [CheckID]) -> [ProfileResult.Item] {
      checks.filter { isListMail != false || !listMailOnly.contains($0) }.map { check in
        let given = byID[check]?.verdict ?? .unknown
        let finding = byID[check]?.findings.first
        let reason = byID[check]?.idleReason ?? absence(check)
        return ProfileResult.Item(
          check: check, verdict: reading(of: check, given, byID, NeededInput(isListMail: isListMail)),
          statement: finding?.statement ?? "\(check): \(reason).")
      }
    }
    return ProfileResult(
      name, profile: profile, required: items(required), advised: items(advised), blindSpots: blindSpots)
  }

  private func reading(
    of check: CheckID, _ verdict: Verdict, _ outcomes: [CheckID: CheckOutcome], _ needs: NeededInput
  ) -> Verdict {
    readings.first { $0.check == check && $0.verdict == verdict && $0.holds(outcomes) }?.meaning
      ?? needs.reading(of: verdict, by: check)
  }
}

extension ProfileRules.Reading {
  fileprivate func holds(_ outcomes: [CheckID: CheckOutcome]) -> Bool {
    if let condition, outcomes[condition.check]?.verdict != condition.verdict { return false }
    guard let excerpt else { return true }
    return outcomes[check]?.findings.first?.evidence.first?.excerpt.hasPrefix(excerpt) ?? false
  }
}

extension CheckOutcome {
  /// Why the check has no meaning here.
  fileprivate var idleReason: String? {
    if case .notApplicable(let reason) = judgement { reason } else { nil }
  }
}
