public import OpenSSLKit

/// Certificates for the worlds of examples, tests and the lab, in PEM form. Unless told otherwise they are valid from
/// 2020 to 2119.
public enum ExampleCertificates {
  /// When the examples are looked at: 2027-01-15.
  public static let time = 1_800_000_000
  /// The root that the examples trust.
  public static let root = """
    -----BEGIN CERTIFICATE-----
    MIIBaDCCAQ6gAwIBAgIIAqUmsOEvTBswCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwM
    RXhhbXBsZSBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAX
    MRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
    AAQKamz34W6DbH7O5nm46jamrTI7R2cytsb2iSdOIkk8ZVX3Z8WTvZ8AkKnjc4z7
    gKpSA8E46m6HnrRzwO4gic1Yo0IwQDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQW
    BBTBXZbEbwo8nSzsT4rnDZ7zqBWC2TAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0E
    AwIDSAAwRQIhAMioZVkqyeNiOxM5cnwquve98gTGpmSHvLi4/EkcCY4+AiA2K91k
    Pyc/FQB+HZI+RPUySS7L/oV+RqbLqRkS146rJg==
    -----END CERTIFICATE-----
    """
  /// The issuer of the others, itself issued by the root.
  public static let issuer = """
    -----BEGIN CERTIFICATE-----
    MIIBizCCATGgAwIBAgIIA17g1o9gW6kwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwM
    RXhhbXBsZSBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAZ
    MRcwFQYDVQQDDA5FeGFtcGxlIElzc3VlcjBZMBMGByqGSM49AgEGCCqGSM49AwEH
    A0IABMLiqNtOvcuHJJyVx8xxeQeQ6svpsJarD64Uj6/aiE4lr9d+W1DbiIR7AUQW
    X5oyWzDivDM+oo0A9GYEY1NJBOyjYzBhMA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0O
    BBYEFPoq/xXIKw5QnKYSSKcV2ji8vAJXMB8GA1UdIwQYMBaAFMFdlsRvCjydLOxP
    iucNnvOoFYLZMA4GA1UdDwEB/wQEAwIBBjAKBggqhkjOPQQDAgNIADBFAiEA+LBZ
    7QSKPbCR+WsYu5JvdT5c2y6GTj6+gGdViRQ+wG8CIFlbtYOC8n6gt3QfzGGKIoAA
    xNrz+DIsxCh3bRgCRZRs
    -----END CERTIFICATE-----
    """
  /// For mail.example.org, mail2.example.org and the hosts of the lab, on P-256.
  public static let good = """
    -----BEGIN CERTIFICATE-----
    MIIB2DCCAX6gAwIBAgIIA7Ei2UPWRaUwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
    MBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5vcmcwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAATsrafmLJw60MMVCcI5p14Ui4bQ7+94LWkPFPxLXqZyqTm9uUjTwjcH
    GuTmbJbXgiZ6pm4jSCBr7cQBu3wb2pymo4GrMIGoMAwGA1UdEwEB/wQCMAAwHQYD
    VR0OBBYEFBwN97PMCwX6WeoWA2dzMCspEzCKMB8GA1UdIwQYMBaAFPoq/xXIKw5Q
    nKYSSKcV2ji8vAJXMEMGA1UdEQQ8MDqCEG1haWwuZXhhbXBsZS5vcmeCEW1haWwy
    LmV4YW1wbGUub3JnghMqLm1haWxob3N0cy5leGFtcGxlMBMGA1UdJQQMMAoGCCsG
    AQUFBwMBMAoGCCqGSM49BAMCA0gAMEUCIEIfmFFUKrzKie9uHkjMimxhiR5j/AJj
    nzqUTI4/BQD4AiEAhFZ0fA+WxHyN6xyzu3rKdK/b8EU4PkHDv3C3foljXGg=
    -----END CERTIFICATE-----
    """
  /// The same names with an RSA key of 2048 bits.
  public static let goodRSA = """
    -----BEGIN CERTIFICATE-----
    MIICojCCAkmgAwIBAgIIBVIb/3KKZTkwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
    MBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5vcmcwggEiMA0GCSqGSIb3DQEBAQUA
    A4IBDwAwggEKAoIBAQCbOyTzerDrU3JZNEFRxlMnIWymoOMQnx3ROmJFqkNSWWZ0
    LHz1Px++Xy5M11cOowWhOYWJoL87WQbiQkApnTcODuU4zo8uFHKj6MvryQb6zBhx
    vRzRgsbtAq8o0Rg4LDN/G9ak3u68CwiQUz3cstVELmfOlmlZw4oJZ478QMj81li2
    9gRslRq1T/6xVhOtlV+PlVJuu4ok7sLbbfmBsk6a6jo7HrD0pQQ4Jc+eA+3Q7lk6
    nEF7pxO4J5wz4lvfcp7tLLdsdm96NlThC1bLtew5nfKGKtZwd/1WKGDYfdtLlfMv
    KLZv7p8V/zIo4Chln+OmatMRr/HaP36uQAXJqd8TAgMBAAGjgaswgagwDAYDVR0T
    AQH/BAIwADAdBgNVHQ4EFgQUem4UNrXQRdtlve3gkGbONrmQC+swHwYDVR0jBBgw
    FoAU+ir/FcgrDlCcphJIpxXaOLy8AlcwQwYDVR0RBDwwOoIQbWFpbC5leGFtcGxl
    Lm9yZ4IRbWFpbDIuZXhhbXBsZS5vcmeCEyoubWFpbGhvc3RzLmV4YW1wbGUwEwYD
    VR0lBAwwCgYIKwYBBQUHAwEwCgYIKoZIzj0EAwIDRwAwRAIgFmAfi/QTcjNwP6y5
    hbjfidqPcKvln+1OEx6Xs9vdGs4CIAj2cQJhFAl42DRfszmVqpqG2aoz/nNreEdp
    eL7ZkjWN
    -----END CERTIFICATE-----
    """
  /// The same names, expired in 2021.
  public static let expired = """
    -----BEGIN CERTIFICATE-----
    MIIB1jCCAXygAwIBAgIIAqly6rCLM4cwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjAb
    MRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0D
    AQcDQgAEO9mwF775Ctk1QAbyuTVVWcf++rYp+I8l9n1mTo1SLFn+quCx/IS/hPj0
    z7sgvTdvu8/bI7uTbL+xiCfwCjLu66OBqzCBqDAMBgNVHRMBAf8EAjAAMB0GA1Ud
    DgQWBBT3iijyyoziktEnQ95qpAnl2OsVGzAfBgNVHSMEGDAWgBT6Kv8VyCsOUJym
    EkinFdo4vLwCVzBDBgNVHREEPDA6ghBtYWlsLmV4YW1wbGUub3JnghFtYWlsMi5l
    eGFtcGxlLm9yZ4ITKi5tYWlsaG9zdHMuZXhhbXBsZTATBgNVHSUEDDAKBggrBgEF
    BQcDATAKBggqhkjOPQQDAgNIADBFAiBEQcxkSWWak3aJg8h0GGVYimsd96J4QiWy
    L/kjzSvnCAIhAMYbG/njibykYczYW2xdB78ERuF9/PmqHftTptXGWgGI
    -----END CERTIFICATE-----
    """
  /// The same names, valid from 2119.
  public static let notYetValid = """
    -----BEGIN CERTIFICATE-----
    MIIB2zCCAYCgAwIBAgIIBiglZhvRFbswCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIhgPMjExOTAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAw
    MFowGzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqG
    SM49AwEHA0IABEz+x676lId0VsD0ZIRVe5lPd3BIrJz0wtQ8HaBWiMkm76eXWTTW
    je2GbmYE5AEn6pSr8QaITYWm1ITjw4hC0AujgaswgagwDAYDVR0TAQH/BAIwADAd
    BgNVHQ4EFgQUerKQE8YsQSFxuzV9ogjxtz65UT0wHwYDVR0jBBgwFoAU+ir/Fcgr
    DlCcphJIpxXaOLy8AlcwQwYDVR0RBDwwOoIQbWFpbC5leGFtcGxlLm9yZ4IRbWFp
    bDIuZXhhbXBsZS5vcmeCEyoubWFpbGhvc3RzLmV4YW1wbGUwEwYDVR0lBAwwCgYI
    KwYBBQUHAwEwCgYIKoZIzj0EAwIDSQAwRgIhAPd1gT1ybVZ44lIxkFFbqYM9n8hn
    nSqdk9TU2rEwk/BaAiEAnpBUhoWEeGAvx+QJ6AVKHcPJNr48lbzeUuAcG5bhAes=
    -----END CERTIFICATE-----
    """
  /// For www.example.org only.
  public static let otherName = """
    -----BEGIN CERTIFICATE-----
    MIIBrTCCAVOgAwIBAgIIB+8dDPIhxcAwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
    MBoxGDAWBgNVBAMMD3d3dy5leGFtcGxlLm9yZzBZMBMGByqGSM49AgEGCCqGSM49
    AwEHA0IABGvrBNdzMXwFY79ueAoeHN4iMJp7JUo/1Xy+kOgQLrSSoXIGxslmT3Vg
    Ac0zcpDYeYNlMW+5AjryDRV6bPHOhgOjgYEwfzAMBgNVHRMBAf8EAjAAMB0GA1Ud
    DgQWBBTvP731c+hCdU4bQWNAtq0XYkAMjjAfBgNVHSMEGDAWgBT6Kv8VyCsOUJym
    EkinFdo4vLwCVzAaBgNVHREEEzARgg93d3cuZXhhbXBsZS5vcmcwEwYDVR0lBAww
    CgYIKwYBBQUHAwEwCgYIKoZIzj0EAwIDSAAwRQIhAOHFxhU1ZfoMSoqdm798eo3N
    ufgJe8iUjhS+u30VnQwfAiATDprlb/GDIqdK/Ty3VVMWwHMr3piR9IYOXdKeQUIq
    QQ==
    -----END CERTIFICATE-----
    """
  /// The same names, signed with its own key.
  public static let selfSigned = """
    -----BEGIN CERTIFICATE-----
    MIIBuDCCAV6gAwIBAgIHIKnFMFY/7jAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBt
    YWlsLmV4YW1wbGUub3JnMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
    WjAbMRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZI
    zj0DAQcDQgAEF3DijFgV+Gm82WHVokSGLatGMLAGw6mUFJShjDwTzbESpdS2EYQ6
    YSZcCwNWBS7wyQo2Tzn4rtqAatiUTI0KNqOBijCBhzAMBgNVHRMBAf8EAjAAMB0G
    A1UdDgQWBBRTcGo+ziccbPFFjnS/3hnPCzSWRTBDBgNVHREEPDA6ghBtYWlsLmV4
    YW1wbGUub3JnghFtYWlsMi5leGFtcGxlLm9yZ4ITKi5tYWlsaG9zdHMuZXhhbXBs
    ZTATBgNVHSUEDDAKBggrBgEFBQcDATAKBggqhkjOPQQDAgNIADBFAiEA14NBskIm
    dzJXMjUV1YUBPIvzBDJtvaymMsZSu1Y4x6ACICuR9ytLO4LiqbVw3C5tZ0pg6f/g
    qxK5h2io07E9Kv1Y
    -----END CERTIFICATE-----
    """
  /// The same names, with an RSA key of 1024 bits.
  public static let weakKey = """
    -----BEGIN CERTIFICATE-----
    MIICHzCCAcWgAwIBAgIIBsFi60ob79QwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBa
    MBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5vcmcwgZ8wDQYJKoZIhvcNAQEBBQAD
    gY0AMIGJAoGBAK8YG3LuCUSSMd8IAfT3NcSSmtV5eaxEYyStF72TcRUdJTuGPH/+
    OuDB73BnnPNldwUeFDFn/82DwCAQj3hNdspWqKzk4qv7cPHkbo6ZIEMpvUQAjXc9
    AMtC+6Li8W8HcyiphPlFiS7PfRFAWuw93x02asKpOpJPK29uaZo/dH/hAgMBAAGj
    gaswgagwDAYDVR0TAQH/BAIwADAdBgNVHQ4EFgQUUXlYLWEohFlWWHNFrctTHXU7
    r5UwHwYDVR0jBBgwFoAU+ir/FcgrDlCcphJIpxXaOLy8AlcwQwYDVR0RBDwwOoIQ
    bWFpbC5leGFtcGxlLm9yZ4IRbWFpbDIuZXhhbXBsZS5vcmeCEyoubWFpbGhvc3Rz
    LmV4YW1wbGUwEwYDVR0lBAwwCgYIKwYBBQUHAwEwCgYIKoZIzj0EAwIDSAAwRQIg
    e+AQQ/mSOQgqYlcjHaP9lyarkl5N4exymz/msVJqLtcCIQCW6aJ166pO4scf+BsQ
    AgmRHXxeqepkh/nS2owtC5e/Bg==
    -----END CERTIFICATE-----
    """
  /// A root that nobody trusts.
  public static let stranger = """
    -----BEGIN CERTIFICATE-----
    MIIBaDCCAQ6gAwIBAgIIBysV7WfUvw4wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwM
    VW5rbm93biBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAX
    MRUwEwYDVQQDDAxVbmtub3duIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
    AASOQFzaPvv5RFZvDKTso1DE3lIFK15aIiDd53Xq+hjomwKmzd82pXssDZfBns+R
    HC+zeUodstWHRj2+6AkjeTMlo0IwQDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQW
    BBSE+8LFqC8TmLKQ6JGEFWNcsW3hiDAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0E
    AwIDSAAwRQIhAJsQa9Nyim6E0y2Wp+nStQCtVqU9Wz+T05kG+lgUcN0/AiBs09cC
    Y/ovEB+6aK0xLv5+Uvsduzy6HxeX1EzFaWCdRA==
    -----END CERTIFICATE-----
    """
  /// The same names, issued by the root that nobody trusts.
  public static let unknown = """
    -----BEGIN CERTIFICATE-----
    MIIB1jCCAXygAwIBAgIIBz+PNDU4M7UwCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwM
    VW5rbm93biBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAb
    MRkwFwYDVQQDDBBtYWlsLmV4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0D
    AQcDQgAE1F7q381IMveDX2g3jHgCMWTSZON5nrJSAHGcKs3TzttnXqRRxxmnqBQ5
    3CgJVvOUO0q9fXlU66TRDC1mUv/wLqOBqzCBqDAMBgNVHRMBAf8EAjAAMB0GA1Ud
    DgQWBBTgfI2yey6zzxGIM4l3ZfaaUMVorjAfBgNVHSMEGDAWgBSE+8LFqC8TmLKQ
    6JGEFWNcsW3hiDBDBgNVHREEPDA6ghBtYWlsLmV4YW1wbGUub3JnghFtYWlsMi5l
    eGFtcGxlLm9yZ4ITKi5tYWlsaG9zdHMuZXhhbXBsZTATBgNVHSUEDDAKBggrBgEF
    BQcDATAKBggqhkjOPQQDAgNIADBFAiEA8pMNlmfPxFH/bnaScmRpvUI7wydz7PmE
    UHyATj4tF24CIAuhsmO38utCIFfB760dPlCV43UYTx/FDbYaOOT6R6Gr
    -----END CERTIFICATE-----
    """
  /// For mail.example.org, signed with SHA-1.
  public static let oldDigest = """
    -----BEGIN CERTIFICATE-----
    MIIBqzCCAVGgAwIBAgIUYF6/BM0fJ8U9bVBztY4zv0rxjggwCQYHKoZIzj0EATAZ
    MRcwFQYDVQQDDA5FeGFtcGxlIElzc3VlcjAgFw0yNjExMjUyMDU0NTlaGA8yMTE5
    MTIyODIwNTQ1OVowGzEZMBcGA1UEAwwQbWFpbC5leGFtcGxlLm9yZzBZMBMGByqG
    SM49AgEGCCqGSM49AwEHA0IABNtr/UVBrtmrvUdY9bXkzY/BelUFkZ/nqWOEqSwJ
    5sUoCbIfMwVqpUDXKUpb8D2i8StYlGTtI7PQCiOdpCAcYlujdDByMBsGA1UdEQQU
    MBKCEG1haWwuZXhhbXBsZS5vcmcwEwYDVR0lBAwwCgYIKwYBBQUHAwEwHQYDVR0O
    BBYEFIul9eJ/bS6BT0Z5Y/PYPWKNXFzWMB8GA1UdIwQYMBaAFPoq/xXIKw5QnKYS
    SKcV2ji8vAJXMAkGByqGSM49BAEDSQAwRgIhAKt3mjzrwXwS1p+eInL/INoCvchz
    D4SU+rCUN91OimnAAiEA+xTbYC2JFHiI2E15ZHoEWl3ly11s7/+fkukQmYVVqd8=
    -----END CERTIFICATE-----
    """
  /// That of the server, its end changed to the 13th month afterwards: for the same key.
  public static let oddDate = """
    -----BEGIN CERTIFICATE-----
    MIIB2DCCAX6gAwIBAgIIA7Ei2UPWRaUwCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwO
    RXhhbXBsZSBJc3N1ZXIwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDEzMDEwMDAwMDBa
    MBsxGTAXBgNVBAMMEG1haWwuZXhhbXBsZS5vcmcwWTATBgcqhkjOPQIBBggqhkjO
    PQMBBwNCAATsrafmLJw60MMVCcI5p14Ui4bQ7+94LWkPFPxLXqZyqTm9uUjTwjcH
    GuTmbJbXgiZ6pm4jSCBr7cQBu3wb2pymo4GrMIGoMAwGA1UdEwEB/wQCMAAwHQYD
    VR0OBBYEFBwN97PMCwX6WeoWA2dzMCspEzCKMB8GA1UdIwQYMBaAFPoq/xXIKw5Q
    nKYSSKcV2ji8vAJXMEMGA1UdEQQ8MDqCEG1haWwuZXhhbXBsZS5vcmeCEW1haWwy
    LmV4YW1wbGUub3JnghMqLm1haWxob3N0cy5leGFtcGxlMBMGA1UdJQQMMAoGCCsG
    AQUFBwMBMAoGCCqGSM49BAMCA0gAMEUCIEIfmFFUKrzKie9uHkjMimxhiR5j/AJj
    nzqUTI4/BQD4AiEAhFZ0fA+WxHyN6xyzu3rKdK/b8EU4PkHDv3C3foljXGg=
    -----END CERTIFICATE-----
    """

  /// All of them by name.
  public static let all: [String: String] = [
    "root": root,
    "issuer": issuer,
    "good": good,
    "goodRSA": goodRSA,
    "expired": expired,
    "notYetValid": notYetValid,
    "otherName": otherName,
    "selfSigned": selfSigned,
    "weakKey": weakKey,
    "stranger": stranger,
    "unknown": unknown,
    "oldDigest": oldDigest,
    "oddDate": oddDate
  ]

  /// The certificates of PEM texts, in order.
  public static func chain(_ texts: [String]) -> [Certificate] {
    texts.flatMap { (try? Certificate.readPEM($0)) ?? [] }
  }
}
