import Foundation

/// Keys made by the openssl command for these tests, as the base64 of their DER form.
enum KeyFixtures {
  /// RSA keys by size, as SubjectPublicKeyInfo.
  static let wrapped: [Int: String] = [
    512: """
    MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAORf8ULYngF8XF6N1QoP7oovUp9S3mYpgjZ9yOO+3vnqTLDDZmIujLrNTZTP1GCSzEXT\
    GihG2Ah0G8FgukXR0qMCAwEAAQ==
    """,
    768: """
    MHwwDQYJKoZIhvcNAQEBBQADawAwaAJhAOJ+g8Bu2FKo6WzK4YxD4/Yii/JP7Dq4YMtEiSSH/6Tv73HCs62Qo0KNUqyMqy0vFUM0\
    /5pMf+Z7CcWuCTOJkirInCkw8k0UX0ple6uhRqssFU7lz6DDCjASfvH/F30FLQIDAQAB
    """,
    1024: """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC34FtU0TUGLzso+3eogyqlsqyKCvpNb9tGMxlDZePqgsIhdqUN+kTgowDPpNT6\
    74XnIAUO/YxC/gEX6FzORnOFNwUuri8Mj+LUV1AMcOcSyd+mPLoJGQNZRFq86AE1bMs8g+SHJPQhtelm/u97WJ7RoiquiHZkH//4\
    +uNOU/n67QIDAQAB
    """,
    2048: """
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvx1hxHZR7np813aGdgkZ4dnHHfijpllkSMbRkev2rjzlvV+ycnOEoVXt\
    iXRxM7Ld6o8qYUoNIqAf1kPHeouX/riqUD+rHFJTJ+L+3yke9pJfKY5s3JeUSOhoKmSF4CASkZK9K0PVFWusccIw/eX4qsl+xVsr\
    467v3Pg4SBpQknIbWnNYRmF7T4dXpy0K9Q1milLUSqWUM1/kYhlPT0TWEIG5r87uAHj16ULSZr+QfIGTkzHQsRCxYNoUkTLtyAU5\
    cGhDM3Hxo5cuJfVtdZta0oG1D62Acc48EjKbt2O0lEANv0zI493BbqjgWdh1OfQpyc0rq6XeuEXq0BjhGrkqLQIDAQAB
    """,
    4096: """
    MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAg9K5/jQAU1M6yQhy5/wKg/UksgeR5FG94d15c+xJR35ZCduc8fNzig+L\
    gGQ/SwZcnSiNeIDKuDiKldN8ngyvQifs8wIeqcOUohwqDaG8vs3Nkrcziu6znixnXbfSPi+/U1t/M+Oyr46lzcpl7Esg/FQEp84c\
    1APPE/c+9WjEu/a+FrKmvzal8yq7KMLrMAwZAy9v0JCbnMe95qDkr3aOFOvir+i5H7TEZ9dDi84ldQzsLzpCffkyHHk9Os/Jt1ih\
    B7bmhWrCJso+0b2rkOLYWMJwAKvuYnLWlc3tVeJyb4R+WiEi7A/U0ng5IIOCVq9bY5BgNV2YSG+aLGaruMK/rEMAw3Y3z3mV+ik2\
    GBfxxUK1aikKyS3wYxXt1MpyV9b+JyMbI29YxbBv6ok5/a/nHNL+jlx0yVGy6HxT9xZ2BUlE59oK54TKK/9xd8IY39SLiZ5lAmju\
    tSumNPaUNGkqUHIbL1zx0lhXu3uHdUVAzPKb1THoYGtdetKeOioITKRKKdsBZrmKRxWhLjy63YI2UT1UEhMp04fy20PnpH1PqJlf\
    N8AsLP4W+Lfmzt62kojvdlx/it2N9RhHwJ1eCYx5Oze86HemHAPPdPm18Dk+Z0g4EkpiB8FpYHKvk7hKfYCNUKE/JOoDGwyzcY6M\
    OqBEaDtZYwPEzwFgukMz8apXWrsCAwEAAQ==
    """
  ]

