import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfMultiple = DomainCheck(
    CheckDescription(
      id: "SPF-MULTIPLE",
      area: .spf,
      title: "Exactly one SPF record",
      severity: .critical,
      severityReason: "two records are a permanent error at every receiver",
      appliesWhen: "the domain publishes at least one SPF record",
      rule: """
        Fail if more than one of the TXT records of the domain is an SPF record; unknown if the TXT records could \
        not be read.
        """,
      whyItMatters: """
        A receiver that finds two records does not choose between them and does not join them: the result is \
        permerror, as good as no SPF at all, for every mail of the domain.
        """,
      remedy: """
        Put the terms of all records into one, with one "v=spf1" at its beginning and one "all" at its end, and \
        delete the others.
        """,
      standards: ["RFC 7208 §3.2", "RFC 7208 §4.5"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(
        .pass, "one SPF record beside other texts", zone: "@ TXT \"v=spf1 mx -all\"\n@ TXT \"some-verification=1\""),
      CheckExample(
        .fail, "a record for each provider",
        zone: """
          @ TXT "v=spf1 include:a.example ~all"
          @ TXT "v=spf1 include:b.example ~all"
          """),
      CheckExample(.notApplicable, "no SPF record", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    let publication = survey.spf.tree.root.publication
    guard case .multiple(let count) = publication.state else { return survey.judgeSPFRecord { _ in .pass } }
    let evidence = publication.selection.records.map { Evidence(text: $0, of: publication.answer.question) }
    let merged = SPFMerge.merged(publication.selection.records)
    return .fail(
      "\(survey.domain) publishes \(count) SPF records.", evidence: evidence,
      remedy: merged.map { "Publish one record instead of the \(count), and delete the others: \"\($0)\"." })
  }
}
