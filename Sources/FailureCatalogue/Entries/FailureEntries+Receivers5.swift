extension FailureEntries {
  /// Texts of Yahoo, Apple, Tencent and NetEase.
  static let receivers5: [FailureEntry] = [
    FailureEntry(
      "ne-wmbl", "NetEase", .temporary, .poorReputation,
      #"45\d WM:BL[IU]"#,
      example: "450 WM:BLI IP not in permitted list",
      means: "Blocked."),
    FailureEntry(
      "ne-dtspm451", "NetEase", .temporary, .contentRejected,
      "451 DT:SPM",
      example: "451 DT:SPM please try again",
      means: "Content, soft.",
      do: "Retry once."),
    FailureEntry(
      "ne-misfq", "NetEase", .temporary, .rateLimited,
      "MI:SFQ",
      example: "451 MI:SFQ sender exceeded the limit in 15 minutes",
      means: "Rate per 15 min."),
    FailureEntry(
      "ne-dtspm", "NetEase", .permanent, .contentRejected,
      #"55\d DT:SPM"#,
      example: "554 DT:SPM message looks like spam",
      means: "Content/auth.",
      do: "SPF, content."),
    FailureEntry(
      "ne-miimf", "NetEase", .permanent, .senderDomainUnknown,
      #"55\d MI:IMF"#,
      example: "550 MI:IMF sender address illegal",
      means: "MAIL FROM malformed."),
    FailureEntry(
      "ne-misep", "NetEase", .permanent, .poorReputation,
      #"55\d MI:S[PT]"#,
      example: "550 MI:SPB",
      means: "Local block.")
  ]
}
