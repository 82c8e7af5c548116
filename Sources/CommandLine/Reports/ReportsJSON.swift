import AuditModel
import Checks
import DNS
import FeedbackReports
import Reporting
import Survey

/// What was reported, for programs: the schema is `reports/schema/reports-1.json`.
enum ReportsJSON {
  /// Writes the picture of each domain, what checks say, and what could not be read. Sources are written one by one, a
  /// line each: there can be thousands, and nobody needs all of them at once.
  static func write(
    _ survey: ReportsSurvey, _ report: AuditReport, to output: ([UInt8]) throws -> Void
  ) throws {
    try output(beginning(of: head(report)) + Array(",\"domains\":[".utf8))
    for (index, picture) in survey.pictures.enumerated() {
      try output(
        Array((index == 0 ? "\n" : ",\n").utf8) + beginning(of: domain(picture)) + Array(",\"sources\":[".utf8))
      var writer = JSONWriter(isIndented: false)
      var line: [UInt8] = []
      for (index, source) in picture.sources.enumerated() {
        line.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
        writer.exchange(&line)
        write(source, in: picture, to: &writer)
        writer.exchange(&line)
        try output(line)
        line.removeAll(keepingCapacity: true)
      }
      try output(Array("]}".utf8))
    }
    try output(Array("],".utf8) + oneLine(tail(survey, report)).dropFirst() + [UInt8(ascii: "\n")])
  }

  private static func oneLine(_ json: JSON) -> [UInt8] { json.octets(isIndented: false).dropLast() }

  /// An object without its end.
  private static func beginning(of json: JSON) -> [UInt8] { oneLine(json).dropLast() }

  private static func head(_ report: AuditReport) -> JSON {
    [
      "schema": "mailaudit-reports-1",
      "tool": ["name": "mailaudit", "version": .string(report.toolVersion)],
      "catalogue": .string(report.catalogueVersion),
      "time": .string(Timestamp.rfc3339(report.time))
    ]
  }

  private static func tail(_ survey: ReportsSurvey, _ report: AuditReport) -> JSON {
    [
      "tls": tls(survey.tls), "bounces": bounces(survey.bounces),
      "checks": .array(report.outcomes.map(OutcomeJSON.of)),
      "unread": .array(unread(survey)),
      "statistics": statistics(survey)
    ]
  }

  /// A domain without its sources.
  private static func domain(_ picture: DomainPicture) -> JSON {
    let tally = picture.tally
    return [
      "domain": .string(tally.name),
      "begin": time(tally.begin), "end": time(tally.end),
      "reports": .number(tally.reportCount),
      "messages": counts(tally.messages),
      "readiness": readiness(picture.readiness),
      "organizations": .array(
        picture.organizations.map { group in
          ["name": .string(group.name), "sources": .number(group.sourceCount), "messages": counts(group.messages)]
        }),
      "furtherSources": counts(tally.furtherSources),
      "selectors": .array(
        picture.selectors.map { ["selector": .string($0.selector), "messages": .number($0.messages)] }),
      "policies": .array(tally.policies.map(policy)),
      "overrides": .array(tally.overrides.reasons.map(override)),
      "days": .array(tally.days.days.map(day)),
      "reporters": .array(
        tally.reporters.map { reporter in
          [
            "name": .string(reporter.name), "reports": .number(reporter.reportCount),
            "messages": counts(reporter.messages)
          ]
        })
    ]
  }

  private static func readiness(_ readiness: Readiness) -> JSON {
    [
      "step": .string(readiness.step.rawValue), "answer": .string(readiness.answer.rawValue),
      "policy": JSON(readiness.policy),
      "reasons": .array(
        readiness.reasons.map { ["reason": .string($0.key), "text": .string($0.words)] }),
      "own": counts(readiness.own),
      "forwardedFailing": .number(readiness.forwardedFailing),
      "strangersFailing": .number(readiness.strangersFailing),
      "unclearFailing": .number(readiness.unclearFailing),
      "days": .number(readiness.dayCount), "reporters": .number(readiness.reporterCount),
      "ownDays": .array(
        readiness.ownDays.map { day in
          [
            "day": .string(String(Timestamp.rfc3339(day.start).prefix(10))), "total": .number(day.total),
            "failing": .number(day.failing)
          ]
        })
    ]
  }

