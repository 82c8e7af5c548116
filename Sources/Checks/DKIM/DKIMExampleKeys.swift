/// Keys for the examples of checks, as the value of `p=`; made for this and used nowhere, but for the last.
enum DKIMExampleKeys {
  /// RSA 512.
  static let rsa512 = """
    MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAORf8ULYngF8XF6N1QoP7oovUp9S3mYpgjZ9yOO+3vnqTLDDZmIujLrNTZTP1GCSzEXTGihG2Ah0\
    G8FgukXR0qMCAwEAAQ==
    """
  /// RSA 1024.
  static let rsa1024 = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC34FtU0TUGLzso+3eogyqlsqyKCvpNb9tGMxlDZePqgsIhdqUN+kTgowDPpNT674XnIAUO/YxC\
    /gEX6FzORnOFNwUuri8Mj+LUV1AMcOcSyd+mPLoJGQNZRFq86AE1bMs8g+SHJPQhtelm/u97WJ7RoiquiHZkH//4+uNOU/n67QIDAQAB
    """
  /// RSA 2048, in the two strings that its length needs in zone text.
  static let rsa2048 = """
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvx1hxHZR7np813aGdgkZ4dnHHfijpllkSMbRkev2rjzlvV+ycnOEoVXtiXRxM7Ld6o8q\
    YUoNIqAf1kPHeouX/riqUD+rHFJTJ+L+3yke9pJfKY5s3JeUSOhoKmSF4CASkZK9K0PVFWusccIw/eX4qsl+xVsr467v3Pg4" "SBpQknIbWnNYR\
    mF7T4dXpy0K9Q1milLUSqWUM1/kYhlPT0TWEIG5r87uAHj16ULSZr+QfIGTkzHQsRCxYNoUkTLtyAU5cGhDM3Hxo5cuJfVtdZta0oG1D62Acc48E\
    jKbt2O0lEANv0zI493BbqjgWdh1OfQpyc0rq6XeuEXq0BjhGrkqLQIDAQAB
    """
  /// RSA 4096, in four strings.
  static let rsa4096 = """
    MIICIjANBgkqhkiG9w0BAQEFAAOCAg8AMIICCgKCAgEAg9K5/jQAU1M6yQhy5/wKg/UksgeR5FG94d15c+xJR35ZCduc8fNzig+LgGQ/SwZcnSiN\
    eIDKuDiKldN8ngyvQifs8wIeqcOUohwqDaG8vs3Nkrcziu6znixnXbfSPi+/U1t/M+Oyr46lzcpl7Esg/FQEp84c1APPE/c+" "9WjEu/a+FrKmv\
    zal8yq7KMLrMAwZAy9v0JCbnMe95qDkr3aOFOvir+i5H7TEZ9dDi84ldQzsLzpCffkyHHk9Os/Jt1ihB7bmhWrCJso+0b2rkOLYWMJwAKvuYnLWl\
    c3tVeJyb4R+WiEi7A/U0ng5IIOCVq9bY5BgNV2YSG+aLGaruMK/rEMAw3Y3z3mV+ik2GBfxxUK1aikKyS3w" "YxXt1MpyV9b+JyMbI29YxbBv6o\
    k5/a/nHNL+jlx0yVGy6HxT9xZ2BUlE59oK54TKK/9xd8IY39SLiZ5lAmjutSumNPaUNGkqUHIbL1zx0lhXu3uHdUVAzPKb1THoYGtdetKeOioITK\
    RKKdsBZrmKRxWhLjy63YI2UT1UEhMp04fy20PnpH1PqJlfN8AsLP4W+Lfmzt62kojvdlx/" "it2N9RhHwJ1eCYx5Oze86HemHAPPdPm18Dk+Z0g\
    4EkpiB8FpYHKvk7hKfYCNUKE/JOoDGwyzcY6MOqBEaDtZYwPEzwFgukMz8apXWrsCAwEAAQ==
    """
  /// The 32 octets of an Ed25519 key.
  static let ed25519 = "lTD/Md/+66zCInHPoGKog+7JWgTlsCSFGz6Nb1HfZyg="
  /// RSA 1024 with the exponent 3.
  static let exponentThree = """
    MIGdMA0GCSqGSIb3DQEBAQUAA4GLADCBhwKBgQCoA5sfrFwk5NzuYxMU/ZNBO8tIpQnVXkD/rydR2FlOfexAXBp7kjS7Rcg5AYwbUDkadZaXJklH\
    le7lPw5fKiV9ZPOG8BI6hYR0E739I1yTyHabtuIEZtCLZLc8ZlR+rbRY5Va9o6nojJq1gWArA8fwlB+0RBsqb0QtIpxURR+POQIBAw==
    """
  /// The key of the examples of RFC 6376, whose private key stands in its appendix C.
  static let brisbane = """
    MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq\
    631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB
    """
}
