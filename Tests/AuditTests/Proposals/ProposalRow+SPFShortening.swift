import AuditModel

/// SPF records over ten look-ups.
extension ProposalRow {
  static let shortening: [ProposalRow] = [
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "an include and hosts of the domain's own",
      zone: """
        @ TXT "v=spf1 include:_spf.example.org a:h1.example.org a:h2.example.org a:h3.example.org a:h4.example.org -all"
        _spf TXT "v=spf1 a:h5.example.org a:h6.example.org a:h7.example.org a:h8.example.org mx a:h9.example.org ~all"
        _spf MX 10 h1
        h1 A 192.0.2.1
        h2 A 192.0.2.2
        h3 A 192.0.2.3
        h4 A 192.0.2.4
        h5 A 192.0.2.5
        h6 A 192.0.2.6
        h7 A 192.0.2.7
        h8 A 192.0.2.8
        h9 A 192.0.2.9
        """,
      added: [
        "\"v=spf1 a:h5.example.org a:h6.example.org a:h7.example.org a:h8.example.org mx:_spf.example.org "
          + "a:h9.example.org a:h1.example.org a:h2.example.org a:h3.example.org a:h4.example.org -all\""
      ]),
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "hosts written out",
      zone: hosts(11) + "\n@ TXT \"v=spf1 \(hostTerms(11)) -all\"",
      added: [
        "\"v=spf1 ip4:192.0.2.1 " + (2...11).map { "a:h\($0).example.org" }.joined(separator: " ") + " -all\""
      ], remark: "holds for 3600 s"),
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "the record of another is written out where the owner wants it",
      zone: "@ TXT \"v=spf1 include:big.example " + (1...8).map { "include:p\($0).example" }.joined(separator: " ")
        + " -all\"\n" + others(8) + "\n" + #"""
          big.example. 300 TXT "v=spf1 include:one.big.example redirect=two.big.example"
          one.big.example. 60 TXT "v=spf1 ip4:203.0.113.0/25 ip4:198.51.100.7 ?all"
          two.big.example. TXT "v=spf1 ip6:2001:db8::/32 a:h.big.example ip4:203.0.113.0/25 -all"
          h.big.example. A 203.0.113.200
          """#,
      added: [
        "\"v=spf1 ip4:203.0.113.0/25 ip4:198.51.100.7 ip6:2001:db8::/32 ip4:203.0.113.200 "
          + (1...8).map { "include:p\($0).example" }.joined(separator: " ") + " -all\""
      ], remark: "may change it any time: what was looked up holds for 60 s", writesOutOthers: true),
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "what another excludes cannot be written out",
      zone: "@ TXT \"v=spf1 " + (1...11).map { "include:p\($0).example" }.joined(separator: " ") + " -all\"\n"
        + others(11).replacing("v=spf1", with: "v=spf1 -ip4:198.51.100.200"),
      added: nil, writesOutOthers: true),
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "records of others are not written out",
      zone: "@ TXT \"v=spf1 " + (1...11).map { "include:p\($0).example" }.joined(separator: " ") + " -all\"\n"
        + others(11),
      added: nil),
    ProposalRow(
      check: "SPF-LOOKUP-LIMIT", title: "a record with exists cannot be compared",
      zone: hosts(10) + "\n@ TXT \"v=spf1 \(hostTerms(10)) exists:%{i}.example.org -all\"",
      added: [
        "\"v=spf1 ip4:192.0.2.1 " + (2...10).map { "a:h\($0).example.org" }.joined(separator: " ")
          + " exists:%{i}.example.org -all\""
      ], isProven: false, reason: "exists")
  ]

  private static func hosts(_ count: Int) -> String {
    (1...count).map { "h\($0) A 192.0.2.\($0)" }.joined(separator: "\n")
  }

  private static func others(_ count: Int) -> String {
    (1...count).map { "p\($0).example. TXT \"v=spf1 ip4:198.51.100.\($0) -all\"" }.joined(separator: "\n")
  }

  private static func hostTerms(_ count: Int) -> String {
    (1...count).map { "a:h\($0).example.org" }.joined(separator: " ")
  }
}