  private static func write(_ source: SourcePicture, in picture: DomainPicture, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("address", source.addressText)
      writer.member("ptr", source.reverseName?.description)
      writer.member("organization", source.organization)
      writer.member("standing", source.standingWords)
      writer.member("share", word: source.share.rawValue)
      writer.name("messages")
      writer.object { writer in
        for (name, count) in numbers(of: source.tally.messages) { writer.member(name, count) }
      }
      writer.member("cause", source.judgement?.cause.key)
      writer.member("certainty", source.judgement?.certainty.rawValue)
      writer.member("explanation", source.explanation)
      writer.member("remedy", source.remedy(in: picture))
      writer.member("identities", source.tally.identities) { write($1, to: &$0) }
      writer.member("unsigned", source.tally.unsigned.messages)
      writer.member("overrides", source.tally.overrides.reasons) { override($1).write(to: &$0) }
      writer.member("authors", source.tally.authors) { $0.text($1.name) }
      writer.member("reporters", source.tally.reporters) { $0.text($1) }
    }
  }

  private static func write(_ tally: IdentityTally, to writer: inout JSONWriter) {
    let (method, selector): (String, String?) =
      switch tally.identity.method {
      case .dkim(let selector): ("dkim", selector)
      case .spf(let isHELO): (isHELO ? "spf-helo" : "spf", nil)
      }
    writer.object { writer in
      writer.member("method", word: method)
      writer.member("domain", tally.identity.domain)
      writer.member("selector", selector)
      writer.member("result", tally.identity.result)
      writer.member("messages", tally.shares.messages)
      writer.member("failing", tally.shares.failing)
    }
  }

  private static func policy(_ sight: PolicySight) -> JSON {
    let policy = sight.policy
    return [
      "domain": .string(policy.domain), "discoveryMethod": JSON(policy.discoveryMethod), "p": JSON(policy.p),
      "sp": JSON(policy.sp), "np": JSON(policy.np), "adkim": JSON(policy.adkim), "aspf": JSON(policy.aspf),
      "pct": JSON(policy.pct), "testing": JSON(policy.testing), "reports": .number(sight.reportCount),
      "begin": time(sight.begin), "end": time(sight.end), "reporters": JSON(sight.reporters)
    ]
  }

  private static func override(_ reason: OverrideTally.Reason) -> JSON {
    [
      "type": .string(reason.type), "arc": .boolean(reason.isARC), "messages": .number(reason.shares.messages),
      "failing": .number(reason.shares.failing)
    ]
  }

  private static func day(_ day: DayTally) -> JSON {
    ["day": .string(String(Timestamp.rfc3339(day.start).prefix(10))), "messages": counts(day.messages)]
  }

  private static func counts(_ messages: MessageCounts) -> JSON {
    .object(numbers(of: messages).map { JSON.Member($0, .number($1)) })
  }

  private static func numbers(of messages: MessageCounts) -> [(String, Int)] {
    [
      ("total", messages.total), ("passing", messages.passing), ("dkim", messages.dkim), ("spf", messages.spf),
      ("quarantined", messages.quarantined), ("rejected", messages.rejected)
    ]
  }

  private static func unread(_ survey: ReportsSurvey) -> [JSON] {
    let broken = survey.aggregates.flaws.first.filter { $0.fault != nil }.map { flaw -> JSON in
      [
        "place": .string("\(flaw.source)"), "cause": .string(flaw.fault?.words ?? ""),
        "recordsRead": .number(flaw.recordCount)
      ]
    }
    let others = survey.unreadable.first.map { item -> JSON in
      ["place": .string("\(item.source)"), "cause": .string(item.fault.words), "recordsRead": .number(0)]
    }
    return broken + others
  }

  private static func statistics(_ survey: ReportsSurvey) -> JSON {
    let (given, tally) = (survey.given, survey.aggregates)
    return [
      "aggregateReports": .number(given.aggregates), "counted": .number(tally.counted),
      "records": .number(tally.recordCount), "repeated": .number(tally.leftOut.repeated),
      "countedBefore": .number(tally.leftOut.countedBefore), "older": .number(tally.leftOut.older),
      "otherDomain": .number(tally.leftOut.otherDomain),
      "furtherDomains": .number(tally.furtherDomainReports), "tlsReports": .number(given.tls),
      "failureReports": .number(given.failures), "bounces": .number(given.bounces),
      "unreadable": .number(survey.unreadable.count), "kept": .number(tally.kept), "keptTLS": .number(survey.tls.kept)
    ]
  }

  private static func time(_ seconds: Int?) -> JSON { JSON(seconds.map(Timestamp.rfc3339)) }
}
