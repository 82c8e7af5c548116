import AuditModel
import AuditTesting
import DNS
import LDNSKit
import Survey
import Testing

@testable import Audit

/// A zone, what is proposed over it for one check, and whether the audit behind the change shows that it mends.
struct ProposalRow: Sendable, CustomTestStringConvertible {
  let check: CheckID
  let title: String
  let zone: String
  /// The data of the records that come; nil when nothing is proposed.
  let added: [String]?
  var removed = 1
  var isProven = true
  var reason = ""
  /// A part of the remarks.
  var remark = ""
  var writesOutOthers = false
  var configure: @Sendable (inout SurveyOptions) -> Void = { _ in }

  var testDescription: String { "\(check): \(title)" }

  static let prefix = "$ORIGIN example.org.\n$TTL 3600\n@ SOA ns1 root 1 2 3 4 5\n@ NS ns1\n@ NS ns2\n"

  /// The proposal over the zone.
  func proposal() async -> Proposal? {
    var options = SurveyOptions()
    configure(&options)
    var auditor = DomainAuditor(resolver: World(Self.prefix + zone + "\n"), options: options, time: 1_790_000_000)
    auditor.proposes = true
    auditor.writesOutOthers = writesOutOthers
    return await auditor.audit("example.org").proposals.first { $0.check == check }
  }
}

@Suite("Proposals") struct ProposalTests {
  @Test(arguments: ProposalRow.all)
  func isDrawnUpAndTried(row: ProposalRow) async {
    let proposal = await row.proposal()
    #expect(proposal?.changes.flatMap(\.added).map(\.zoneText) == row.added)
    guard let proposal else { return }
    #expect(proposal.isProven == row.isProven, "\(proposal.proof)")
    #expect(proposal.changes.flatMap(\.removed).count == row.removed)
    if case .notProvable(let reason) = proposal.proof { #expect(reason.contains(row.reason), "\(reason)") }
    #expect(proposal.remarks.joined(separator: " ").contains(row.remark) || row.remark.isEmpty)
  }

  /// A line that is copied into a zone file is the record that was tried.
  @Test(arguments: ProposalRow.all.filter(\.isProven))
  func linesAreTheRecordsThatWereTried(row: ProposalRow) async throws {
    let records = await row.proposal()?.changes.flatMap(\.added) ?? []
    for record in records {
      let text = ZoneText.parse(Array((record.zoneLine + "\n").utf8), file: "line", origin: nil)
      #expect(text.faults.isEmpty)
      #expect(text.zone.records.map(ProposedRecord.init) == [record])
    }
  }

  /// Each proposer has a row that is proven. Which hosts `ptr` passes cannot be listed, so that one never is.
  @Test func eachIsShown() {
    let proven = Set(ProposalRow.all.filter { $0.isProven && $0.added != nil }.map(\.check))
    #expect(Proposer.all.map(\.check).filter { !proven.contains($0) } == ["SPF-PTR-USED"])
    #expect(Set(Proposer.all.map(\.check)).count == Proposer.all.count)
  }

  @Test func costsNothingUnlessAsked() async {
    let auditor = DomainAuditor(resolver: World(ProposalRow.prefix + "@ TXT \"v=spf1 a\"\n"), time: 0)
    #expect(await auditor.audit("example.org").proposals.isEmpty)
  }

  /// Every check that something is proposed for is in the catalogue.
  @Test func checksExist() async {
    var auditor = DomainAuditor(resolver: World(ProposalRow.prefix), time: 0)
    auditor.proposes = true
    let known = Set(await auditor.audit("example.org").outcomes.map(\.check))
    #expect(Proposer.all.map(\.check).filter { !known.contains($0) } == [])
  }
}

extension ProposalRow {
  static let all: [ProposalRow] = spf + shortening + policies

