import AuditModel
import Scan

extension ScanSummary {
  /// The summary for programs: the schema is `reports/schema/scan-summary-1.json`.
  public var json: JSON {
    [
      "schema": "mailaudit-scan-summary-1", "time": .string(Timestamp.rfc3339(time)), "goal": .string(goal.rawValue),
      "dnssec": .string(dnssec), "selection": selection.map { JSON($0.map(\.rawValue)) } ?? .null,
      "unfinished": JSON(unfinished), "domains": .number(tally.domains),
      "faultyLines": .number(tally.faultyLines), "duplicates": .number(duplicates), "earlier": .number(earlier),
      "uncounted": .number(uncounted), "undecided": .number(tally.undecided), "retried": .number(tally.retried),
      "questions": .number(tally.questions), "failures": .number(tally.failures), "grades": Self.json(tally.grades),
      "areas": .array(areas), "policies": .array(policies.map(Self.json)),
      "checks": .array(tally.checks.map(check)),
      "frequent": .array(frequent.prefix(Self.frequentCount).map(finding)),
      "worst": .array(
        tally.worst.map {
          ["domain": .string($0.domain), "grade": .string($0.grade), "fails": .number($0.fails)]
        })
    ]
  }

  private var areas: [JSON] {
    let verdicts = Dictionary(verdicts.map { ($0.area, $0.numbers) }) { first, _ in first }
    return Area.allCases.filter { tally.areas[$0.rawValue] != nil }.map { area in
      [
        "area": .string(area.rawValue), "grades": Self.json(tally.areas[area.rawValue] ?? WordCount()),
        "verdicts": Self.json(verdicts[area] ?? [:])
      ]
    }
  }

  private static func json(_ counts: WordCount) -> JSON {
    .object(counts.ordered.map { JSON.Member($0.word, .number($0.count)) })
  }

  private static func json(_ numbers: [Verdict: Int]) -> JSON {
    .object(
      Verdict.allCases.compactMap { verdict in
        numbers[verdict].map { JSON.Member(verdict.rawValue, .number($0)) }
      })
  }

  private static func json(_ policy: (kind: String, counts: WordCount)) -> JSON {
    [
      "policy": .string(policy.kind), "adopted": .number(adoption(policy.counts)), "values": json(policy.counts)
    ]
  }

  private func check(_ check: CheckTally) -> JSON {
    ["check": .string(check.check), "verdicts": Self.json(check.verdicts)]
  }

  private func finding(_ check: CheckTally) -> JSON {
    [
      "check": .string(check.check), "domains": .number(check.defects),
      "title": JSON(descriptions[check.check]?.title), "severity": JSON(descriptions[check.check]?.severity.name),
      "examples": .array(
        check.examples.map { ["domain": .string($0.domain), "statement": .string($0.statement)] })
    ]
  }
}
