import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let bulkSpamRate = MessageCheck(
    CheckDescription(
      id: "BULK-SPAM-RATE",
      area: .bulkSender,
      title: "Complaint rate is under the limits",
      severity: .high,
      severityReason: "from 0.3 percent on mail goes to the spam folder",
      appliesWhen: "figures are given (--postmaster), or the mail is bulk (--bulk)",
      rule: """
        Fail from 0.30 percent on at Gmail and Yahoo, from 0.60 on at Orange; warn from 0.10 percent on, at Orange from \
        0.30. The rate is complaints for each message in the inbox. Unknown for bulk mail without figures.
        """,
      whyItMatters: "Gmail helps with delivery again only after seven days below 0.3 percent.",
      remedy:
        "Write only to those who asked for it, drop who has not read anything for months, and ease unsubscribing.",
      standards: [
        "Google, Email sender guidelines FAQ §Spam rate",
        "Yahoo, Sender Requirements and Recommendations §Keep spam complaint rates low"
      ],
      profiles: [.required(.gmailBulk), .required(.yahooBulk)]
    ),
    examples: [
      MessageExample(.pass, "0.04 percent", message: MessageExample.plain) { $0.tellSpamRate("gmail", 0.0004) },
      MessageExample(.warn, "0.15 percent", message: MessageExample.plain) { $0.tellSpamRate("yahoo", 0.0015) },
      MessageExample(.fail, "0.45 percent", message: MessageExample.plain) { $0.tellSpamRate("gmail", 0.0045) },
      MessageExample(.unknown, "bulk mail without figures", message: MessageExample.plain) { $0.isBulk = true },
      MessageExample(.notApplicable, "nothing told", message: MessageExample.plain)
    ]
  ) { survey in
    let rates = survey.options.postmaster?.spamRates.filter { limits[$0.key] != nil } ?? [:]
    if rates.isEmpty {
      return survey.withoutFigures("The share of complaints is not known: it stands in the receivers' dashboards.")
    }
    return .findings(rates.sorted { $0.key < $1.key }.compactMap { finding($0.key, $0.value, survey) })
  }

  private static func finding(_ receiver: String, _ rate: Double, _ survey: MessageSurvey) -> Finding? {
    guard let limit = limits[receiver], rate >= limit.warn else { return nil }
    let percent = (rate * 10_000).rounded() / 100
    let bound = (rate >= limit.fail ? limit.fail : limit.warn) * 100
    return Finding(
      rate >= limit.fail ? .fail : .warn, subject: receiver,
      "\(receiver) counts \(percent) percent complaints; the limit is \((bound * 100).rounded() / 100).",
      evidence: [survey.figure("\(receiver).spamRate", "\(rate)")])
  }

  private static let limits: [String: (warn: Double, fail: Double)] = [
    "gmail": (0.001, 0.003), "yahoo": (0.001, 0.003), "orange": (0.003, 0.006)
  ]
}

extension MessageSurvey {
  /// A figure that the owner wrote down.
  func figure(_ name: String, _ value: String) -> Evidence {
    let day = options.postmaster?.day.map { " of \($0)" } ?? ""
    return Evidence(source: "--postmaster\(day)", excerpt: "\(name): \(value)")
  }

  /// What is said where figures are needed and none are given.
  func withoutFigures(_ statement: String) -> Judgement {
    guard options.isBulk else { return .notApplicable("no figures of dashboards are given (--postmaster)") }
    return .unknown(
      statement,
      remedy: "Write the figures of Postmaster Tools and Sender Hub into a file, and give it with --postmaster.")
  }
}

extension MessageOptions {
  fileprivate mutating func tellSpamRate(_ receiver: String, _ rate: Double) {
    var figures = PostmasterFigures()
    figures.spamRates = [receiver: rate]
    figures.day = "2026-11-20"
    postmaster = figures
  }
}
