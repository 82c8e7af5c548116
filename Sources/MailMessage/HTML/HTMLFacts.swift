/// A link in HTML.
public struct HTMLLink: Sendable, Hashable {
  /// Where it leads, references replaced, without white space at the ends.
  public let target: String
  /// The text that is seen, or that stands for an image; white space as one blank; at most ``HTMLLimits/snippet`` octets.
  public internal(set) var text: String
  /// Where its tag stands in the decoded text.
  public let offset: Int
  /// Whether nobody sees it.
  public let isHidden: Bool
}

/// An image in HTML.
public struct HTMLImage: Sendable, Hashable {
  /// Where it is fetched from.
  public let source: String
  /// The text for those who do not see it; nil without the attribute.
  public let alternative: String?
  /// The width in pixels, of the attribute or the style; nil when nothing is said.
  public let width: Int?
  /// The height in pixels.
  public let height: Int?
  /// Where its tag stands in the decoded text.
  public let offset: Int

  /// Whether it is fetched from a web server.
  public var isRemote: Bool {
    let source = source.lowercased()
    return source.hasPrefix("http:") || source.hasPrefix("https:") || source.hasPrefix("//")
  }
  /// Whether it has the size of an image that only tells who reads: one pixel, or none.
  public var isPixel: Bool { isRemote && (width ?? 2) <= 1 && (height ?? 2) <= 1 }
}

/// Text that nobody sees.
public struct HiddenText: Sendable, Hashable {
  /// Why.
  public let reason: Reason
  /// Its beginning, white space as one blank; at most ``HTMLLimits/snippet`` octets.
  public internal(set) var text: String
  /// Its characters, white space not counted.
  public internal(set) var characters: Int
  /// Where it begins in the decoded text.
  public let offset: Int

  /// What hides text.
  public enum Reason: String, Sendable, CaseIterable {
    /// `display:none`.
    case display
    /// `visibility:hidden`.
    case visibility
    /// `font-size:0`.
    case fontSize
    /// The colour of the background.
    case color
    /// An element of no size that clips.
    case size
    /// A place outside the page.
    case offScreen
    /// `opacity:0`.
    case opacity
    /// The attribute `hidden`.
    case attribute
  }
}

/// Something in HTML that mail readers remove or warn about.
public struct HTMLFeature: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Its address or value, as far as it has one.
  public let value: String
  /// Where it stands in the decoded text.
  public let offset: Int

  /// The kinds.
  public enum Kind: String, Sendable, CaseIterable {
    /// `script`.
    case script
    /// An attribute such as `onclick`.
    case handler
    /// `form`.
    case form
    /// A field for a password.
    case passwordField
    /// `iframe` or `frame`.
    case frame
    /// `object`, `embed` or `applet`.
    case object
    /// A style sheet elsewhere, by `link` or `@import`.
    case externalStyle
    /// `meta` with `refresh`.
    case refresh
  }
}
