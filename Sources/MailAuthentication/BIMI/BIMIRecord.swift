public import DNS
public import HTTPS
import Syntax

/// A BIMI assertion record (draft-brand-indicators-for-message-identification, Assertion Record Definition).
public struct BIMIRecord: VersionedRecord, Equatable {
  /// All tags in their order, unknown ones too: the evidence.
  public let tags: TagList
  /// `l=`: where the logo is.
  public let location: Location
  /// `a=`: where the mark certificate is.
  public let authority: Location
  /// `avp=`: what readers are to show if they have both a logo of the brand and one of the sender.
  public let preference: Preference
  /// `lps=`: the beginnings of local parts that have a selector of their own; empty without the tag.
  public let localPartPrefixes: [String]

  /// What a tag that holds a URL says.
  public enum Location: Sendable, Hashable {
    /// The tag is not there.
    case absent
    /// The tag has no value.
    case empty
    /// Where to fetch from.
    case url(HTTPSURL)
    /// Nothing that can be fetched, and why.
    case invalid(HTTPSURLError)

    /// The URL, if there is one.
    public var url: HTTPSURL? {
      if case .url(let url) = self { url } else { nil }
    }

    /// Whether nothing is given.
    public var isEmpty: Bool { self == .absent || self == .empty }
  }

  /// The values of `avp=`.
  public enum Preference: String, Sendable, Hashable {
    /// The logo of the brand; so without the tag.
    case brand
    /// The picture that the sender's own mailbox has.
    case personal
  }
}

extension BIMIRecord {
  /// The selector that is used when a message names none.
  public static let defaultSelector = "default"
  /// The paragraph that defines the record.
  static let reference = "draft-brand-indicators-for-message-identification §Assertion Record Definition"

  /// The name of the record of `domain`; nil when it would be over-long.
  public static func name(for domain: DomainName, selector: String = defaultSelector) -> DomainName? {
    domain.prefixed(with: "\(selector)._bimi")
  }

  /// Whether the record says that the domain takes no part: `l=` and `a=` are both empty (Declination to Publish).
  public var isDeclination: Bool { location == .empty && authority.isEmpty }

  /// Tags that the draft does not define; readers ignore them.
  public var unknownTags: [TagList.Tag] {
    tags.tags.filter { tag in !Self.names.contains { tags.isNamed(tag, $0) } }
  }

  static let names = ["v", "l", "a", "avp", "lps"]
}

/// The limits of BIMI.
public enum BIMILimits {
  /// The draft and its readers want logos of at most 32 KiB.
  public static let logoOctets = 32_768
  /// So much of a logo is fetched, so that an over-long one can still be judged.
  public static let fetchedLogoOctets = 200_000
  /// A chain of mark certificates has an embedded logo in its first; so much is fetched.
  public static let certificateOctets = 200_000
  /// The time for each file.
  public static let fetchTime: Duration = .seconds(30)
  /// So many prefixes of local parts are read.
  static let prefixes = 64
}
