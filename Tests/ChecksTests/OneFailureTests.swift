import AuditModel
import AuditTesting
import Checks
import DNS
import Survey
import Testing

/// One question fails that was answered before, each in turn: no check says anything else than before, but that it is
/// undecided. What nobody could look at is neither absent nor in order.
@Suite struct OneFailureTests {
  @Test(arguments: RichZone.all)
  func changesNoVerdict(zone: RichZone) async {
    let before = await zone.survey()
    let verdicts = Catalogue.domainChecks.map { $0.judge(before) }
    for answer in before.answers where answer.failure == nil {
      let after = await zone.survey { $0 == answer.question }
      hold(before, verdicts, after, answer.question)
    }
  }

  @Test(arguments: ExampleRun.all(of: Catalogue.domainChecks))
  func changesNoVerdictOfAnExample(run: ExampleRun) async throws {
    let before = try await run.survey()
    let verdicts = [run.check.judge(before)]
    for answer in before.answers where answer.failure == nil && !answer.records.isEmpty {
      let after = try await run.survey { $0 == answer.question }
      hold(before, verdicts, after, answer.question, checks: [run.check])
    }
  }

  private func hold(
    _ before: DomainSurvey, _ verdicts: [Judgement], _ after: DomainSurvey, _ question: DNSQuestion,
    checks: [DomainCheck] = Catalogue.domainChecks
  ) {
    for (check, old) in zip(checks, verdicts) {
      let new = check.judge(after)
      let change = FailureChange(check.description.id, old, new, question)
      #expect(change.isAllowed, "\(question) fails, and \(check.description.id) says \(new) in place of \(old)")
    }
  }
}

/// What a check says before and after a question fails.
struct FailureChange {
  private let check: CheckID
  private let (before, after): (Judgement, Judgement)
  private let question: DNSQuestion

  init(_ check: CheckID, _ before: Judgement, _ after: Judgement, _ question: DNSQuestion) {
    self.check = check
    self.before = before
    self.after = after
    self.question = question
  }

  var isAllowed: Bool {
    let (old, new) = (before.verdict, after.verdict)
    return old == new || new == .unknown || isLessOfADefect || Self.aboutFailures.contains(check)
      || Self.exceptions.contains { $0.check == check && $0.change == (old, new) && $0.isMeant(question) }
  }

  /// A defect that is seen in part stands as what is seen of it, with what could not be seen beside.
  private var isLessOfADefect: Bool {
    guard before.verdict == .fail, case .findings(let findings) = after, after.verdict == .warn else { return false }
    return findings.contains { $0.verdict == .unknown }
  }

  /// The checks whose very subject is that a question fails.
  private static let aboutFailures: Set<CheckID> = ["DNS-RESOLVE-ERROR", "SPF-TEMPERROR"]

  /// A change that is right, and why.
  private struct Exception: Sendable {
    let check: CheckID
    let change: (Verdict, Verdict)
    let reason: String
    var isMeant: @Sendable (DNSQuestion) -> Bool = { _ in true }
  }

  private static let exceptions: [Exception] =
    [
      Exception(
        check: "DNSSEC-DENIAL-PROOF", change: (.pass, .fail),
        reason: "a signed zone that fails for TLSA questions defers mail (RFC 7672 §2.1.2): the failure is the subject",
        isMeant: { $0.type == .tlsa }),
      Exception(
        check: "DANE-DNSSEC", change: (.notApplicable, .fail),
        reason: "in a zone with broken signatures a failed TLSA question is what senders meet",
        isMeant: { $0.type == .tlsa }),
      Exception(
        check: "DMARC-NP", change: (.notApplicable, .info),
        reason: "a suffix that takes a domain's place breaks RFC 9989 §5.2; its silence does not count as such a breach"
      ),
      Exception(check: "DMARC-SP-WEAKER", change: (.notApplicable, .pass), reason: "as DMARC-NP"),
      Exception(
        check: "DNS-CNAME-CONFLICT", change: (.pass, .notApplicable),
        reason: "an alias of a reverse name is a delegation (RFC 2317 §4), and others have it",
        isMeant: { $0.type == .ptr }),
      Exception(
        check: "DKIM-ED25519", change: (.pass, .notApplicable),
        reason: "beside an RSA key that is seen, an Ed25519 key does no harm, seen or not")
    ] + unnamedHosts

  /// Of an address that nobody named there is a remark at most, and often none: most domains send from elsewhere. That it
  /// could not be looked up is such a remark, or the reason for which there is nothing to judge.
  private static let unnamedHosts: [Exception] = {
    let checks: [CheckID] = ["RDNS-PTR", "RDNS-FCRDNS", "RDNS-GENERIC", "RDNS-OWN-DOMAIN", "RDNS-IPV6"]
    let changes: [(Verdict, Verdict)] = [(.pass, .info), (.pass, .notApplicable), (.info, .notApplicable)]
    return checks.flatMap { check in
      changes.map { Exception(check: check, change: $0, reason: "an address that nobody named") }
    }
  }()
}
