public import AuditModel

extension ProfileRules {
  /// CISA Binding Operational Directive 18-01.
  public static let bod1801 = ProfileRules(
    .bod1801,
    required: [
      "SPF-PRESENT", "SPF-MULTIPLE", "SPF-SYNTAX", "SPF-LOOKUP-LIMIT", "SPF-INCLUDE-TARGET", "DMARC-PRESENT",
      "DMARC-POLICY-NONE",
      "DMARC-SP-WEAKER", "DMARC-RUA", "DMARC-PARKED", "SMTP-STARTTLS", "TLS-VERSION", "TLS-CIPHERS"
    ],
    advised: ["DMARC-T-MODE", "DMARC-PCT", "DMARC-RUA-EXTERNAL", "DMARC-RUA-DELIVERABLE"],
    readings: parked + [
      // Nothing but p=reject is enough.
      .init("DMARC-POLICY-NONE", .warn, means: .fail), .init("DMARC-POLICY-NONE", .info, means: .fail),
      .init("DMARC-SP-WEAKER", .warn, means: .fail), .init("DMARC-RUA", .warn, means: .fail),
      // The directive is about SSL, RC4 and 3DES; what this check tries is beside it.
      .init("TLS-CIPHERS", .fail, means: .warn)
    ],
    blindSpots: [
      "SSL, RC4 and 3DES are not tried: OpenSSL no longer speaks them.",
      "Whether rua names the address that CISA gives to federal agencies is not looked at."
    ])
}
