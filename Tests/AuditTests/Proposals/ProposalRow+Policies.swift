import AuditModel
import Survey

extension ProposalRow {
  static let policies: [ProposalRow] = [
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
}
