public import AuditModel

extension ProfileRules {
  /// NIST SP 800-177 Rev. 1.
  public static let nist800177 = ProfileRules(
    .nist800177,
    required: [
      "DNSSEC-SIGNED", "DNSSEC-BOGUS", "DNSSEC-ALG", "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT",
      "SPF-INCLUDE-TARGET",
      "SPF-NONSENDING", "DKIM-ALG-SHA1", "DKIM-KEY-FOUND", "DKIM-KEY-LENGTH", "DMARC-PRESENT", "DMARC-POLICY-NONE",
      "DMARC-RUA", "SMTP-STARTTLS", "TLS-VERSION"
    ],
    advised: [
      "DNSSEC-MX-SIGNED", "DKIM-KEY-AGE", "STS-RECORD", "TLSRPT-RECORD", "DANE-TLSA-PRESENT", "DANE-TLSA-MATCH",
      "TLS-CIPHERS", "TLS-CERT-VALID", "AUTH-CLEAR"
    ],
    readings: parked + [
      // To the check, a zone without signatures is a remark; so is one that only a resolver vouches for.
      .init("DNSSEC-SIGNED", .info, means: .fail, seeing: "insecure"),
      .init("DMARC-POLICY-NONE", .warn, means: .fail), .init("DMARC-RUA", .warn, means: .fail),
      .init("DKIM-KEY-LENGTH", .warn, means: .fail), .init("TLS-VERSION", .warn, means: .fail)
    ],
    blindSpots: ["Versions of SSL are not tried: OpenSSL no longer speaks them."])
}
