import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfSyntax = DomainCheck(
    CheckDescription(
      id: "SPF-SYNTAX",
      area: .spf,
      title: "The record parses completely",
      severity: .critical,
      severityReason: "one syntax error makes the whole record a permanent error",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        The whole record, and every record that it reaches through include and redirect, is read by the grammar \
        before anything else. Fail for a fault that makes a record void, such as an unknown mechanism, a bad address \
        or prefix length, a domain without a valid last label, or a second redirect; warn for a term that is read \
        but ignored; info for one that is read in another sense than it looks; unknown if a \
        record could not be read.
        """,
      whyItMatters: """
        Receivers read the record to its end before they evaluate it. One wrong term anywhere gives permerror for \
        all mail of the domain, also for hosts that the record lists correctly.
        """,
      remedy: """
        Correct or delete the marked term. Common slips: "ip:" for "ip4:", "a:192.0.2.1" for "ip4:192.0.2.1", \
        "include=" for "include:", "redirect:" for "redirect=", a space behind "~" or "include:".
        """,
      standards: ["RFC 7208 §4.6", "RFC 7208 §5", "RFC 7208 §6", "RFC 7208 §12"],
      profiles: [
        .required(.gmailBulk), .required(.yahooBulk), .required(.microsoftBulk), .required(.nist800177),
        .required(.bod1801), .required(.internetNL), .required(.preLaunch)
      ]
    ),
    examples: [
      CheckExample(.pass, "every term is well formed", zone: #"@ TXT "v=spf1 ip4:192.0.2.1 a:mail.example.org -all""#),
      CheckExample(
        .fail, "an unknown mechanism and an address as a domain", zone: #"@ TXT "v=spf1 ip:192.0.2.1 a:192.0.2.2 -all""#
      ),
      CheckExample(
        .fail, "an included record with a fault",
        zone: """
          @ TXT "v=spf1 include:_spf.example.org -all"
          _spf TXT "v=spf1 ip4:192.0.2.0/33"
          """),
      CheckExample(.warn, "a mechanism written as a modifier", zone: #"@ TXT "v=spf1 include=_spf.example.org -all""#),
      CheckExample(.info, "an address with bits behind its prefix", zone: #"@ TXT "v=spf1 ip4:192.0.2.7/24 -all""#),
      CheckExample(.unknown, "the server fails", zone: "@ TXT SERVFAIL")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      var seen: Set<[UInt8]> = []
      let faults = tree.nodes.flatMap { node -> [(node: SPFTree.Node, fault: SyntaxFault)] in
        guard let record = node.publication.record, seen.insert(node.domain.wire).inserted else { return [] }
        return record.faults.map { (node, $0) }
      }
      let fatal = faults.filter { $0.fault.gravity == .fatal }.told
      let others = faults.filter { $0.fault.gravity != .fatal && $0.node.parent == nil }.told
      let told = (fatal + others).map { SPFSyntaxFinding.of($0.fault, in: $0.node, of: tree) }
      return .findings(told + (fatal.isEmpty ? tree.unseenRecords : []))
    }
  }
}

/// A fault of the grammar as a finding.
private enum SPFSyntaxFinding {
  /// The finding.
  static func of(_ fault: SyntaxFault, in node: SPFTree.Node, of tree: SPFTree) -> Finding {
    let verdict: Verdict =
      switch fault.gravity {
      case .fatal: .fail
      case .ignored: .warn
      case .remark: .info
      }
    return Finding(
      verdict, subject: node.domain.description,
      "In \(tree.location(of: node)): \(fault.message) (\(fault.reference)).",
      evidence: [tree.evidence(of: node, highlight: fault.range)])
  }
}
