import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfObsoleteTypes = DomainCheck(
    CheckDescription(
      id: "SPF-OBSOLETE-TYPES",
      area: .spf,
      title: "No records of type SPF and of Sender ID",
      severity: .info,
      severityReason: "obsolete data that can disagree with the record in force",
      appliesWhen: "always",
      rule: """
        Warn if a record of type SPF (99) exists whose text is that of no TXT record, info if one exists with the same \
        text; info if a TXT record begins with spf2.0/; unknown if either type could not be read.
        """,
      whyItMatters: """
        Receivers read TXT records only. Old filters that still read the others can come to another verdict, and who \
        maintains the zone may change the wrong one.
        """,
      remedy: "Delete the records of type SPF, and the TXT records of Sender ID.",
      standards: ["RFC 7208 §3.1", "RFC 7208 §14.1"]
    ),
    examples: [
      CheckExample(.pass, "a TXT record only", zone: #"@ TXT "v=spf1 mx ~all""#),
      CheckExample(
        .warn, "a record of type SPF that says something else",
        zone: "@ TXT \"v=spf1 mx ~all\"\n@ TYPE99 \\# 12 0b763d73706631202d616c6c"),
      CheckExample(
        .info, "a Sender ID record", zone: "@ TXT \"v=spf1 mx ~all\"\n@ TXT \"spf2.0/pra mx ~all\""),
      CheckExample(.unknown, "the server fails", zone: "@ TXT \"v=spf1 mx ~all\"\n@ TYPE99 SERVFAIL")
    ]
  ) { survey in
    let obsolete = survey.spf.obsolete
    for answer in [survey.spf.answer, obsolete] {
      guard let failure = answer.failure else { continue }
      return .unknown("\(answer.question) could not be read: \(failure).", evidence: [.init(answer)])
    }
    let texts = Set(survey.spf.answer.texts.map(\.joined))
    var findings = obsolete.records.map { record in
      let isSame = texts.contains(record.joinedStrings)
      return Finding(
        isSame ? .info : .warn, subject: survey.domain.description,
        isSame
          ? "A record of the obsolete type SPF repeats the TXT record."
          : "A record of the obsolete type SPF says something else than the TXT records.",
        evidence: [Evidence(text: record.joinedStrings, of: obsolete.question), Evidence(survey.spf.answer)])
    }
    for miss in survey.spf.tree.root.publication.selection.nearMisses where miss.reason == .senderID {
      findings.append(
        Finding(
          .info, subject: survey.domain.description, "A TXT record is one of Sender ID, which nobody reads any more.",
          evidence: [Evidence(text: miss.text, of: survey.spf.answer.question)]))
    }
    return .findings(findings)
  }
}

extension DNSRecord {
  /// The joined character-strings of a record of type SPF, which has the form of TXT (RFC 4408 §3.1.1).
  fileprivate var joinedStrings: [UInt8] {
    switch data {
    case .txt(let strings): return strings.joined
    case .other(_, let octets):
      var (text, position): ([UInt8], Int) = ([], 0)
      while position < octets.count {
        let end = min(position + 1 + Int(octets[position]), octets.count)
        text += octets[(position + 1)..<end]
        position = end
      }
      return text
    default: return []
    }
  }
}
