import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let bimiRecord = DomainCheck(
    CheckDescription(
      id: "BIMI-RECORD",
      area: .bimi,
      title: "The record of BIMI is valid",
      severity: .info,
      severityReason: "BIMI shows a logo, and decides nothing about mail",
      appliesWhen: "the domain or its organizational domain has a record of BIMI",
      rule: """
        The record at default._bimi.DOMAIN counts, without one there that of the organizational domain. Fail if there \
        are several, if v=BIMI1 is not the first tag, if l is missing, or if l or a is neither empty nor an https: URL \
        of a host. Warn on other values than brand and personal for avp, on empty parts of lps, and on a in a record \
        without l.
        """,
      whyItMatters: "Mailbox providers show no logo.",
      remedy:
        "Publish one TXT record at default._bimi: v=BIMI1; l=https://example.org/logo.svg; a=https://example.org/mark.pem.",
      standards: [
        "draft-brand-indicators-for-message-identification §Assertion Record Definition",
        "draft-brand-indicators-for-message-identification §Assertion Record Discovery"
      ],
      causes: ["DNS-RESOLVE-ERROR"]
    ),
    examples: [
      CheckExample(.pass, "a logo", zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg; a=;""#),
      CheckExample(
        .pass, "the record of the organizational domain", domain: "news.example.org",
        zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg""#),
      CheckExample(.fail, "http in place of https", zone: #"default._bimi TXT "v=BIMI1; l=http://example.org/l.svg""#),
      CheckExample(
        .fail, "the version is not first", zone: #"default._bimi TXT "l=https://example.org/l.svg; v=BIMI1""#),
      CheckExample(
        .fail, "two records",
        zone: #"""
          default._bimi TXT "v=BIMI1; l=https://example.org/l.svg"
          default._bimi TXT "v=BIMI1; l="
          """#),
      CheckExample(
        .warn, "an unknown preference", zone: #"default._bimi TXT "v=BIMI1; l=https://example.org/l.svg; avp=x""#),
      CheckExample(.notApplicable, "no record", zone: "@ MX 10 mail"),
      CheckExample(.unknown, "the server fails", zone: "default._bimi TXT SERVFAIL")
    ]
  ) { survey in
    let selection = survey.bimi.selection
    switch selection.outcome {
    case .failure: return .unread(selection.answer) ?? .pass
    case .several, .nearMiss: return selection.misuse("v=BIMI1") ?? .pass
    case .record(let parsed): return .findings(selection.findings(parsed))
    case .absent where !selection.answer.texts.isEmpty && selection.answer.texts.contains(where: isMisplaced):
      return .fail(
        "The text does not begin with v=BIMI1, and so counts as no record.", evidence: [Evidence(selection.answer)])
    case .absent: return .notApplicable("\(survey.domain) has no record of BIMI")
    }
  }

  /// Whether a text at this very name has the version in another place than the first.
  private static func isMisplaced(_ strings: CharacterStrings) -> Bool {
    strings.text.lowercased().split(separator: ";").contains { part in
      String(part.filter { $0 != " " }) == "v=bimi1"
    }
  }
}
