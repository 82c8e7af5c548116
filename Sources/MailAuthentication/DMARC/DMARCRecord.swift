/// A DMARC policy record (RFC 9989 §4.7): what its tags say, defaults filled in.
public struct DMARCRecord: Sendable, Equatable {
  /// All tags in their order, unknown ones and duplicates included: the evidence.
  public let tags: TagList
  /// The policy for the domain itself (`p`).
  public let p: PolicyTag
  /// The policy for existing subdomains (`sp`); absent: that of `p`.
  public let sp: PolicyTag
  /// The policy for names that do not exist (`np`); absent: that of `sp`.
  public let np: PolicyTag
  /// Whether the domain is a public suffix domain (`psd`).
  public let psd: DMARCPublicSuffixFlag
  /// Whether the policy is only tried out (`t=y`).
  public let isTesting: Bool
  /// How DKIM identifiers have to match (`adkim`).
  public let adkim: DMARCAlignmentMode
  /// How SPF identifiers have to match (`aspf`).
  public let aspf: DMARCAlignmentMode
  /// When failure reports are wanted (`fo`).
  public let fo: DMARCFailureOptions
  /// Where aggregate reports go (`rua`): every entry of the list, bad ones included, at most 16.
  public let rua: [DMARCReportURI]
  /// Where failure reports go (`ruf`): every entry of the list, bad ones included, at most 16.
  public let ruf: [DMARCReportURI]

  /// What one of the tags `p`, `sp` and `np` says.
  public enum PolicyTag: Sendable, Hashable {
    /// The tag is not there.
    case absent
    /// The tag has a value that the standard knows.
    case value(DMARCPolicy)
    /// The tag has another value.
    case invalid

    /// The policy, if there is a valid one.
    public var policy: DMARCPolicy? {
      if case .value(let policy) = self { policy } else { nil }
    }
  }
}

extension DMARCRecord {
  /// Whether `p` is missing or invalid, or `sp` or `np` invalid: the record then counts as `p=none` or not at all
  /// (RFC 9989 §4.10.1).
  public var hasInvalidPolicy: Bool { p.policy == nil || sp == .invalid || np == .invalid }

  /// Whether at least one `rua` entry is a valid URI.
  public var hasValidAggregateURI: Bool { rua.contains(where: \.isValid) }

  /// Whether receivers process DMARC by this record at all (RFC 9989 §4.10.1).
  public var isUsable: Bool { !hasInvalidPolicy || hasValidAggregateURI }

  /// Tags that RFC 9989 took out of the standard (§9.3: status historic), in order.
  public var historicTags: [TagList.Tag] {
    tags.tags.filter { tag in Self.historicNames.contains { tags.isNamed(tag, $0) } }
  }

  /// Tags that no standard defines; readers ignore them (RFC 9989 §4.7).
  public var unknownTags: [TagList.Tag] {
    tags.tags.filter { tag in
      !Self.names.contains { tags.isNamed(tag, $0) } && !Self.historicNames.contains { tags.isNamed(tag, $0) }
    }
  }

  static let names = ["v", "p", "sp", "np", "psd", "t", "adkim", "aspf", "fo", "rua", "ruf"]
  static let historicNames = ["pct", "rf", "ri"]
}
