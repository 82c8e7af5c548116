import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfPresent = DomainCheck(
    CheckDescription(
      id: "SPF-PRESENT",
      area: .spf,
      title: "The MAIL FROM domain publishes SPF",
      severity: .critical,
      severityReason: "large receivers refuse or filter mail of a domain without SPF",
      appliesWhen: "always: a domain that sends no mail says so with SPF too",
      rule: """
        Among the TXT records of the domain, those that are "v=spf1" or begin with "v=spf1" and a space are SPF \
        records, letters in any case. Fail if there is none; unknown if the TXT records could not be read.
        """,
      whyItMatters: """
        Without SPF no receiver can tell which hosts may send for the domain: mail is refused or treated as spam, \
        and anybody can put the domain into an envelope.
        """,
      remedy: """
        Publish one TXT record at the domain that names the hosts which send for it, and ends in ~all or -all: for \
        example "v=spf1 mx include:_spf.provider.example ~all". A domain that sends nothing publishes "v=spf1 -all".
        """,
      standards: ["RFC 7208 §3.1", "RFC 7208 §4.5"],
      causes: ["DNS-RESOLVE-ERROR", "DNS-CNAME-CONFLICT"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "one SPF record", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.fail, "no TXT record at all", zone: "@ MX 10 mail"),
      CheckExample(.fail, "an alias of a web server", zone: "@ CNAME web.example.net.\nweb.example.net. A 192.0.2.80"),
      CheckExample(.fail, "another version", zone: #"@ TXT "v=spf10 mx -all""#),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    let publication = survey.spf.tree.root.publication
    switch publication.state {
    case .unavailable: return survey.judgeSPFRecord { _ in .pass }
    case .record, .malformed, .multiple: return .pass
    case .absent:
      return .fail(
        "\(survey.domain) publishes no SPF record.", evidence: [.init(publication.answer)],
        remedy: aliasRemedy(publication.answer))
    }
  }

  /// RFC 1034 §3.6.2: beside a CNAME record no TXT record can stand; nil when the domain is no alias.
  private static func aliasRemedy(_ answer: DNSAnswer) -> String? {
    guard let alias = answer.aliases.first, alias.type == .cname, alias.owner == answer.question.name else {
      return nil
    }
    return """
      Replace the CNAME record of \(alias.owner) by A and AAAA records: no TXT record can stand beside it. Then publish \
      "v=spf1 ... ~all" with the hosts that send for the domain, or "v=spf1 -all" if none does.
      """
  }
}
