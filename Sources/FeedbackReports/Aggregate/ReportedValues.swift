/// The values that the schemas allow where they allow only some. A class, since every value asks for one.
final class ReportedValues: Sendable {
  let rfc7489: [String]
  let rfc9990: [String]

  init(_ both: [String], rfc7489: [String] = [], rfc9990: [String] = []) {
    self.rfc7489 = both + rfc7489
    self.rfc9990 = both + rfc9990
  }

  func of(_ schema: AggregateSchema) -> [String] { schema == .rfc7489 ? rfc7489 : rfc9990 }

  /// RFC 9990 §3.1.1.9: `pass` is new, and no mistake.
  static let disposition = ReportedValues(["none", "quarantine", "reject"], rfc9990: ["pass"])
  static let policy = ReportedValues(["none", "quarantine", "reject"])
  static let aligned = ReportedValues(["pass", "fail"])
  static let alignment = ReportedValues(["r", "s"])
  static let yesOrNo = ReportedValues(["n", "y"])
  static let discovery = ReportedValues(["psl", "treewalk"])
  static let dkim = ReportedValues(["pass", "fail", "none", "neutral", "policy", "temperror", "permerror"])
  static let spf = ReportedValues(["pass", "fail", "softfail", "none", "neutral", "temperror", "permerror"])
  static let scope = ReportedValues(["mfrom"], rfc7489: ["helo"])
  /// RFC 9990 §3.1.6, RFC 7489 appendix C.
  static let override = ReportedValues(
    ["local_policy", "mailing_list", "other", "trusted_forwarder"], rfc7489: ["forwarded", "sampled_out"],
    rfc9990: ["policy_test_mode"])
}
