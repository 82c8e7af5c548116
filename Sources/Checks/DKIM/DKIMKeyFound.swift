import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let dkimKeyFound = DomainCheck(
    CheckDescription(
      id: "DKIM-KEY-FOUND",
      area: .dkim,
      title: "The selector resolves to a key",
      severity: .critical,
      severityReason: "missing keys make every signature fail",
      appliesWhen: "the domain sends mail: the owner does not call it parked, and its SPF record allows somebody",
      rule: """
        For each selector that the owner names: fail if SELECTOR._domainkey.DOMAIN does not exist, or has no TXT record \
        that is a key. Without named selectors: pass if a key is found at a selector of a recognised provider or at a \
        common one; else unknown, for DNS has no list of selectors. That _domainkey.DOMAIN does not exist says that \
        nothing exists below it, but servers are known that answer so wrongly: it is told, and proves nothing. An \
        answer that a wildcard gives for every name is no find. Unknown if the \
        answers could not be read.
        """,
      whyItMatters: """
        A verifier that finds no key treats the mail as unsigned. DKIM is the only method that survives forwarding, and \
        large receivers refuse bulk mail without it.
        """,
      remedy: """
        Publish the key that the signing server or the provider shows, at SELECTOR._domainkey.DOMAIN, before signing \
        with it. The selector stands as s= and the domain as d= in the DKIM-Signature field of a sent message.
        """,
      standards: ["RFC 6376 §3.6.2.1", "RFC 6376 §6.1.2", "RFC 8020 §2"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.nist800177)]
    ),
    examples: [
      CheckExample(.pass, "the selector that the owner names", zone: #"a._domainkey TXT "v=DKIM1; p=AAAA""#) {
        $0.selectors = ["a"]
      },
      CheckExample(
        .fail, "the owner names a selector that is not published",
        zone: #"a._domainkey TXT "v=DKIM1; p=AAAA""#
      ) { $0.selectors = ["b"] },
      CheckExample(.fail, "an alias that leads nowhere", zone: "a._domainkey CNAME gone.provider.example.") {
        $0.selectors = ["a"]
      },
      CheckExample(.fail, "a text that is no key", zone: #"a._domainkey TXT "v=spf1 -all""#) { $0.selectors = ["a"] },
      CheckExample(
        .pass, "a key at the selector of a provider in SPF",
        zone: """
          @ TXT "v=spf1 include:spf.mailjet.com -all"
          mailjet._domainkey TXT "v=DKIM1; p=AAAA"
          """),
      CheckExample(.unknown, "nothing below _domainkey", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(.unknown, "a selector that nobody guesses", zone: #"zq7x._domainkey TXT "v=DKIM1; p=AAAA""#),
      CheckExample(.unknown, "a wildcard answers for every selector", zone: #"* TXT "v=DKIM1; p=AAAA""#),
      CheckExample(.unknown, "the selector cannot be read", zone: "a._domainkey TXT SERVFAIL") {
        $0.selectors = ["a"]
      },
      CheckExample(
        .unknown, "the target of an alias cannot be read",
        zone: "s1._domainkey CNAME s1.example.net.\ns1.example.net. TXT SERVFAIL"),
      CheckExample(.notApplicable, "the domain does not exist", zone: "@ ANY NXDOMAIN\n* ANY NXDOMAIN"),
      CheckExample(.notApplicable, "SPF allows nobody", zone: #"@ TXT "v=spf1 -all""#),
      CheckExample(
        .notApplicable, "SPF allows nobody, and all selectors are revoked",
        zone: """
          @ TXT "v=spf1 -all"
          *._domainkey TXT "v=DKIM1; p="
          """),
      CheckExample(.notApplicable, "a parked domain", zone: "@ A 192.0.2.1") { $0.isParked = true }
    ]
  ) { survey in
    if survey.options.isParked { return .notApplicable("the owner says that the domain sends no mail") }
    let named = survey.dkim.selectors.filter { $0.certainty == .named }
    guard named.isEmpty else { return .findings(named.compactMap(judgeNamed)) }
    let found = survey.dkim.selectors.contains { !$0.lookup.keys.isEmpty }
    return found ? .pass : judgeAbsence(survey)
  }

  private static func judgeNamed(_ selector: DKIMSelector) -> Finding? {
    let name = selector.name
    guard let answer = selector.lookup.answer else {
      return Finding(
        .fail, subject: name, "The selector \"\(name)\" makes no domain name.",
        evidence: [Evidence(source: "selector", excerpt: name)])
    }
    let fail = { Finding(.fail, subject: name, $0, evidence: [Evidence(answer)]) }
    switch selector.lookup.outcome {
    case .key, .severalKeys, .invalidSelector: return nil
    case .noKeyAmongTexts: return fail("None of the TXT records at \(answer.question.name) is a DKIM key.")
    case .noData, .nameError:
      if let target = selector.lookup.aliasTargets.last {
        return fail("The CNAME record of \(answer.question.name) leads to \(target), where no key is.")
      }
      return fail("There is no TXT record at \(answer.question.name).")
    case .failure:
      return Finding.unread(answer).map { Finding($0.verdict, subject: name, $0.statement, evidence: $0.evidence) }
    }
  }

  private static func judgeAbsence(_ survey: DomainSurvey) -> Judgement {
    let discovery = survey.dkim.discovery
    if survey.isNonexistent { return .notApplicable("the domain does not exist") }
    if survey.allowsNobody { return .notApplicable("the SPF record of the domain allows nobody to send") }
    let evidence = (discovery.parent.map { [Evidence($0)] } ?? [])
    if discovery.existence == .nothing {
      return .unknown(
        """
        No selector of \(survey.domain) is known, and the name _domainkey.\(survey.domain) does not exist: if its name \
        servers answer rightly, no DKIM key is published.
        """,
        evidence: evidence,
        remedy: """
          If mail is signed, name the selector with --selector: it stands as s= in the DKIM-Signature field of any \
          sent message. If it is not, let the signing server or the provider sign with d=\(survey.domain), and publish \
          the key that it shows.
          """)
    }
    let unread = survey.dkim.selectors.filter { $0.lookup.answer?.failure != nil }.compactMap(judgeNamed)
    guard unread.isEmpty else { return .findings(unread) }
    return .unknown(
      "No selector of \(survey.domain) is known\(reason(discovery)).", evidence: evidence,
      remedy: "Name the selector with --selector: it stands as s= in the DKIM-Signature field of any sent message.")
  }

  private static func reason(_ discovery: DKIMSelectorDiscovery) -> String {
    let unread = discovery.failedGuesses > 0 ? ", of which \(discovery.failedGuesses) gave no answer" : ""
    let asked = discovery.guesses.isEmpty ? "" : "; \(discovery.guesses.count) usual ones were tried\(unread)"
    return switch discovery.existence {
    case .nothing, .unknown: asked
    case .something: asked + ", and something exists below _domainkey"
    case .wildcard: asked + ", but a wildcard answers for every name"
    case .contradiction: asked + ", and the name servers contradict themselves about _domainkey"
    }
  }
}
