import AuditModel
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageCheck {
  static let arcSealTags = MessageCheck(
    CheckDescription(
      id: "ARC-SEAL-TAGS",
      area: .arc,
      title: "Seals and message signatures use allowed tags",
      severity: .low,
      severityReason: "forbidden tags make verifiers disagree",
      appliesWhen: "the message has complete ARC sets",
      rule: """
        Fail if a seal has h= or bh=, if an ARC-Message-Signature signs an ARC-Seal or uses rsa-sha1, or if the text of \
        either is void.
        """,
      whyItMatters: "Some verifiers take the chain, others do not.",
      remedy: "Upgrade the software that seals.",
      standards: ["RFC 8617 §4.1.2", "RFC 8617 §4.1.3"]
    ),
    examples: [
      MessageExample(.pass, "as it should be", message: MessageExample.plain, stage: .sealed("mx.example.net; none")),
      MessageExample(
        .fail, "a seal with h=",
        message: """
          ARC-Seal: i=1; a=rsa-sha256; cv=none; d=list.example.net; s=s1; h=from; b=AAAA
          ARC-Message-Signature: i=1; a=rsa-sha256; d=list.example.net; s=s1; h=from; bh=AAAA; b=AAAA
          ARC-Authentication-Results: i=1; mx.example.net; none

          """ + MessageExample.plain)
    ]
  ) { survey in
    let sets = survey.signatures.arc.chain.sets
    if sets.isEmpty { return .notApplicable("the message has no complete ARC sets") }
    return .findings(sets.prefix(mostSets).flatMap { findings($0, survey) })
  }

  /// Sets that are told of: the faults of one server repeat.
  private static let mostSets = 10

  private static func findings(_ set: ARCSet, _ survey: MessageSurvey) -> [Finding] {
    var findings: [Finding] = []
    func add(_ statement: String, _ field: HeaderField, _ highlight: Range<Int>? = nil) {
      let evidence = [Evidence(field, in: survey, highlight: highlight)]
      findings.append(Finding(.fail, subject: "set \(set.instance)", statement, evidence: evidence))
    }
    for fault in set.sealText.faults.filter({ $0.gravity == .fatal }).prefix(1) {
      add("The seal of set \(set.instance) has a fault: \(fault.message).", set.seal, fault.range)
    }
    for name in ["h", "bh"] {
      if let tag = set.sealText.value?.tags[name], findings.isEmpty {
        add("The seal of set \(set.instance) has \(name)=, which seals may not have.", set.seal, tag.range)
      }
    }
    let signature = set.messageSignatureText
    for fault in signature.faults.filter({ $0.gravity == .fatal }).prefix(1) {
      add(
        "The message signature of set \(set.instance) has a fault: \(fault.message).", set.messageSignature, fault.range
      )
    }
    if signature.value?.signedNames.contains("ARC-Seal") == true {
      add("The message signature of set \(set.instance) signs an ARC-Seal.", set.messageSignature)
    }
    return findings
  }
}
