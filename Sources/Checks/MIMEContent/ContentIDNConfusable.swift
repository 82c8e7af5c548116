import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let contentIDNConfusable = MessageCheck(
    CheckDescription(
      id: "CONTENT-IDN-CONFUSABLE",
      area: .mimeContent,
      title: "Domains are not confusable",
      severity: .medium,
      severityReason: "Gmail looks for mixed scripts",
      appliesWhen: "From, Reply-To, d= or a link has a domain with letters outside ASCII",
      rule: """
        Look at every label by Unicode TS 39: warn if its scripts are mixed in a way that is less than Highly Restrictive, \
        or if a label of other scripts under a domain in ASCII looks like ASCII all over. Fail if what it looks like is a \
        brand that is imitated often. Letters with accents of one script pass.
        """,
      whyItMatters:
        "Gmail and others refuse the message or put it into the spam folder, and people take it for phishing.",
      remedy: "Use a domain whose labels are of one script each.",
      standards: ["Unicode TS 39 §5.2", "Unicode TS 39 §4", "Google, Email sender guidelines §international domains"],
      profiles: [.advised(.gmailBulk)]
    ),
    examples: [
      MessageExample(
        .pass, "German letters", message: MessageExample.html("<a href=\"https://xn--bcher-kva.example/\">Books</a>")),
      MessageExample(
        .fail, "paypal with a Cyrillic letter",
        message: MessageExample.html("<a href=\"https://xn--pypal-4ve.example/\">Your account</a>")),
      MessageExample(
        .warn, "Latin and Cyrillic mixed", message: MessageExample.html("<a href=\"https://wіki.example/\">Wiki</a>")),
      MessageExample(.notApplicable, "ASCII alone", message: MessageExample.plain)
    ]
  ) { survey in
    let names = survey.internationalNames
    if names.isEmpty { return .notApplicable("no domain has letters outside ASCII") }
    return .findings(names.compactMap { finding($0.name, $0.evidence) })
  }

  private static func finding(_ name: DomainName, _ evidence: Evidence) -> Finding? {
    let labels = name.shownText.split(separator: ".").map(String.init)
    let isUnderASCII = labels.last?.allSatisfy(\.isASCII) ?? true
    for label in labels where label.contains(where: { !$0.isASCII }) {
      let (scripts, skeleton) = (Script.scripts(of: label), Confusable.skeleton(label))
      let isMixed = !Script.areRestrictive(scripts)
      let imitates = skeleton.flatMap { brands.contains($0) ? $0 : nil }
      if let imitates {
        return Finding(
          .fail, subject: name.description, "\(name.shownText) looks like \(imitates), and is not.",
          evidence: [evidence])
      }
      let isForeign = isUnderASCII && skeleton != nil && !scripts.contains(.latin)
      guard isMixed || isForeign else { continue }
      let words =
        isMixed
        ? "mixes \(scripts.map(\.rawValue).sorted().joined(separator: " and ")) letters in one label"
        : "looks like a name in ASCII"
      return Finding(.warn, subject: name.description, "\(name.shownText) \(words).", evidence: [evidence])
    }
    return nil
  }

  /// Names that are imitated most in phishing, by reports of 2025 and 2026.
  private static let brands: Set<String> = [
    "paypal", "apple", "icloud", "google", "gmail", "microsoft", "outlook", "office", "amazon", "netflix", "facebook",
    "instagram", "whatsapp", "linkedin", "dhl", "ups", "usps", "fedex", "ebay", "visa", "mastercard", "binance",
    "coinbase", "dropbox", "adobe", "spotify", "telegram", "steam", "booking", "airbnb", "docusign", "hsbc", "chase"
  ]
}

extension MessageSurvey {
  /// The domains with letters outside ASCII that people see or follow, each once, with where it stands. Evidence is the
  /// whole field, and is made for those alone.
  fileprivate var internationalNames: [(name: DomainName, evidence: Evidence)] {
    var seen: Set<DomainName> = []
    var result: [(name: DomainName, evidence: Evidence)] = []
    func add(_ name: DomainName?, _ evidence: @autoclosure () -> Evidence) {
      guard let name, result.count < Self.mostNames, seen.insert(name).inserted,
        name.shownText.contains(where: { !$0.isASCII })
      else { return }
      result.append((name, evidence()))
    }
    for field in fields.from + fields.replyTo {
      for mailbox in field.value?.mailboxes ?? [] { add(mailbox.aLabelDomain, Evidence(field.field, in: self)) }
    }
    for signature in dkim { add(signature.value?.domain, Evidence(signature.field, in: self)) }
    for link in content.links {
      let address = WebAddress(link.target)
      if address.isWeb { add(address.name, Evidence(line: link.line, link.target, in: self)) }
    }
    return result
  }

  /// No honest message shows more of them.
  private static let mostNames = 64
}
