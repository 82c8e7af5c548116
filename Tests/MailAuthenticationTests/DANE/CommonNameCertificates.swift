/// A certificate without names but the common name, and its issuer; valid from November 2026 to 2117.
enum CommonNameCertificates {
  /// The subject is `O="Example, CN=evil.example.net, Inc.", CN=mail.example.org`; there is no subject alternative name.
  static let leaf = """
    -----BEGIN CERTIFICATE-----
    MIIBtDCCAVqgAwIBAgIBTTAKBggqhkjOPQQDAjAWMRQwEgYDVQQDDAtDb21tb24g
    Um9vdDAgFw0yNjExMjYwMDAzMjNaGA8yMTE3MDQwMzAwMDMyM1owSDErMCkGA1UE
    CgwiRXhhbXBsZSwgQ049ZXZpbC5leGFtcGxlLm5ldCwgSW5jLjEZMBcGA1UEAwwQ
    bWFpbC5leGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMDSc/4s
    JFSHr2B/Vx4xrqcJSn4wV752Q9tTXEjmHHXRjHr+ivNqD4jvLf4Jq7bhbOntLdF5
    1aibKjo6+VsQz8mjZTBjMAwGA1UdEwEB/wQCMAAwEwYDVR0lBAwwCgYIKwYBBQUH
    AwEwHwYDVR0jBBgwFoAU7tue/XegMmJrGFp6J+AzAf5+bu8wHQYDVR0OBBYEFO4Z
    pd5Mo3b3Z0kVn/wRKnXfbRsrMAoGCCqGSM49BAMCA0gAMEUCIQCu0RP+WXYWKWEl
    4l2Q/XuVuAM8oN4xJJQnlwg5AIs2agIgJ/qps2/0TanWAIEDej6bpZ59nXQLqQaO
    PHaPCvQZCw4=
    -----END CERTIFICATE-----
    """
  /// The issuer, `CN=Common Root`.
  static let root = """
    -----BEGIN CERTIFICATE-----
    MIIBYTCCAQigAwIBAgIUK6xOvDgcr+B+u2itTeGieRZzm0AwCgYIKoZIzj0EAwIw
    FjEUMBIGA1UEAwwLQ29tbW9uIFJvb3QwIBcNMjYxMTI2MDAwMzIyWhgPMjExNzA0
    MDMwMDAzMjJaMBYxFDASBgNVBAMMC0NvbW1vbiBSb290MFkwEwYHKoZIzj0CAQYI
    KoZIzj0DAQcDQgAE1T8hbcxHbHZIMzxPV303tcsIvoilYl1y2OmMX/8PqSt8ssAL
    24mYM7bSs90LHkN+ttGRrcRkFOjWaakVxGsz7KMyMDAwDwYDVR0TAQH/BAUwAwEB
    /zAdBgNVHQ4EFgQU7tue/XegMmJrGFp6J+AzAf5+bu8wCgYIKoZIzj0EAwIDRwAw
    RAIgCc7IpEbIimraevXqbgWA05sJ4sudJpVVqZReMQ85/E4CIBO97ULYKmZ3TcAt
    Qc3xZGzlKOSQgpW5mfID9nUNTraV
    -----END CERTIFICATE-----
    """
}
