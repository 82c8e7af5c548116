/// The certificates of the web servers of the lab, with their keys: for names of scenarios alone. Made with OpenSSL.
enum LabWebCertificates {
  /// The root that issued them.
  static let root = """
    -----BEGIN CERTIFICATE-----
    MIIBYTCCAQegAwIBAgIBEDAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxMYWIgV2Vi
    IFJvb3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBcxFTATBgNV
    BAMMDExhYiBXZWIgUm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJlfPr9H
    bhT6ulYQnMVBsau04r+hq6/dU0FZZHvP+el60RmCejmRVOMJX7OWAdgN6y1gUl1a
    Q43r+i3TVDRJct2jQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgIE
    MB0GA1UdDgQWBBTvAHuRDYSYloijotikaUQgZ+QoBTAKBggqhkjOPQQDAgNIADBF
    AiEAhJeBt3PfFB9rpzkk1Vxv7RdlgGgFyot3xEVeH2ykmJMCIC4WAFqcfR3yKhP/
    qYtNePjp7OrgGzTIlidy4CfFFOrG
    -----END CERTIFICATE-----
    """
  /// For the hosts of the scenarios but those that are to fail.
  static let good = """
    -----BEGIN CERTIFICATE-----
    MIICtDCCAlmgAwIBAgIBETAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxMYWIgV2Vi
    IFJvb3QwIBcNMjAwMTAxMDAwMDAwWhgPMjExOTAxMDEwMDAwMDBaMBcxFTATBgNV
    BAMMDExhYiBwb2xpY2llczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABM8MLyDd
    F5VIeZz0IaolnRA/EFAf/KKWqWg7+RzzIhZ6DMRpfvGIfMDw5hCU8Bnt3eGsqdDk
    kMj5wXghIQKU9XqjggGSMIIBjjCCATUGA1UdEQSCASwwggEoghhtdGEtc3RzLnN0
    cy1nb29kLmV4YW1wbGWCHG10YS1zdHMuc3RzLXJlZGlyZWN0LmV4YW1wbGWCGG10
    YS1zdHMuc3RzLXR5cGUuZXhhbXBsZYIYbXRhLXN0cy5zdHMtbG9uZy5leGFtcGxl
    ghhtdGEtc3RzLnN0cy1zbG93LmV4YW1wbGWCHG10YS1zdHMuc3RzLXVubGlzdGVk
    LmV4YW1wbGWCGm10YS1zdHMuc3RzLXN5bnRheC5leGFtcGxlghhtdGEtc3RzLnN0
    cy1nb25lLmV4YW1wbGWCG210YS1zdHMuc3RzLXRlc3RpbmcuZXhhbXBsZYIYbXRh
    LXN0cy5zdHMtYXdheS5leGFtcGxlghV3d3cuYmltaS1nb29kLmV4YW1wbGUwEwYD
    VR0lBAwwCgYIKwYBBQUHAwEwHQYDVR0OBBYEFNTzQQ3qmQ2TQrFDB8OXOPW58LTq
    MB8GA1UdIwQYMBaAFO8Ae5ENhJiWiKOi2KRpRCBn5CgFMAoGCCqGSM49BAMCA0kA
    MEYCIQCDZyuaeifz7l56xn/WJjZUDtOpm3SuT4f4zGtVZdAo0wIhAMjbCc1Gm3Xa
    U3hEit9yfDnYFz0yas/ngW9belUSnQkN
    -----END CERTIFICATE-----
    """
  /// The key of `good`.
  static let goodKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4BUB2vDyQa8AKFs1
    WHUOPLQHk3DQbUKvxMQvw8hnUpyhRANCAATPDC8g3ReVSHmc9CGqJZ0QPxBQH/yi
    lqloO/kc8yIWegzEaX7xiHzA8OYQlPAZ7d3hrKnQ5JDI+cF4ISEClPV6
    -----END PRIVATE KEY-----
    """
  /// For mta-sts.sts-expired.example, expired in 2021.
  static let expired = """
    -----BEGIN CERTIFICATE-----
    MIIBmzCCAUGgAwIBAgIBEjAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxMYWIgV2Vi
    IFJvb3QwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjAWMRQwEgYDVQQD
    DAtMYWIgZXhwaXJlZDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJyvLr/g3nL6
    DPqIKz3rBmy/slHDOQfHuqnhClF2lZJkb6jKieYSjvt4cY8AKvrk27baR1kZrqWo
    mP9m5XlSNc+jfzB9MCYGA1UdEQQfMB2CG210YS1zdHMuc3RzLWV4cGlyZWQuZXhh
    bXBsZTATBgNVHSUEDDAKBggrBgEFBQcDATAdBgNVHQ4EFgQU3Eb9pM/K7Yw5IrHb
    LdLuBAdDcugwHwYDVR0jBBgwFoAU7wB7kQ2EmJaIo6LYpGlEIGfkKAUwCgYIKoZI
    zj0EAwIDSAAwRQIhAJ9cKzWZ7ZE91+wenbkwB2mwqWR8GD7n7hRmnNJeYZS1AiAw
    B8YYXM4uqqb0r+H42KZSUu5qito2f1hrExIuLuQKYQ==
    -----END CERTIFICATE-----
    """
  /// The key of `expired`.
  static let expiredKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmeHNq9B9cii0PxHv
    YGmQUUZ7V01ndA3QI4Z4SuiWJjWhRANCAAScry6/4N5y+gz6iCs96wZsv7JRwzkH
    x7qp4QpRdpWSZG+oyonmEo77eHGPACr65Nu22kdZGa6lqJj/ZuV5UjXP
    -----END PRIVATE KEY-----
    """
}
