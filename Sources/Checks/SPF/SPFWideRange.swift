import AuditModel
import DNS
import MailAuthentication
import Survey

extension DomainCheck {
  static let spfWideRange = DomainCheck(
    CheckDescription(
      id: "SPF-WIDE-RANGE",
      area: .spf,
      title: "Authorised ranges are no wider than needed",
      severity: .medium,
      severityReason: "every address that is listed without need can send mail that passes DMARC",
      appliesWhen: "the domain publishes one SPF record",
      rule: """
        Warn if a block that the record itself passes is wider than /20 (IPv4) or /32 (IPv6), or if the whole tree \
        passes more than 500000 IPv4 addresses; unknown if neither is seen and an included record could not be read.
        """,
      whyItMatters: """
        The addresses of hosting and cloud networks are rented to anybody. Who gets one of them passes SPF, and with \
        it DMARC, in the name of the domain.
        """,
      remedy: """
        List the addresses that send, not the network that they lie in; use the dedicated range or the return path of \
        a provider; put "?" before the include of a shared platform and rely on DKIM.
        """,
      standards: ["RFC 9989 §11.1", "RFC 9989 §7.1"],
      causes: ["SPF-ALL-PASS", "SPF-TEMPERROR"]
    ),
    examples: [
      CheckExample(.pass, "sixteen addresses", zone: #"@ TXT "v=spf1 ip4:198.51.100.16/28 ~all""#),
      CheckExample(.warn, "the network of a hosting company", zone: #"@ TXT "v=spf1 ip4:198.51.0.0/16 ~all""#),
      CheckExample(
        .warn, "an included record with more than 500000 addresses",
        zone: "@ TXT \"v=spf1 include:_spf.example.org ~all\"\n_spf TXT \"v=spf1 ip4:10.0.0.0/13\""),
      CheckExample(.pass, "a wide range that does not pass", zone: #"@ TXT "v=spf1 ?ip4:198.51.0.0/16 ~all""#),
      CheckExample(
        .unknown, "an included record does not answer",
        zone: "@ TXT \"v=spf1 include:slow.example.net -all\"\nslow.example.net. TXT TIMEOUT")
    ]
  ) { survey in
    survey.judgeSPFRecord { tree in
      let own = Set(tree.ownNodes.map(\.index))
      let networks = tree.passingNetworks
      var findings = networks.filter { own.contains($0.place.node) && $0.network.isWide }.told.map { wide in
        Finding(
          .warn, subject: tree.term(at: wide.place).text,
          "\(tree.term(at: wide.place).text) passes the whole block \(wide.network).",
          evidence: [tree.evidence(of: wide.place)])
      }
      let total = tree.passingIPv4Addresses
      if total > WideRangeLimits.total {
        let widest = networks.filter(\.network.base.isV4).sorted { $0.network.prefixLength < $1.network.prefixLength }
        findings.append(
          Finding(
            .warn, subject: tree.domain.description, "The record and its includes pass \(total) IPv4 addresses.",
            evidence: widest.prefix(3).map { tree.evidence(of: $0.place) }))
      }
      return .findings(findings.isEmpty ? tree.unavailableNodes.told.map(tree.unseenRange) : findings)
    }
  }
}

/// What counts as wide: 4096 addresses are more than any sender of its own needs, and the large platforms together
/// stay below half a million.
private enum WideRangeLimits {
  static let v4 = 20
  static let v6 = 32
  static let total: UInt64 = 500_000
}

extension IPNetwork {
  fileprivate var isWide: Bool { prefixLength < (base.isV4 ? WideRangeLimits.v4 : WideRangeLimits.v6) }
}
