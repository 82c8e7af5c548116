/// The private keys of the certificates of examples: for the servers of tests and the lab alone.
public enum ExampleKeys {
  /// The key of the example certificate `good`.
  public static let good = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnCkJRxwwVgSvU93Z
    +bg6VWbPuwkWws/dFMc+gLvhkUuhRANCAATsrafmLJw60MMVCcI5p14Ui4bQ7+94
    LWkPFPxLXqZyqTm9uUjTwjcHGuTmbJbXgiZ6pm4jSCBr7cQBu3wb2pym
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `goodRSA`.
  public static let goodRSA = """
    -----BEGIN PRIVATE KEY-----
    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCbOyTzerDrU3JZ
    NEFRxlMnIWymoOMQnx3ROmJFqkNSWWZ0LHz1Px++Xy5M11cOowWhOYWJoL87WQbi
    QkApnTcODuU4zo8uFHKj6MvryQb6zBhxvRzRgsbtAq8o0Rg4LDN/G9ak3u68CwiQ
    Uz3cstVELmfOlmlZw4oJZ478QMj81li29gRslRq1T/6xVhOtlV+PlVJuu4ok7sLb
    bfmBsk6a6jo7HrD0pQQ4Jc+eA+3Q7lk6nEF7pxO4J5wz4lvfcp7tLLdsdm96NlTh
    C1bLtew5nfKGKtZwd/1WKGDYfdtLlfMvKLZv7p8V/zIo4Chln+OmatMRr/HaP36u
    QAXJqd8TAgMBAAECggEAHTG25dnFy0RS5ab3v+7qNZpKKl5oxff+7hoqYErAxYyN
    wbyaNa+NA0s4VHhNZbHQPb2pOTSTspAwRL5L/eeU8p5nitMCR5rN4rjGHU6d8u4O
    jNmRwW90hR+znJwSj4H0n2u3ZyOMR65Vins1T7wMcvm9STOtlZW6cMFauWNfyXkl
    ckQybkncnhX+1NFt1pEhtyNh1JceAkqppDRofLvl3elDtI1dP+W7kTLXpvntUzSX
    CL3uiVDplSZCvMPhgDw3zj/XaBxbSPgq+RJOwm61LL1Hh//oESwnSbw70o7o0uVz
    Th7VZ9r6zbgWlXc0FdDZUwnNI8Zs4YrXHbhIKiMRtQKBgQDTa3ednhHqrw77VGIb
    Vmj/seZ8MGZiwZT11jMMIY2Qa+VT9ZIKaJk/YVr1R6rRrnhPF1ftNl0tQm+qxDs9
    WP83CquFbLd8St4fzQreWCpttF7P03KxtW5RT5AOfer94QxGhZLuAlHcynzsvMP0
    jMdZJAXpH0iCTeJvzl8lgXNP9QKBgQC79pVOhuQ/XTcjhNNuQxGTTBAVGrPvei8M
    HKWzmdrvTv3jIPuDqJLoyGk8unJ8CX9UROo5LnasBbWehZ/9V8FivrG4ltopJh0A
    +MRAZg41KYG351S0uh6L7ZkRdmE80QrMC1tTSsiUi4YrbXbyBCxgQ/+oGsTjCk7R
    J8aVcHM15wKBgG9Y5kKpAZ6sXCOaKaFkPSCNvWoiw4m3kpB3I6N7+GbbrIgviZ7Z
    v/xVdeZAvIJ6dPqSvMg+HYy8tLsnZlvFB4UhpXw76dcYRyxQfSzlGlN074pdPsbB
    WzyPvrsjLiRP5nst1lhr+Flke67jLAEcM9GK22IQC8w04NEpy4qhRu4RAoGAQxkU
    VZL7uc7p1wkcfNj+Vimp+A6vOwbP8q/rSwDaUeFN6p2ki2xK/URFpQMdyT+Or6Nm
    RYFbpa7oFa233jVMeJaAVNetC1FquyUS0bZczgeCIgc3isiCDQuFP+GVdqNdClfn
    gwVIMxbXj3slIeHxgW/kvLrJnA7a8fkT/9bDmfMCgYEAspQLygq2+ZDfVOtXqa+G
    i81E5kv3idxtowuBs5yFt79L6gZYGpdJyOOjptcNKzMJ1YPlVCOIsJCeAssF9NVm
    ODfxA+ynq6Lj8+ef8WT7zDZzykrIg+G0v3tXMDV6I8F/SukEPU0w2Q9V4Xt1FFpv
    zytbDNCQXgiURc7ZY+8YTKU=
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `expired`.
  public static let expired = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgCMUaFdfds1nIlzF0
    KQP34XEii+uptD2Hk41VrYWZ9CShRANCAAQ72bAXvvkK2TVABvK5NVVZx/76tin4
    jyX2fWZOjVIsWf6q4LH8hL+E+PTPuyC9N2+7z9sju5Nsv7GIJ/AKMu7r
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `notYetValid`.
  public static let notYetValid = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpAlhMnqbhjzC8L1I
    6EkF+ipyXq8R8+/rRb/QlfQyNv2hRANCAARM/seu+pSHdFbA9GSEVXuZT3dwSKyc
    9MLUPB2gVojJJu+nl1k01o3thm5mBOQBJ+qUq/EGiE2FptSE48OIQtAL
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `otherName`.
  public static let otherName = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKzKmJZSFO5fxW3II
    pp48qfc3wNkZyydzpR7jpRQA2hmhRANCAARr6wTXczF8BWO/bngKHhzeIjCaeyVK
    P9V8vpDoEC60kqFyBsbJZk91YAHNM3KQ2HmDZTFvuQI68g0VemzxzoYD
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `selfSigned`.
  public static let selfSigned = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFDrmaZztOr+A3rxP
    e9CCirHmCYI1kwGHBYl8Z8qygRGhRANCAAQXcOKMWBX4abzZYdWiRIYtq0YwsAbD
    qZQUlKGMPBPNsRKl1LYRhDphJlwLA1YFLvDJCjZPOfiu2oBq2JRMjQo2
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `weakKey`.
  public static let weakKey = """
    -----BEGIN PRIVATE KEY-----
    MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAK8YG3LuCUSSMd8I
    AfT3NcSSmtV5eaxEYyStF72TcRUdJTuGPH/+OuDB73BnnPNldwUeFDFn/82DwCAQ
    j3hNdspWqKzk4qv7cPHkbo6ZIEMpvUQAjXc9AMtC+6Li8W8HcyiphPlFiS7PfRFA
    Wuw93x02asKpOpJPK29uaZo/dH/hAgMBAAECgYBoovJ8a25UcT2meIWa3EVglPA8
    1Nx2q2PIXjzKyRsSMBm5Cc6L+uU6vgsWVIVCG4fWIhSVNf5z1eFyCBOFJF3xLma3
    BLR7i9l11yj7apGngK7oeOEAc+uQou1FpvMdoqdty0nGb265iorIoeIvsNGFTPn9
    No/cTuWeNBallI7tRQJBANbzgGfdKabsAzw5ZQnk3yt+kRDmda5e1E5zgl2/5BnV
    0Qa3raj8JnfvUTThsNGMxHCaF0/y/2gcRX5S7eHbEmMCQQDQiBUmhyhs+NoGIzj5
    snv1yLi6lHC+Hq7ZMmkqOINkpkL7jNQDRShw1aZkNQA8TbSCLjsWkxwhXxI9FRZM
    7ZXrAkAEFVoiHvx0lFU3Zqu5tWRb8iqVVJt1tY149A7M8yFFMF+pLgIZjLi6XIyB
    Yaw3PuJYdUTuGuKpOqhDTxX/zWabAkA8MrygVa4m3yPZV7uv4YWFa39gZU+yoprp
    GnNfe9b6bECz63CczQ8im5qgHOjHf8sXNY9bMfaR76cNORQp+wAnAkAkN4wubOmK
    YQIkaXQBWU5/Hcl9KivE1CaOoJK+LHOUCOxLLyFpAAInJeVajGcDrTVs5xHOf0lM
    929K7IMB7yu8
    -----END PRIVATE KEY-----
    """
  /// The key of the example certificate `unknown`.
  public static let unknown = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqSZd+Y7G5gfff83p
    U8FaWGkRJG98NRHSfFSNu4GlM+2hRANCAATUXurfzUgy94NfaDeMeAIxZNJk43me
    slIAcZwqzdPO22depFHHGaeoFDncKAlW85Q7Sr19eVTrpNEMLWZS//Au
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

  /// All of them by the name of their certificate.
  public static let all: [String: String] = [
    "good": good,
    "goodRSA": goodRSA,
    "expired": expired,
    "notYetValid": notYetValid,
    "otherName": otherName,
    "selfSigned": selfSigned,
    "weakKey": weakKey,
    "unknown": unknown,
    "oldDigest": oldDigest
  ]
}
