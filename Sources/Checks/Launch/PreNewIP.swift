import AuditModel
import DNS
import Survey

extension LaunchCheck {
  static let preNewIP = LaunchCheck(
    CheckDescription(
      id: "PRE-NEW-IP",
      area: .preLaunch,
      title: "A new address is clean, and its mail grows slowly",
      severity: .medium,
      severityReason: "an address without a reputation is treated as a bad one at first",
      appliesWhen: "mail will come from an address that sent none before",
      rule: """
        Fail when RDNS-PTR, RDNS-FCRDNS or DNSBL-IP fails for the address. Warn without a plan by which the mail grows, and \
        when an earlier user of the address was listed. Unknown when the address is not named, one of these checks is \
        undecided, or nobody told.
        """,
      whyItMatters: "Receivers slow down or refuse most mail of the first weeks.",
      remedy: "Let the mail grow for four to six weeks, to those first who open and answer.",
      standards: [
        "Microsoft, Outlook.com Troubleshooting §new IPs", "M3AAWG, Sender Best Common Practices v4.0 §Warm-up"
      ],
      causes: ["RDNS-PTR", "RDNS-FCRDNS", "DNSBL-IP"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      LaunchExample(.pass, "a clean address and a plan", zone: clean) { told(&$0) },
      LaunchExample(.fail, "no name", zone: WorkingList.zen) { told(&$0) },
      LaunchExample(.fail, "listed", zone: clean + "\n25.2.0.192.zen.spamhaus.org. A 127.0.0.3") { told(&$0) },
      LaunchExample(.warn, "no plan", zone: clean) {
        told(&$0)
        $0.answers.hasRampPlan = false
      },
      LaunchExample(.warn, "listed earlier", zone: clean) {
        told(&$0)
        $0.answers.wasListed = true
      },
      LaunchExample(.unknown, "block lists were not asked", zone: clean) {
        told(&$0)
        $0.stage = CheckStage()
      },
      LaunchExample(.unknown, "the address is not named", zone: clean) {
        told(&$0)
        $0.options.sendingAddresses = []
      },
      LaunchExample(.unknown, "nobody told"),
      LaunchExample(.notApplicable, "no new address") { $0.answers.hasNewAddress = false }
    ]
  ) { survey in
    guard let isNew = survey.answers.hasNewAddress else {
      return .unanswered("whether mail will come from a new address", key: "new-address.planned")
    }
    if !isNew { return .notApplicable("no new address will send") }
    if survey.domain.options.sendingAddresses.isEmpty {
      return .unknown("The new address is not named.", remedy: "Name it with --ip.")
    }
    return .findings(
      preconditions.flatMap { ofCheck($0, survey.domain) } + plan(survey.answers) + history(survey.answers))
  }

  private static let preconditions: [DomainCheck] = [.rdnsPTR, .rdnsFCrDNS, .dnsblIP]

  private static func ofCheck(_ check: DomainCheck, _ survey: DomainSurvey) -> [Finding] {
    switch check.judge(survey) {
    case .pass: return []
    case .findings(let findings): return findings.filter { $0.verdict == .fail || $0.verdict == .unknown }
    case .notApplicable(let reason):
      return [Finding(.unknown, "\(check.description.id) could not look at the new address: \(reason).")]
    }
  }

  private static func plan(_ answers: LaunchAnswers) -> [Finding] {
    switch answers.hasRampPlan {
    case true?: []
    case false?:
      [
        Finding(
          .warn, "There is no plan by which the mail from the new address grows.",
          evidence: [.answer("new-address.ramp-plan", "no")])
      ]
    case nil: [open("whether there is a plan by which the mail grows", "new-address.ramp-plan")]
    }
  }

  private static func history(_ answers: LaunchAnswers) -> [Finding] {
    switch answers.wasListed {
    case false?: []
    case true?:
      [
        Finding(
          .warn, "An earlier user of the address was on block lists.",
          evidence: [.answer("new-address.listed-before", "yes")],
          remedy: "Ask the provider for another address, or have the old listings taken away before the first mail.")
      ]
    case nil: [open("whether an earlier user of the address was on block lists", "new-address.listed-before")]
    }
  }

  private static let clean = WorkingList.zen + "25.2.0.192.in-addr.arpa. PTR mail\nmail A 192.0.2.25"

  private static func told(_ example: inout LaunchExample) {
    example.stage = .asking("zen.spamhaus.org")
    example.options.sendingAddresses = [IPAddress("192.0.2.25")].compactMap(\.self)
    (example.answers.hasNewAddress, example.answers.hasRampPlan, example.answers.wasListed) = (true, true, false)
  }

  private static func open(_ question: String, _ key: String) -> Finding {
    Finding(.unknown, "Nobody told \(question).", remedy: "Answer \"\(key)\" in the file of --answers.")
  }
}
