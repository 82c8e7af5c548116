extension MediaWikiConduct {
  var guide: ApplicationGuide? {
    ApplicationGuide(
      change: "",
      trial:
        "Ask for a new password, or confirm your address in the preferences. $wgSMTP counts wherever it stands, also "
        + "behind wfLoadExtension.",
      logs: "The error log of the web server; $wgDebugLogGroups['usermailer'] for the wiki's own.")
  }
}
