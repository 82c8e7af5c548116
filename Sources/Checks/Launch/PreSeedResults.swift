import AuditModel
import Survey

extension LaunchCheck {
  static let preSeedResults = LaunchCheck(
    CheckDescription(
      id: "PRE-SEED-RESULTS",
      area: .preLaunch,
      title: "Test messages pass at the main receivers",
      severity: .medium,
      severityReason: "only the receiver itself can tell what it makes of the mail",
      appliesWhen: "test messages were sent to mailboxes of one's own at the receivers",
      rule: """
        For each message, by the topmost Authentication-Results that its receiver wrote, or by the answers: fail when spf, \
        dkim or dmarc is anything but pass. Warn when it lay among spam. Unknown for a result that nobody told, and when \
        there is no such message.
        """,
      whyItMatters: "Some faults show at one receiver only: a key type that it does not know, a signature too many.",
      remedy: "Mend what that receiver names, and send another test message to it.",
      standards: ["RFC 8601 §2.7", "Yahoo, Sender FAQs §DKIM"],
      causes: ["SPF-IP-AUTHORISED", "DKIM-SIG-VALID", "DMARC-MSG-PASS"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "all pass at both") {
        $0.answers.seeds = [.init("gmail", passing, isSpam: false), .init("yahoo", passing, isSpam: false)]
      },
      LaunchExample(.fail, "Yahoo finds a permanent error") {
        $0.answers.seeds = [.init("yahoo", passing.merging(["dmarc": "permerror"]) { $1 }, isSpam: false)]
      },
      LaunchExample(.warn, "it lies among spam") { $0.answers.seeds = [.init("gmail", passing, isSpam: true)] },
      LaunchExample(.unknown, "nobody told of DMARC") {
        $0.answers.seeds = [.init("gmail", ["spf": "pass", "dkim": "pass"], isSpam: false)]
      },
      LaunchExample(.unknown, "nobody told the folder") { $0.answers.seeds = [.init("gmail", passing)] },
      LaunchExample(.unknown, "nothing was sent")
    ]
  ) { survey in
    guard let seeds = survey.answers.seeds, !seeds.isEmpty else {
      return .unanswered("what receivers made of a test message", key: "seeds")
    }
    return .findings(seeds.flatMap(findings))
  }

  private static let passing = ["spf": "pass", "dkim": "pass", "dmarc": "pass"]

  private static func findings(_ seed: LaunchAnswers.Seed) -> [Finding] {
    LaunchAnswers.Seed.methods.compactMap { finding(seed, $0) } + [placement(seed)].compactMap(\.self)
  }

  private static func finding(_ seed: LaunchAnswers.Seed, _ method: String) -> Finding? {
    guard let result = seed.results[method] else {
      return Finding(
        .unknown, subject: seed.receiver, "Nobody told what \(seed.receiver) made of \(method).",
        remedy: "Give the message as it arrived there (message: FILE), or \(method): RESULT.")
    }
    if result == "pass" { return nil }
    return Finding(
      .fail, subject: seed.receiver, "\(seed.receiver) gave \(method)=\(result) to the test message.",
      evidence: [.answer("seeds", "\(seed.receiver): \(method)=\(result)")])
  }

  private static func placement(_ seed: LaunchAnswers.Seed) -> Finding? {
    switch seed.isSpam {
    case false?: nil
    case true?:
      Finding(
        .warn, subject: seed.receiver, "\(seed.receiver) put the test message into spam.",
        evidence: [.answer("seeds", "\(seed.receiver): folder: spam")],
        remedy: "Run mailaudit message --receiver \(seed.receiver) on it.")
    case nil:
      Finding(
        .unknown, subject: seed.receiver, "Nobody told where \(seed.receiver) put the test message.",
        remedy: "Add folder: inbox or folder: spam.")
    }
  }
}