  private static let spf: [ProposalRow] = [
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

  private static let shortening: [ProposalRow] = [
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

  private static let policies: [ProposalRow] = [
    ProposalRow(
      check: "DMARC-PRESENT", title: "no record", zone: "@ MX 10 mail\nmail A 192.0.2.1",
      added: [#""v=DMARC1; p=none; rua=mailto:postmaster@example.org""#], removed: 0),
    ProposalRow(
      check: "DMARC-MULTIPLE", title: "the mildest policy and all addresses",
      zone: """
        _dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.org"
        _dmarc TXT "v=DMARC1; p=none; rua=mailto:b@example.org"
        @ MX 10 mail
        mail A 192.0.2.1
        """,
      added: [#""v=DMARC1; p=none; rua=mailto:a@example.org,mailto:b@example.org""#], removed: 2),
    ProposalRow(
      check: "DMARC-P-MISSING", title: "a policy behind the version",
      zone: "_dmarc TXT \"v=DMARC1; rua=mailto:d@example.org\"\n@ MX 10 mail\nmail A 192.0.2.1",
      added: [#""v=DMARC1; p=none; rua=mailto:d@example.org""#]),
    ProposalRow(
      check: "DMARC-RUA-SYNTAX", title: "no scheme, a size",
      zone: """
        _dmarc TXT "v=DMARC1; p=reject; rua=d@example.org,mailto:e@example.org!10m"
        @ MX 10 mail
        mail A 192.0.2.1
        """,
      added: [#""v=DMARC1; p=reject; rua=mailto:d@example.org,mailto:e@example.org""#]),
    ProposalRow(
      check: "DMARC-RUA-SYNTAX", title: "hostile addresses are not mended",
      zone: #"_dmarc TXT "v=DMARC1; p=reject; rua=a\;b@x.example;rua=@@,a b@example.org,<script>@example.org""#,
      added: nil),
    ProposalRow(
      check: "DMARC-WRONG-NAME", title: "a record at the domain itself",
      zone: "@ TXT \"v=DMARC1; p=reject; rua=mailto:d@example.org\"\n@ MX 10 mail\nmail A 192.0.2.1",
      added: [#""v=DMARC1; p=reject; rua=mailto:d@example.org""#]),
    ProposalRow(
      check: "DMARC-RUA-EXTERNAL", title: "a consent that another has to give",
      zone: """
        _dmarc TXT "v=DMARC1; p=reject; rua=mailto:x@vendor.example"
        vendor.example. MX 10 mx.vendor.example.
        mx.vendor.example. A 198.51.100.1
        """,
      added: [#""v=DMARC1;""#], removed: 0),
    ProposalRow(
      check: "DMARC-PARKED", title: "a parked domain",
      zone: #"_dmarc TXT "v=DMARC1; p=none; rua=mailto:d@example.org""#,
      added: [#""v=DMARC1; p=reject; rua=mailto:d@example.org""#]
    ) { $0.isParked = true },
    ProposalRow(
      check: "MX-NULL-MIXED", title: "a null MX beside another", zone: "@ MX 0 .\n@ MX 10 mail\nmail A 192.0.2.1",
      added: []),
    ProposalRow(check: "MX-NULL-SENDER", title: "a parked domain", zone: "@ A 192.0.2.1", added: ["0 ."], removed: 0) {
      $0.isParked = true
    },
    ProposalRow(
      check: "STS-RECORD", title: "an id with hyphens",
      zone: """
        @ MX 10 mail
        mail A 192.0.2.1
        mta-sts A 192.0.2.1
        _smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.org"
        _mta-sts TXT "v=STSv1; id=2026-11-21"
        """,
      added: [#""v=STSv1; id=20261121;""#]),
    ProposalRow(
      check: "TLSRPT-RECORD", title: "none yet, and a mailbox for reports",
      zone: "@ MX 10 mail\nmail A 192.0.2.1\n_dmarc TXT \"v=DMARC1; p=reject; rua=mailto:d@example.org\"",
      added: [#""v=TLSRPTv1; rua=mailto:d@example.org""#], removed: 0),
    ProposalRow(
      check: "TLSRPT-RECORD", title: "a semicolon is missing",
      zone: "@ MX 10 mail\nmail A 192.0.2.1\n_smtp._tls TXT \"v=TLSRPTv1 rua=mailto:t@example.org\"",
      added: [#""v=TLSRPTv1; rua=mailto:t@example.org""#]),
    ProposalRow(
      check: "TLSRPT-RECORD", title: "what cannot be read is not written over",
      zone: "@ MX 10 mail\nmail A 192.0.2.1\n_smtp._tls TXT SERVFAIL", added: nil)
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
