/// The private keys of the certificates of examples: for the servers of tests and the lab alone.
public enum ExampleKeys {
  /// The key of the example certificate `good`.
  public static let good = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3x+BYGghPrwpHNTR
    ZmUF73p2gbq/dyji73chnKuzoX6hRANCAATfrZZaOZpXk5E5yvPH7+YEwbm6MfIp
    MTcbTqUW7HxlW7oqYOAZDjNZOBCCG32PNrzNf7rtQEDyEV9BLXE30Znd
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `goodRSA`.
  public static let goodRSA = """
    -----BEGIN PRIVATE KEY-----
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDHZtgagXrodUMs
    f33qOYD263tIyKWQ4yFIBJc+Suq22Zj/0KvYk8krNxO7pqAHp0XleF3gCULD8QId
    hUy96vMJbg9a9zCwIRTIhvnGYVuuriFYyolHUtgIkbnHORfc95apOe4irITaCSDN
    Z+4vStFuny2WLFdS02FeIyXAtcVabmEXZDCpFz0WtfPTbo1AtdCEMdP0KrOxKYcj
    BhQcz+kVx0vRVBVR8ARmlTFsM4tTuj/Of6rIrrjyhuOCxjrz0yg/UB+bvbPX+CdX
    musNsxUBSAN+mBF8myUEY9Y34Go8+hyY9B7Y3WhajDlUB5ZTdjz1kVRSYw9gS2fP
    lRkpHk3JAgMBAAECggEAP7b4BHgtGswlW7mdNVOMhtm1ugsLBGHfB5EX9rqfhy++
    eLdnwbtvQ1TFBGf4qJlldy5f6K9s2wlOoLowTFsfr3qwg2OK9iyL5ItkkmQXlJhl
    ZWbKOLUa/Jn739G5c0zVols1YXT4umbCSYAVFp10kEFioqKmgHu0mAzpCkvKtNsR
    wH38mLl0ohHMPYa6pew2dyUvEWVKIzi3PI7H7ltlE7IJ8pEaCw6zxkS/2GIRc/qv
    pG08eZ4Ow8fWG2qGDuoL265GaRLKNKIakeKErRFqHJ1RZIIDIb8Uv2juC/5r6105
    60SSwFpUaSrSHNrRB4OsrM1SFPYLBOUAq14bHZPOhQKBgQDrGEBvh4/CYj/Ytskw
    d4DLYvubbSUUSjYfnsWAvUAe2DVEgil3PN2gbEoX3lyG5FxoYvZKBo32Min9aBHq
    vFjMxiSiJhkt0F0Pv5NBnoXKuLPlS8UwiAqlX8F4dQp/ulz6X9b0cdoPle5wtC5P
    P02EGkszYF6noQZfymXJudqNlwKBgQDZIhG1oYXAUaFwaammtrZwghkJnRubzUMa
    xy7U3CcwahqiEW42nAZWw1Yc7S6u+6Hp9re8VhQXVkGdSkmx4z9mWDKqOPsMJJ+v
    q7kZKXhJiZW+aC4d8qrAYTfh6Y7g8Nfe2JfK5yo2XH6kxeGLBS/x1KLLVN2XeT7g
    Fua84ygrnwKBgQC4HttAPfxSMd5tHOK+yakeIRyLItT6ahCvfQqThCR2w8AcMpDF
    KO8uWAFDZkwy/SB+RJs9aJrAKZOHOn1lyTMG1VwVfh8UKW7pCZILv1prZXLG7yu1
    kaY81JzSeV/Knyt4j5zq/0vYDwWaURM/z4UnI+ynhR88y7kRRpOnhJ5tawKBgCU+
    M71stA1VsxQd+4xt4IMRvYupl/e0UGNCcOTv0gT63hCYXsgdIPU20glqIUzAOnhv
    6fny5cVO9Tguas+JQ/GhBSevWFgv2/f8w2XueARdBgM/yVE3s1QGGNi1/9zTUqOV
    kQurdNEYMly+2D3JKP0Y1Md9ifiWQlObef5CFDzPAoGAYi3MNETtYUY7nbkJePMy
    G5l96pYAFr/RKLVHoGQ0vF4EKqMThtZHMskCkfuo19b+8tlfo5uxywBX8p1hjRvk
    Dudo8a428evejtKK6Zv9szg+QAk7HWO+FYKFJI9OoGoFlAvg7ArZpZUbMssOOxC7
    yteTykAfyMmsAIf1Rdmzhn4=
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `expired`.
  public static let expired = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxxnYsReG95RHyrvL
    1mCcLxEfUSl1L4kSBcDRg8AnO7uhRANCAARB7y6esdLJOorEbX0UwVXCAB1Hh03e
    wTD2lOPf5uvcAgcD1FgMZkAPnV8b8A8u+vLGRFNzacPWXUjX73mvhbNw
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `notYetValid`.
  public static let notYetValid = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgWQTIH0suuQC5Rhwq
    3uPTbK9gi12yZSA+1J7NfYHpSpKhRANCAARExrWqH/9zxSFJd2pxBLNiEFRE1LlZ
    jR9hB3kQgSUb4ZIXWzJUB/D6/XONlc7+fD6lRyP8bMC7LPcFogY0Mls5
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `otherName`.
  public static let otherName = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgaB+wNwC2vHZnlycE
    QjGZPH/7iKtMbxDQBFFJGaq9nAOhRANCAAQZSEFT4fP27x8iPUnSOCrVmrUo2i5F
    /z7iD1W9RndPl/MaFJcscK6wspzUFhe74HLnDGIv4Zp3eKmRD4+b1Ggw
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `selfSigned`.
  public static let selfSigned = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQggAhXr7FL2clfZQ
    ZGHRUnjXrAKwf4yG4/b93Vg8x/ChRANCAASz4zcHVX4zjxq3/j4/EeO27lH65CH+
    46Q8PqCc4EvK04kkV1MJ5dIxynip31PwRkmtowuuirc5ja84Mn7nyjEp
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `weakKey`.
  public static let weakKey = """
    -----BEGIN PRIVATE KEY-----
    MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAKi6SrPfMRXlBIdM
    0H6laZaER3PP06E9dXrEygcEbt/e7aSrx/Rtay0jzklPK6LQGDBiy1kbiKu9ZKUN
    Q1fb4feBkKH8LskW2K7/htK8jpcjnTsEbGTnYLKqnY64lZfJxhnK9zq88dmo50yM
    kNfkfpPI4vwB64PVr39v9EFwqKn9AgMBAAECgYAQzSwvKSR8J6gByRZh5hrTkCyF
    TcanIbWXGg18EWbxCAPmB+0LW/H2NsCN8EJKHiqqdswE/Ybogx2Iif+QuiaQE4SE
    jeQ4G1dMRis1FcDItYRGsf7XuJ3Qiv/44aQH87ZGaxE0MVLIbTke8/MQENTHNmVX
    YzeYW0peMRcX4LV8yQJBANC5lfpLcJisgGRd+eCDr96X4Ek642HZR3JPsAWQc0MD
    gr4cWDmAwiG89GOByLH1vqtCYXpenf/Vn29HqH0fTDsCQQDO8Y/f9wm9qpa8wkG3
    fM1yLC54woCuB7n1DDUYCOytHavx9arKF4FxS0nq//7N6+uCB09s/nCCgMUdGmWm
    NFcnAkEAlDw5l5kcTlG0nZNgc2MS9DNIxrlb45I8e6K8kDcWpPFJWVsoDS60sOFR
    b5osvraYw2hRcmbgL2G36YAq2THxIQJAQgH7Ck0Z5k2LVxn/LC+6uDgveoVP1jLQ
    tcD3DnuKQo28UqkxmNR2jVSedz7AX55ouEjspK9j47x/IxFQavs28QJANxzHeRcG
    0sEaVx/1mIFItXMidn54RLX0kntEVjh88mPd94X3ouv4VGP2PeLteAnyGGKUcSb9
    d+wV9xQFhy3+0w==
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `unknown`.
  public static let unknown = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgSvz5nortGHzcFdRm
    XaPULmWjWp6Vk8R0sM/tLAlyTcKhRANCAASK7hYvK2oV8bKqpjsi2uMLHZktX2aC
    rYVuYNmui3SQDyYRgC/6APTqTc17ZL6Y5hXljM5y/8sIHjxf6TxvVVap
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `oldDigest`.
  public static let oldDigest = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghyQudu44qqaUY+jf
    I2TUyvZHVTDMI/+wrOHuortOpc6hRANCAATba/1FQa7Zq71HWPW15M2PwXpVBZGf
    56ljhKksCebFKAmyHzMFaqVA1ylKW/A9ovErWJRk7SOz0AojnaQgHGJb
    -----END PRIVATE KEY-----
    """
}
