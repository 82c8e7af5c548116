import AuditModel
import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainCheck {
  static let spfMacroRisk = DomainCheck(
    CheckDescription(
      id: "SPF-MACRO-RISK",
      area: .spf,
      title: "Macros do not let the sender choose the answer",
      severity: .medium,
      severityReason: "a sender can steer look-ups with values that it chooses itself",
      appliesWhen: "the record, or one that it reaches, contains macros",
      rule: """
        Warn if %{h} or %{p} stands in the domain of a mechanism or redirect; info if %{l} or %{s} does; fail for a \
        macro that is not well formed; unknown if no macro is seen and an included record could not be read.
        """,
      whyItMatters: """
        The EHLO name, the name of an address and the local part belong to whoever sends. In a look-up they let the \
        sender choose which name is asked, and names that do not exist count as void look-ups.
        """,
      remedy: """
        Use %{i} and %{d}, or terms without macros. Keep %{l} only where a name server of your own answers for it, and \
        write "%%" for a percent sign.
        """,
      standards: ["RFC 7208 §7", "RFC 7208 §11.5.3", "RFC 8616 §4"],
      causes: ["SPF-SYNTAX", "SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "the address of the sender", zone: #"@ TXT "v=spf1 exists:%{i}._spf.example.net -all""#),
      CheckExample(.warn, "the EHLO name", zone: #"@ TXT "v=spf1 include:%{h}.spf.example.net -all""#),
      CheckExample(.info, "the local part", zone: #"@ TXT "v=spf1 exists:%{l}._spf.example.net -all""#),
      CheckExample(.fail, "a letter that is no macro", zone: #"@ TXT "v=spf1 exists:%{x}._spf.example.net -all""#),
      CheckExample(.notApplicable, "no macro", zone: #"@ TXT "v=spf1 mx -all""#),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let places = tree.places { term in term.term.isCounted && term.term.domainSpec?.isLiteral == false }
      let findings = tree.macroFaults + places.lazy.compactMap { tree.macroFinding($0) }.told
      if !findings.isEmpty { return .findings(findings) }
      if let hidden = tree.unavailableNodes.first {
        return .unknown(
          "Whether the record of \(hidden.domain) uses macros could not be seen.",
          evidence: [Evidence(hidden.publication.answer)])
      }
      return places.isEmpty ? .notApplicable("the record uses no macros") : .pass
    }
  }
}

extension SPFTree {
  fileprivate func macroFinding(_ place: Place) -> Finding? {
    let term = term(at: place)
    guard let spec = term.term.domainSpec else { return nil }
    let isSteered = spec.uses([.helo, .validatedName])
    guard isSteered || spec.uses([.localPart, .sender]) else { return nil }
    return Finding(
      isSteered ? .warn : .info, subject: term.text,
      "\(term.text) in \(location(of: nodes[place.node])) looks up a name that the sender chooses.",
      evidence: [evidence(of: place)])
  }

  /// Faults that begin at a percent sign, or inside of a macro (RFC 7208 §7.1 to §7.3).
  fileprivate var macroFaults: [Finding] {
    guard let record = root.publication.record else { return [] }
    let faults = record.faults.filter { fault in
      guard fault.gravity == .fatal, fault.reference.hasPrefix("RFC 7208 §7") else { return false }
      return fault.reference != "RFC 7208 §7.1" || record.text[fault.range].first == UInt8(ascii: "%")
    }
    return faults.told.map { fault in
      Finding(
        .fail, subject: domain.description, "In \(location(of: root)): \(fault.message).",
        evidence: [evidence(of: root, highlight: fault.range)])
    }
  }
}
