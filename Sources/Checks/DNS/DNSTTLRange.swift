import AuditModel
import DNS
import Survey

extension DomainCheck {
  static let dnsTTLRange = DomainCheck(
    CheckDescription(
      id: "DNS-TTL-RANGE",
      area: .dns,
      title: "TTLs fit the record's purpose",
      severity: .info,
      severityReason: "only comfort in operation is at stake",
      appliesWhen: "the domain has MX, SPF, DKIM or DMARC records",
      rule: """
        A remark for MX, SPF, DKIM or DMARC records with a time to live over 86400 s; also under 300 s, if the answer \
        comes from zone text: a resolver may show what is left of a longer time. Unknown if the MX records, or the TXT \
        records of the domain or of _dmarc, could not be read.
        """,
      whyItMatters:
        "A long time to live delays the repair of a bad record; a very short one makes lookups fail more often.",
      remedy: "Use 3600 s as a rule, and lower it a day before a planned change.",
      standards: ["RFC 2181 §8", "RFC 1035 §3.2.1"],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "an hour", zone: "@ 3600 MX 10 mail"),
      CheckExample(.info, "a week", zone: "@ 604800 MX 10 mail"),
      CheckExample(.info, "a minute", zone: #"_dmarc 60 TXT "v=DMARC1; p=none""#),
      CheckExample(.notApplicable, "no mail record", zone: "@ 60 TXT x"),
      CheckExample(.unknown, "the server fails", zone: "@ MX SERVFAIL")
    ]
  ) { survey in
    let unread = [survey.mx.answer].compactMap(Finding.unread) + survey.unreadMailTexts
    let hasRecords = !survey.mailTexts.isEmpty || survey.ownAnswers.contains { $0.records.contains { $0.type == .mx } }
    if !hasRecords, unread.isEmpty { return .notApplicable("the domain has no mail records") }
    return .findings(survey.ownAnswers.flatMap(findings) + unread)
  }

  private static func findings(_ answer: DNSAnswer) -> [Finding] {
    answer.records.filter { isUnusual($0, of: answer) && isForMail($0, of: answer.question) }.map { record in
      let name = answer.question.name
      return Finding(
        .info, subject: name.description,
        "The \(record.type) record of \(name) has a time to live of \(record.ttl) s.",
        evidence: [Evidence(record, server: answer.provenance.server)])
    }
  }

  private static func isUnusual(_ record: DNSRecord, of answer: DNSAnswer) -> Bool {
    record.ttl > longest || record.ttl < shortest && answer.provenance.transport == .zone
  }

  private static func isForMail(_ record: DNSRecord, of question: DNSQuestion) -> Bool {
    switch record.data {
    case .mx: true
    case .txt(let strings): MailText.isForMail(strings, of: question)
    default: false
    }
  }

  /// Seconds below which a cache hardly helps: receivers ask again for nearly every message.
  private static let shortest: UInt32 = 300
  /// Seconds in a day: the longest that a bad record should stay in caches.
  private static let longest: UInt32 = 86400
}
