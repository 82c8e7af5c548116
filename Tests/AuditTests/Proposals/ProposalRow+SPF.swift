import AuditModel
import DNS
import Survey

extension ProposalRow {
  static let spf: [ProposalRow] = [
    ProposalRow(
      check: "SPF-MULTIPLE", title: "two records become one",
      zone: """
        @ TXT "v=spf1 ip4:192.0.2.1 -all"
        @ TXT "v=spf1 ip4:192.0.2.2 ~all"
        @ TXT "another text"
        """,
      added: ["\"v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 ~all\""], removed: 2),
    ProposalRow(
      check: "SPF-MULTIPLE", title: "a joined record that leads nowhere is not proven",
      zone: """
        @ TXT "v=spf1 include:gone.example -all"
        @ TXT "v=spf1 ip4:192.0.2.2 ~all"
        """,
      added: ["\"v=spf1 include:gone.example ip4:192.0.2.2 ~all\""], removed: 2, isProven: false,
      reason: "SPF-INCLUDE-TARGET"),
    ProposalRow(
      check: "SPF-ALL-MISSING", title: "no default", zone: #"@ TXT "v=spf1 ip4:192.0.2.1""#,
      added: [#""v=spf1 ip4:192.0.2.1 ~all""#]),
    ProposalRow(
      check: "SPF-ALL-MISSING", title: "a default that says nothing, and a modifier",
      zone: #"@ TXT "v=spf1 ip4:192.0.2.1 ?all exp=why.example.org""#,
      added: [#""v=spf1 ip4:192.0.2.1 ~all exp=why.example.org""#]),
    ProposalRow(
      check: "SPF-ALL-PASS", title: "everybody passes", zone: #"@ TXT "v=spf1 ip4:192.0.2.1 +all""#,
      added: [#""v=spf1 ip4:192.0.2.1 ~all""#]),
    ProposalRow(
      check: "SPF-ALL-PASS", title: "a record that names nobody", zone: #"@ TXT "v=spf1 all""#,
      added: [#""v=spf1 ~all""#], isProven: false, reason: "names no host"),
    ProposalRow(
      check: "SPF-PTR-USED", title: "ptr cannot be listed", zone: #"@ TXT "v=spf1 ip4:192.0.2.1 ptr -all""#,
      added: [#""v=spf1 ip4:192.0.2.1 -all""#], isProven: false, reason: "ptr alone"),
    ProposalRow(
      check: "SPF-TERM-AFTER-ALL", title: "a block behind all",
      zone: "@ TXT \"v=spf1 -all ip4:192.0.2.1\"\n@ MX 10 mail\nmail A 192.0.2.1",
      added: [#""v=spf1 ip4:192.0.2.1 -all""#], remark: "never read"),
    ProposalRow(
      check: "SPF-TERM-AFTER-ALL", title: "a domain that can get no mail begins to send",
      zone: #"@ TXT "v=spf1 -all ip4:192.0.2.1""#, added: [#""v=spf1 ip4:192.0.2.1 -all""#], isProven: false,
      reason: "DNS-FROM-RESOLVES gets worse"),
    ProposalRow(
      check: "SPF-INCLUDE-TARGET", title: "a dead include",
      zone: #"@ TXT "v=spf1 ip4:192.0.2.1 include:gone.example -all""#, added: [#""v=spf1 ip4:192.0.2.1 -all""#]),
    ProposalRow(
      check: "SPF-INCLUDE-TARGET", title: "a record that is an error for everybody says nothing to compare with",
      zone: #"@ TXT "v=spf1 include:gone.example ip4:192.0.2.1 -all""#, added: [#""v=spf1 ip4:192.0.2.1 -all""#],
      isProven: false, reason: "error for every address"),
    ProposalRow(
      check: "SPF-VOID-LIMIT", title: "three names without addresses",
      zone: #"@ TXT "v=spf1 ip4:192.0.2.1 a:g1.example.org a:g2.example.org a:g3.example.org -all""#,
      added: [#""v=spf1 ip4:192.0.2.1 -all""#]),
    ProposalRow(
      check: "SPF-REDUNDANT", title: "a block inside another",
      zone: #"@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.7 -all""#,
      added: [#""v=spf1 ip4:192.0.2.0/24 -all""#]),
    ProposalRow(
      check: "SPF-OBSOLETE-TYPES", title: "a record of type SPF",
      zone: "@ TXT \"v=spf1 ip4:192.0.2.1 ~all\"\n@ TYPE99 \\# 12 0b763d73706631202d616c6c", added: []),
    ProposalRow(
      check: "SPF-NONSENDING", title: "a parked domain", zone: #"@ TXT "v=spf1 mx ~all""#, added: [#""v=spf1 -all""#]
    ) { $0.isParked = true },
    ProposalRow(check: "SPF-PRESENT", title: "nobody knows who sends", zone: "@ A 192.0.2.1", added: nil),
    ProposalRow(
      check: "SPF-PRESENT", title: "the owner names the hosts", zone: "@ MX 10 mail\nmail A 192.0.2.1",
      added: [#""v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ~all""#], removed: 0
    ) { $0.sendingAddresses = [.v4(0xC000_0201), .v6(0x2001_0db8 << 96 | 1)] }
  ]
}
