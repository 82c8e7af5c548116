/// One `record` of an aggregate report: messages of one source with the same results (RFC 9990 §3.1.1.6).
public struct AggregateRecord: Sendable, Equatable {
  /// The address that sent, as reported.
  public var sourceIP = ""
  /// How many messages the record speaks of; 0 when the number is missing or none.
  public var count = 0
  /// What was done with them, as reported: `none`, `pass` (RFC 9990), `quarantine` or `reject`; nil when it is missing.
  public var disposition: String?
  /// The result of DKIM with alignment, `pass` or `fail`; nil when it is missing.
  public var dkim: String?
  /// The result of SPF with alignment, `pass` or `fail`; nil when it is missing.
  public var spf: String?
  /// Why something else was done than the policy asked for (RFC 9990 §3.1.6).
  public var reasons: [PolicyOverrideReason] = []
  /// The domain of the From field; empty when it is missing.
  public var headerFrom = ""
  /// The domain of the envelope sender; nil when it is missing, empty for the null sender.
  public var envelopeFrom: String?
  /// The domain of the envelope recipient; nil when it is missing.
  public var envelopeTo: String?
  /// The signatures that were looked at.
  public var dkimResults: [DKIMAuthResult] = []
  /// The SPF results: one in RFC 9990, several in RFC 7489.
  public var spfResults: [SPFAuthResult] = []
  /// The line on which the record begins, from 1.
  public var line = 1

  /// Makes an empty record.
  public init() {}

  /// Whether DMARC passes: one of the two passes with alignment (RFC 9989 §5.3.4).
  public var passesDMARC: Bool { dkim == "pass" || spf == "pass" }
}

/// Why a receiver did something else than the policy asks for (`reason`).
public struct PolicyOverrideReason: Sendable, Hashable {
  /// The type as reported, such as `local_policy` or `mailing_list`.
  public var type: String
  /// What the receiver adds.
  public var comment: String?

  /// Makes a reason of its parts.
  public init(type: String, comment: String? = nil) {
    self.type = type
    self.comment = comment
  }
}

/// The result of one signature (`auth_results/dkim`).
public struct DKIMAuthResult: Sendable, Hashable {
  /// The domain that signed, d=.
  public var domain = ""
  /// The selector, s=; nil when it is missing.
  public var selector: String?
  /// The result, such as `pass`, `fail` or `temperror`.
  public var result = ""
  /// What the receiver adds.
  public var humanResult: String?

  /// Makes an empty result.
  public init() {}
}

/// The result of SPF (`auth_results/spf`).
public struct SPFAuthResult: Sendable, Hashable {
  /// The domain that was checked.
  public var domain = ""
  /// `mfrom` or `helo`; nil when it is missing.
  public var scope: String?
  /// The result, such as `pass` or `softfail`.
  public var result = ""
  /// What the receiver adds (RFC 9990 only).
  public var humanResult: String?

  /// Makes an empty result.
  public init() {}
}
