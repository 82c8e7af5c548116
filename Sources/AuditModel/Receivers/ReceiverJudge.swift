/// Finds the answer of a receiver: a pure function of the outcomes, the class of the mail and the rules.
///
/// No points, no weights: the worst that a rule makes of the outcomes is the answer. It is monotonic: a better verdict
/// never makes a worse answer.
public struct ReceiverJudge: Sendable {
  private let receiver: Receiver
  private let mailClass: MailClass
  private let outcomes: [CheckID: CheckOutcome]
  private let explained: [CheckOutcome]
  private let needs: NeededInput
  private let absence: @Sendable (CheckID) -> String

  /// Makes a judge over `outcomes`.
  ///
  /// A check that is not among them counts as unknown; `absence` says why it is not, a phrase.
  public init(
    _ receiver: Receiver, mailClass: MailClass, outcomes: [CheckOutcome],
    absence: @escaping @Sendable (CheckID) -> String = { _ in "this check did not run" }
  ) {
    self.receiver = receiver
    self.mailClass = mailClass
    self.outcomes = Dictionary(outcomes.map { ($0.check, $0) }) { first, _ in first }
    explained = outcomes.filter { !$0.causedBy.isEmpty && $0.verdict >= .unknown }
    // SPF is evaluated for every address that is known.
    let spf = outcomes.first { $0.check == "SPF-IP-AUTHORISED" }
    needs = NeededInput(isListMail: mailClass.isListMail, lacksAddress: spf?.verdict == .notApplicable)
    self.absence = absence
  }

  /// The answer.
  public var answer: ReceiverAnswer {
    let claims = claims(mended: [])
    let defects = claims.filter { $0.verdict > .unknown }.map(\.check)
    return ReceiverAnswer(
      receiver: receiver, mailClass: mailClass, word: Self.word(of: claims), reasons: claims.map(reason),
      remarks: remarks(besides: Set(claims.map(\.check))).map(reason),
      afterRemedies: word(whenMended: Set(defects)))
  }

  /// What a check makes of the answer by a rule.
  private struct Claim {
    let check: CheckID
    let verdict: Verdict
    let word: ReceiverAnswer.Word
    let rule: ReceiverRule
  }

  private static func word(of claims: [Claim]) -> ReceiverAnswer.Word { claims.map(\.word).max() ?? .noKnownObstacle }

  /// The answer when `checks` pass, and with them what they alone explain.
  private func word(whenMended checks: Set<CheckID>) -> ReceiverAnswer.Word {
    var mended = checks
    var isGrowing = true
    while isGrowing {
      let next = explained.filter { !mended.contains($0.check) && $0.causedBy.allSatisfy(mended.contains) }
      isGrowing = !next.isEmpty
      mended.formUnion(next.map(\.check))
    }
    return Self.word(of: claims(mended: mended))
  }

  /// A check that does not apply because nobody told what it needs leaves the rule open: it concerns every sender.
  private func verdict(of check: CheckID, mended: Set<CheckID>) -> Verdict {
    if mended.contains(check) { return .pass }
    return outcomes[check].map { needs.reading(of: $0.verdict, by: check) } ?? .unknown
  }

  private func isExplained(_ check: CheckID) -> Bool {
    outcomes[check]?.causedBy.contains { outcomes[$0]?.effectiveLevel != nil } ?? false
  }
}

extension ReceiverJudge {
  /// What speaks against the mail, worst first, each check once.
  private func claims(mended: Set<CheckID>) -> [Claim] {
    var claims: [Claim] = []
    for rule in receiver.rules where rule.role(for: mailClass) == .required {
      claims += breaches(of: rule, mended: mended).map { breach in
        Claim(check: breach.check, verdict: breach.verdict, word: Self.word(of: breach.effect, rule), rule: rule)
      }
    }
    claims += generalClaims(mended: mended)
    var best: [CheckID: Int] = [:]
    var kept: [Claim] = []
    for claim in claims {
      if let index = best[claim.check] {
        if claim.word > kept[index].word { kept[index] = claim }
      } else {
        best[claim.check] = kept.count
        kept.append(claim)
      }
    }
    return kept.enumerated().sorted { ($1.element.word, $0.offset) < ($0.element.word, $1.offset) }.map(\.element)
  }

  /// What counts at every receiver: mail that fails DMARC, entries in block lists, complaints.
  private func generalClaims(mended: Set<CheckID>) -> [Claim] {
    let isHonoured = receiver.failureRule.enforcement == .refusal && mailClass.failurePolicy == .reject
    let pairs =
      receiver.failureRule.checks.map { ($0, receiver.failureRule, isHonoured) }
      + Receiver.reputationRule.checks.map { ($0, ownRule(on: $0) ?? Receiver.reputationRule, false) }
    return pairs.filter { verdict(of: $0.0, mended: mended) == .fail }.map { check, rule, isRefused in
      Claim(check: check, verdict: .fail, word: isRefused ? .refused : .atRisk, rule: rule)
    }
  }

