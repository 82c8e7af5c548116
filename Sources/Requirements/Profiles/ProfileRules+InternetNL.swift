public import AuditModel

extension ProfileRules {
  /// The mail test of Internet.nl, release 1.11: agreement with it, not its percentage.
  public static let internetNL = ProfileRules(
    .internetNL,
    required: [
      "DNS-EMPTY-NONTERMINAL", "DNSSEC-SIGNED", "DNSSEC-BOGUS", "DNSSEC-MX-SIGNED", "DNSSEC-DENIAL-PROOF", "MX-PRESENT",
      "MX-NULL-MIXED", "MX-IPV6", "MX-RPKI", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT",
      "SPF-INCLUDE-TARGET",
      "SPF-ALL-PASS", "SPF-ALL-MISSING", "DMARC-PRESENT", "DMARC-MULTIPLE", "DMARC-SYNTAX", "DMARC-POLICY-NONE",
      "DMARC-T-MODE", "DMARC-RUA-EXTERNAL", "DANE-TLSA-PRESENT", "DANE-TLSA-MATCH", "SMTP-STARTTLS", "TLS-VERSION",
      "TLS-CIPHERS", "TLS-CERT-KEY", "TLS-EMS-RENEG"
    ],
    advised: ["DNS-CAA", "DKIM-CANON", "DANE-ROLLOVER", "TLS-CERT-VALID"],
    readings: parked + [
      .init("DNSSEC-SIGNED", .info, means: .fail, seeing: "insecure"),
      .init("DNSSEC-MX-SIGNED", .info, means: .fail),
      .init("MX-IPV6", .info, means: .fail), .init("MX-RPKI", .info, means: .fail),
      // Without a table of route origins the check does not apply; where there is no mail server either, all is said.
      .init("MX-RPKI", .notApplicable, means: .unknown, when: ("MX-IPV6", .pass)),
      .init("MX-RPKI", .notApplicable, means: .unknown, when: ("MX-IPV6", .info)),
      .init("MX-RPKI", .notApplicable, means: .unknown, when: ("MX-IPV6", .unknown)),
      .init("SPF-ALL-MISSING", .warn, means: .fail), .init("DMARC-POLICY-NONE", .warn, means: .fail),
      .init("DANE-TLSA-PRESENT", .info, means: .fail), .init("DANE-TLSA-PRESENT", .warn, means: .fail),
      .init("TLS-VERSION", .warn, means: .fail)
    ],
    blindSpots: ["IPv6 of the name servers is not looked at. Release 1.11 is followed; its percentage is not computed."]
  )
}