  /// The same RSA keys as bare RSAPublicKey.
  static let bare: [Int: String] = [
    512: "MEgCQQDkX/FC2J4BfFxejdUKD+6KL1KfUt5mKYI2fcjjvt756kyww2ZiLoy6zU2Uz9RgksxF0xooRtgIdBvBYLpF0dKjAgMBAAE=",
    768: """
    MGgCYQDifoPAbthSqOlsyuGMQ+P2IovyT+w6uGDLRIkkh/+k7+9xwrOtkKNCjVKsjKstLxVDNP+aTH/mewnFrgkziZIqyJwpMPJN\
    FF9KZXuroUarLBVO5c+gwwowEn7x/xd9BS0CAwEAAQ==
    """,
    1024: """
    MIGJAoGBALfgW1TRNQYvOyj7d6iDKqWyrIoK+k1v20YzGUNl4+qCwiF2pQ36ROCjAM+k1PrvhecgBQ79jEL+ARfoXM5Gc4U3BS6u\
    LwyP4tRXUAxw5xLJ36Y8ugkZA1lEWrzoATVsyzyD5Ick9CG16Wb+73tYntGiKq6IdmQf//j6405T+frtAgMBAAE=
    """,
    2048: """
    MIIBCgKCAQEAvx1hxHZR7np813aGdgkZ4dnHHfijpllkSMbRkev2rjzlvV+ycnOEoVXtiXRxM7Ld6o8qYUoNIqAf1kPHeouX/riq\
    UD+rHFJTJ+L+3yke9pJfKY5s3JeUSOhoKmSF4CASkZK9K0PVFWusccIw/eX4qsl+xVsr467v3Pg4SBpQknIbWnNYRmF7T4dXpy0K\
    9Q1milLUSqWUM1/kYhlPT0TWEIG5r87uAHj16ULSZr+QfIGTkzHQsRCxYNoUkTLtyAU5cGhDM3Hxo5cuJfVtdZta0oG1D62Acc48\
    EjKbt2O0lEANv0zI493BbqjgWdh1OfQpyc0rq6XeuEXq0BjhGrkqLQIDAQAB
    """,
    4096: """
    MIICCgKCAgEAg9K5/jQAU1M6yQhy5/wKg/UksgeR5FG94d15c+xJR35ZCduc8fNzig+LgGQ/SwZcnSiNeIDKuDiKldN8ngyvQifs\
    8wIeqcOUohwqDaG8vs3Nkrcziu6znixnXbfSPi+/U1t/M+Oyr46lzcpl7Esg/FQEp84c1APPE/c+9WjEu/a+FrKmvzal8yq7KMLr\
    MAwZAy9v0JCbnMe95qDkr3aOFOvir+i5H7TEZ9dDi84ldQzsLzpCffkyHHk9Os/Jt1ihB7bmhWrCJso+0b2rkOLYWMJwAKvuYnLW\
    lc3tVeJyb4R+WiEi7A/U0ng5IIOCVq9bY5BgNV2YSG+aLGaruMK/rEMAw3Y3z3mV+ik2GBfxxUK1aikKyS3wYxXt1MpyV9b+JyMb\
    I29YxbBv6ok5/a/nHNL+jlx0yVGy6HxT9xZ2BUlE59oK54TKK/9xd8IY39SLiZ5lAmjutSumNPaUNGkqUHIbL1zx0lhXu3uHdUVA\
    zPKb1THoYGtdetKeOioITKRKKdsBZrmKRxWhLjy63YI2UT1UEhMp04fy20PnpH1PqJlfN8AsLP4W+Lfmzt62kojvdlx/it2N9RhH\
    wJ1eCYx5Oze86HemHAPPdPm18Dk+Z0g4EkpiB8FpYHKvk7hKfYCNUKE/JOoDGwyzcY6MOqBEaDtZYwPEzwFgukMz8apXWrsCAwEA\
    AQ==
    """
  ]

  /// An Ed25519 key as SubjectPublicKeyInfo.
  static let ed25519 = "MCowBQYDK2VwAyEAlTD/Md/+66zCInHPoGKog+7JWgTlsCSFGz6Nb1HfZyg="

  /// RSA 1024 with the exponent 3.
  static let exponentThree = """
    MIGdMA0GCSqGSIb3DQEBAQUAA4GLADCBhwKBgQCoA5sfrFwk5NzuYxMU/ZNBO8tIpQnVXkD/rydR2FlOfexAXBp7kjS7Rcg5AYwb\
    UDkadZaXJklHle7lPw5fKiV9ZPOG8BI6hYR0E739I1yTyHabtuIEZtCLZLc8ZlR+rbRY5Va9o6nojJq1gWArA8fwlB+0RBsqb0Qt\
    IpxURR+POQIBAw==
    """

  /// An RSASSA-PSS key.
  static let probabilistic = """
    MIGdMAsGCSqGSIb3DQEBCgOBjQAwgYkCgYEAvQgIOg7RagNrSuCkdsxRtE/NgqAFXxrexryguUgeKTI7QJ8j3MD9IyfkDc1BUkJT\
    Gdk3NSHZ0wnSexMuSzC85LoepSz2kOvk7Q+MPWCuDGfHV6xEpnkMn3TBg42mg99dtLEo7lQT8wo/YL/J30oZ093Hc+G0mWZyD14f\
    x9M/4WMCAwEAAQ==
    """

  /// A P-256 key.
  static let ellipticCurve = """
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEE3D6ZfwLN5teVzbAkNzCIqxsFBocD7muASbUppslkq9hElkXgAXxesmZEc0DJLes\
    Omk3C3mpCnHMB2IpHBadhg==
    """

  /// A certificate.
  static let certificate = """
    MIIBbzCCARmgAwIBAgIUaKNGOHBSMbFPIJNIifaHnFQC3nAwDQYJKoZIhvcNAQELBQAwDDEKMAgGA1UEAwwBeDAeFw0yNjExMjEw\
    OTQyNThaFw0yNjEyMjEwOTQyNThaMAwxCjAIBgNVBAMMAXgwXDANBgkqhkiG9w0BAQEFAANLADBIAkEA5F/xQtieAXxcXo3VCg/u\
    ii9Sn1LeZimCNn3I477e+epMsMNmYi6Mus1NlM/UYJLMRdMaKEbYCHQbwWC6RdHSowIDAQABo1MwUTAdBgNVHQ4EFgQUsZsjdSvQ\
    APsRlOPmilrUBt9zW+8wHwYDVR0jBBgwFoAUsZsjdSvQAPsRlOPmilrUBt9zW+8wDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0B\
    AQsFAANBAARKCzirxKVzxSrBIOCol1y4lq1+GqhPpvDOHPqJN8KLcKtRFVSee0p/6pohC3myteWx3yLB9i5Bky0hcWaYtbk=
    """

  static func octets(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }

  static func wrappedKey(_ bits: Int) -> [UInt8] { octets(wrapped[bits] ?? "") }
}