  private func ownRule(on check: CheckID) -> ReceiverRule? { receiver.rules.first { $0.checks.contains(check) } }

  /// Breaches of what is advised or not stated.
  private func remarks(besides decided: Set<CheckID>) -> [Claim] {
    var seen = decided
    return receiver.rules.filter { rule in
      rule.role(for: mailClass).map { $0 != .required } ?? false
    }.flatMap { rule in
      breaches(of: rule, mended: []).filter { $0.effect > .unknown }.compactMap { breach in
        seen.insert(breach.check).inserted
          ? Claim(check: breach.check, verdict: breach.verdict, word: .noKnownObstacle, rule: rule) : nil
      }
    }
  }

  /// The checks that break a rule, with their verdicts, and with what each amounts to while the other ways to keep the
  /// rule are as they are.
  private func breaches(of rule: ReceiverRule, mended: Set<CheckID>) -> [Breach] {
    let ways = rule.ways.map { way in
      way.map { demand in
        let verdict = verdict(of: demand.check, mended: mended)
        let reading = demand.reading(of: verdict, isExplained: isExplained(demand.check))
        return Breach(check: demand.check, verdict: verdict, effect: reading)
      }
    }
    let best = ways.map { $0.map(\.effect).max() ?? .pass }.min() ?? .pass
    guard best >= .unknown else { return [] }
    return ways.flatMap { way in
      way.filter { $0.effect >= .unknown }
        .map { Breach(check: $0.check, verdict: $0.verdict, effect: min($0.effect, best)) }
    }
  }

  private struct Breach {
    let check: CheckID
    let verdict: Verdict
    let effect: Verdict
  }

  private static func word(of effect: Verdict, _ rule: ReceiverRule) -> ReceiverAnswer.Word {
    switch effect {
    case .fail: rule.enforcement == .refusal ? .refused : .atRisk
    case .warn: .atRisk
    case .unknown: .notEnoughData
    case .info, .pass, .notApplicable: .noKnownObstacle
    }
  }
}

extension ReceiverJudge {
  private func reason(_ claim: Claim) -> ReceiverAnswer.Reason {
    let outcome = outcomes[claim.check]
    let finding = outcome?.findings.first { $0.verdict == claim.verdict }
    let chain = outcome.map { $0.causes(among: outcomes) } ?? []
    return ReceiverAnswer.Reason(
      check: claim.check, verdict: claim.verdict, word: claim.word,
      statement: finding?.statement ?? "\(claim.check) says nothing: \(silence(of: claim.check)).",
      evidence: finding?.evidence.first, rule: claim.rule,
      remedy: chain.first?.remedy ?? finding?.remedy ?? defectRemedy(claim) ?? missing(claim),
      chain: chain.map(\.link), afterRemedy: word(whenMended: [claim.check]))
  }

  private func silence(of check: CheckID) -> String {
    guard let outcome = outcomes[check] else { return absence(check) }
    if needs.isAboutOthers(check) { return "nobody told which address sends" }
    if case .notApplicable(let reason) = outcome.judgement { return reason }
    return "nothing was seen"
  }

  private func defectRemedy(_ claim: Claim) -> String? {
    claim.verdict > .unknown ? outcomes[claim.check]?.description.remedy : nil
  }

  /// What would make visible what no check looked at.
  private func missing(_ claim: Claim) -> String {
    if let open = outcomes[claim.check]?.findings.first(where: { $0.verdict == .unknown }) {
      return "Settle what keeps it open: \(open.statement)"
    }
    if let input = needs.remedy(for: claim.check) { return input }
    if claim.rule.concernsListMailOnly, mailClass.isListMail == nil {
      return "Tell what kind of mail it is (--kind): the rule concerns marketing and subscribed mail only."
    }
    return "Find out by other means whether this holds: \(claim.rule.statement)."
  }
}

extension CheckOutcome {
  /// The worst fact as a link of a chain.
  fileprivate var link: ReceiverAnswer.Cause {
    let worst = findings.first
    return ReceiverAnswer.Cause(check: check, statement: worst?.statement ?? "", evidence: worst?.evidence.first)
  }

  /// What to do about the worst fact.
  fileprivate var remedy: String? { findings.first?.remedy ?? (effectiveLevel == nil ? nil : description.remedy) }
}
