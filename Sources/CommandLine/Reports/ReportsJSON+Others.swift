import Checks
import FailureCatalogue
import Reporting
import Survey

extension ReportsJSON {
  /// The sessions of TLS reports.
  static func tls(_ tally: TLSTally) -> JSON {
    [
      "reports": .number(tally.readCount), "successful": .number(tally.successful), "failed": .number(tally.failed),
      "policies": .array(
        tally.policies.rows.map { row in
          row.sessions.json([
            JSON.Member("domain", .string(row.key.domain)), JSON.Member("type", .string(row.key.type)),
            JSON.Member("mode", JSON(row.key.mode))
          ])
        }),
      "failures": .array(tally.failures.map(failures)),
      "furtherFailed": .number(tally.otherSessions),
      "reporters": .array(tally.reporters.rows.map { $0.sessions.json([JSON.Member("name", .string($0.key))]) }),
      "days": .array(
        tally.days.rows.map { $0.sessions.json([JSON.Member("day", .string(ReportsWords.day($0.key * 86_400)))]) })
    ]
  }

  private static func failures(_ failures: TLSFailures) -> JSON {
    [
      "domain": .string(failures.kind.domain), "resultType": .string(failures.kind.resultType),
      "policy": .string(failures.policyWords), "mx": JSON(failures.kind.mx), "sessions": .number(failures.sessions),
      "detail": JSON(failures.detail), "text": .string(failures.words), "remedy": .string(failures.remedy),
      "reporters": JSON(failures.reporters)
    ]
  }

  /// What bounces say. Recipients have their local parts only when asked for.
  static func bounces(_ tally: BounceTally) -> JSON {
    [
      "bounces": .number(tally.readCount), "recipients": .number(tally.recipients),
      "delivered": .number(tally.delivered), "furtherRecipients": .number(tally.others),
      "reasons": .array(
        tally.reasons.map { reason in
          [
            "receiver": .string(reason.kind.receiver), "status": .string(reason.kind.codes),
            "cause": .string(reason.kind.cause.rawValue), "certainty": .string(reason.explanation.certainty.rawValue),
            "count": .number(reason.count), "text": .string(reason.words), "said": .string(reason.said),
            "remedy": JSON(reason.remedy),
            "recipients": .array(
              reason.recipients.map { ["address": .string($0.name), "count": .number($0.messages)] })
          ]
        })
    ]
  }
}

extension TLSSessions {
  fileprivate func json(_ key: [JSON.Member]) -> JSON {
    JSON.object(
      key + [
        JSON.Member("reports", .number(reports)), JSON.Member("successful", .number(successful)),
        JSON.Member("failed", .number(failed))
      ])
  }
}
