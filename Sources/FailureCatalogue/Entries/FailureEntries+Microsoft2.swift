extension FailureEntries {
  /// Texts of Outlook.com and Exchange Online.
  static let microsoft2: [FailureEntry] = [
    FailureEntry(
      "exo-579xx", "Exchange Online", .permanent, .accountSuspended,
      #"5\.7\.9\d\d"#,
      example: "550 5.7.999 Access denied, restricted",
      means: "Restricted.",
      do: "Ask the support of Microsoft."),
    FailureEntry(
      "exo-5068", "Exchange Online", .permanent, .relayDenied,
      #"5\.7\.68 .*Direct Send"#,
      example: "550 5.7.68 TenantInboundAttribution; Direct Send ...",
      means: "RejectDirectSend is on.",
      do: "Connector or authenticated submission.",
      .experience),
    FailureEntry(
      "exo-50350", "Exchange Online", .permanent, .wrapper,
      #"\b5\.0\.350\b"#,
      example: "550 5.0.350 Remote server returned an error",
      means: "The remote server returned an error, which stands in the text.",
      do: "Inner text.")
  ]
}
