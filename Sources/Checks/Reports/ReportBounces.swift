import AuditModel
import FailureCatalogue
import FeedbackReports
public import Survey

extension ReportsCheck {
  static let reportBounces = ReportsCheck(
    CheckDescription(
      id: "RPT-DSN-CLASSIFY",
      area: .reports,
      title: "No receiver refuses mail for its authentication or reputation",
      severity: .medium,
      severityReason: "such refusals hit all mail to the receiver, not one recipient",
      appliesWhen: "bounces are given",
      rule: """
        Take recipient, status and text of every bounce, and find the reason with the catalogue of failures, which reads a code \
        as its receiver means it: 5.7.27 is SPF at Gmail, and a null MX elsewhere. Fail for refusals over authentication, warn \
        over reputation, rate and DNS of the sender, remark on recipients, sizes and contents. Unknown where no reason is \
        recognised, or a file could not be opened.
        """,
      whyItMatters: "Every further message to that receiver is refused as well, and counts against the sender.",
      remedy: "Mend what the reason names, before the mail is sent again.",
      standards: [
        "RFC 3464 §2.3", "RFC 3463 §2", "RFC 7372 §3", "RFC 7505 §4.2", "RFC 8617 §5.2.2", "RFC 8689 §4.2"
      ]
    ),
    examples: [
      ReportsExample(
        .pass, "the message was delivered",
        [.bounce("250 2.0.0 OK", at: "mx.receiver.example", action: "delivered", status: "2.0.0")]),
      ReportsExample(
        .info, "a mailbox is unknown", [.bounce("550 5.1.1 user unknown", at: "mx.receiver.example", status: "5.1.1")]),
      ReportsExample(
        .warn, "the address is on a list",
        [
          .bounce(
            "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
            at: "mx.receiver.example", status: "5.7.1")
        ]),
      ReportsExample(
        .fail, "Gmail asks for SPF and DKIM",
        [
          .bounce(
            "550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail requires all senders to "
              + "authenticate with either SPF or DKIM.", at: "gmail-smtp-in.l.google.com", status: "5.7.26")
        ]),
      ReportsExample(
        .unknown, "nobody knows the text", [.bounce("550 Nope", at: "mx.receiver.example", status: "5.0.0")]),
      ReportsExample(.notApplicable, "nothing is given")
    ]
  ) { survey in
    let unseen = Finding.unseen(.mail, survey.unreadable)
    let tally = survey.bounces
    if tally.readCount == 0, survey.given.bounces > 0 || unseen.isEmpty {
      return .notApplicable(survey.given.bounces == 0 ? "no bounce is given" : "no bounce is counted")
    }
    var findings = tally.reasons.prefix(mostReasons).map(finding)
    let rest = tally.reasons.dropFirst(mostReasons).reduce(tally.others) { $0 + $1.count }
    if rest > 0 {
      findings.append(Finding(.info, "\(Counted.of(rest, "more recipient")) failed for reasons that are not listed."))
    }
    return .findings(findings + unseen)
  }

  /// Reasons that are told: the rest is counted.
  private static let mostReasons = 30

  private static func finding(_ reason: BounceReason) -> Finding {
    let kind = BounceClass(reason.kind.cause)
    let receiver = reason.kind.receiver.isEmpty ? "A receiver" : reason.kind.receiver
    return Finding(
      kind.verdict, subject: reason.kind.receiver,
      "\(receiver) did not take mail for \(Counted.of(reason.count, "recipient")): \(kind.words(reason.kind.cause)).",
      evidence: [Evidence(reason.source, reason.said.isEmpty ? reason.kind.codes : reason.said)],
      remedy: reason.remedy)
  }
}

extension BounceReason {
  /// Why, a phrase.
  public var words: String { BounceClass(kind.cause).words(kind.cause) }

  /// What to do, with the check that shows the same from outside; nil when nothing is known.
  public var remedy: String? {
    let check = BounceClass(kind.cause).check(kind.cause).map { " See \($0)." } ?? ""
    let advice = explanation.advice.first ?? explanation.meaning.first ?? ""
    return advice.isEmpty ? nil : advice + check
  }
}
