import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let htmlLinks = MessageCheck(
    CheckDescription(
      id: "HTML-LINKS",
      area: .mimeContent,
      title: "Links are honest and safe",
      severity: .medium,
      severityReason: "links that deceive are the mark of phishing",
      appliesWhen: "the message has links",
      rule: """
        Fail if the text of a link is the address of another organization than the link leads to, or if a link leads to an \
        IP address, data: or javascript:. Where the link leads to the author's own domain, which counts clicks, or keeps \
        the shown host in its address, that is a remark. Warn for shorteners, http, user names in links, and more than 50 \
        different links.
        """,
      whyItMatters: "Filters take the message for phishing, and readers warn of it.",
      remedy: """
        Show words in place of addresses, link over https, and count clicks under a host name of your own domain, not under \
        that of a service or a shortener.
        """,
      standards: [
        "Google, Email sender guidelines §Message formatting",
        "Microsoft, Outlook.com Troubleshooting §potentially dangerous"
      ],
      profiles: [.advised(.gmailBulk), .advised(.microsoftBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "words and the own domain",
        message: MessageExample.html("<a href=\"https://click.example.org/1\">Show the page</a>")),
      MessageExample(
        .fail, "the text names another host",
        message: MessageExample.html("<a href=\"https://t.example.net/1\">https://bank.example.com</a>")),
      MessageExample(
        .fail, "an IP address", message: MessageExample.html("<a href=\"https://192.0.2.80/wiki\">Show the page</a>")),
      MessageExample(.fail, "a script", message: MessageExample.html("<a href=\"javascript:go()\">Show the page</a>")),
      MessageExample(
        .info, "clicks are counted under the own domain",
        message: MessageExample.html("<a href=\"https://click.example.org/1\">https://www.example.com/page</a>")),
      MessageExample(.warn, "no TLS", message: MessageExample.html("<a href=\"http://example.org/1\">Show</a>")),
      MessageExample(.warn, "a shortener", message: MessageExample.html("<a href=\"https://bit.ly/1\">Show</a>")),
      MessageExample(
        .warn, "a user name", message: MessageExample.html("<a href=\"https://bank.example@example.org/\">Show</a>")),
      MessageExample(.notApplicable, "no link", message: MessageExample.plain)
    ]
  ) { survey in
    let links = survey.content.links
    if links.isEmpty { return .notApplicable("the message has no links") }
    var findings = links.compactMap { deception($0, survey) }
    if findings.count > mostFindings { findings = Array(findings.prefix(mostFindings)) }
    findings += LinkKind.all.compactMap { $0.finding(links, survey) }
    let different = Set(links.map(\.target)).count
    if different > mostLinks, let first = links.first {
      findings.append(
        Finding(
          .warn, "The message has \(different) different links; more than \(mostLinks) look like advertising.",
          evidence: [Evidence(line: first.line, first.target, in: survey)]))
    }
    return .findings(findings)
  }

  /// A link whose text is the address of another organization.
  private static func deception(_ link: MessageContent.Link, _ survey: MessageSurvey) -> Finding? {
    let address = WebAddress(link.target)
    guard address.isWeb, let target = address.name, let text = link.text, let shown = shownHost(text) else {
      return nil
    }
    let list = survey.options.publicSuffixList
    guard let meant = list.registrableDomain(of: shown), meant != (list.registrableDomain(of: target) ?? target) else {
      return nil
    }
    let own = survey.dmarc.flatMap { list.registrableDomain(of: $0.authorDomain) ?? $0.authorDomain }
    let isOwn = own.map { target.isEqual(toOrBelow: $0) } ?? false
    let isWrapped = link.target.lowercased().contains(shown.description)
    return Finding(
      isOwn || isWrapped ? .info : .fail, subject: shown.description,
      "The text of a link says \(shown), and it leads to \(target).",
      evidence: [Evidence(line: link.line, "\(link.target) shown as \"\(text)\"", in: survey)])
  }

  /// The host that a text is an address of; nil for words.
  private static func shownHost(_ text: String) -> DomainName? {
    let text = text.lowercased()
    guard !text.contains(" ") else { return nil }
    if text.hasPrefix("www.") { return WebAddress("https://" + text).name }
    let address = WebAddress(text)
    return address.isWeb ? address.name : nil
  }

  /// Different links that are no mark of anything.
  private static let mostLinks = 50
  /// More examples of the same say nothing new.
  private static let mostFindings = 10
}

/// A kind of links that filters do not like.
private struct LinkKind: Sendable {
  let verdict: Verdict
  let words: String
  let isMeant: @Sendable (WebAddress) -> Bool

  /// One finding for all links of the kind.
  func finding(_ links: [MessageContent.Link], _ survey: MessageSurvey) -> Finding? {
    let found = links.filter { isMeant(WebAddress($0.target)) }
    if found.isEmpty { return nil }
    let statement = found.count == 1 ? "A link \(words)." : "A link \(words), and \(found.count - 1) more do."
    // What stands in plain text hides nothing.
    let isTagged = found.contains { $0.text != nil }
    return Finding(
      isTagged ? verdict : min(verdict, .warn), statement,
      evidence: found.prefix(3).map { Evidence(line: $0.line, $0.target, in: survey) },
      remedy: nil)
  }

  static let all = [
    LinkKind(verdict: .fail, words: "leads to an IP address in place of a host name") { $0.isWeb && $0.isAddress },
    LinkKind(verdict: .fail, words: "is a script or holds data") {
      ["javascript", "vbscript", "data"].contains($0.scheme)
    },
    LinkKind(verdict: .warn, words: "leads over a public shortener") { address in
      address.isWeb && shorteners.contains(address.host)
    },
    LinkKind(verdict: .warn, words: "uses http, without TLS") { $0.scheme == "http" },
    LinkKind(verdict: .warn, words: "has a user name before the host") { $0.isWeb && $0.hasUser }
  ]

  /// Services that shorten links for everybody; state of 2026-11.
  private static let shorteners: Set<String> = [
    "bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly", "shorturl.at", "t.ly",
    "rebrand.ly", "tiny.cc", "v.gd", "s.id", "lnkd.in", "adf.ly", "bl.ink", "clck.ru", "qr.ae"
  ]
}
