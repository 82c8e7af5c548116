/// A selector that may be worth asking for, and why.
public struct DKIMSelectorCandidate: Sendable, Hashable {
  /// The selector.
  public let selector: String
  /// Where it comes from.
  public let origin: DKIMSelectorOrigin

  /// Makes a candidate of its parts.
  public init(_ selector: String, _ origin: DKIMSelectorOrigin) {
    self.selector = selector
    self.origin = origin
  }
}

/// How a selector came to be asked for.
public enum DKIMSelectorOrigin: Sendable, Hashable {
  /// The owner named it.
  case given
  /// A provider that was recognised uses it; the sign is what the provider was recognised by.
  case provider(name: String, sign: String)
  /// Receivers reported signatures with it that pass: on so many messages.
  case reported(messages: Int)
  /// It is a common one; the reason says who uses it.
  case common(reason: String)

  /// The origin in a phrase.
  public var description: String {
    switch self {
    case .given: "given"
    case .provider(let name, let sign): "used by \(name), recognised by \(sign)"
    case .reported(let messages): "on \(messages) messages that receivers reported"
    case .common(let reason): "a common selector: \(reason)"
    }
  }
}

/// A selector with something published at its name, or one that the owner named.
public final class DKIMSelector: Sendable {
  /// How it came to be asked for.
  public let origin: DKIMSelectorOrigin
  /// What stands at its name.
  public let lookup: DKIMKeyLookup
  /// Whether a label that nobody publishes gets the same answer: then a wildcard speaks, not the selector (RFC 4592).
  public let isFromWildcard: Bool

  init(origin: DKIMSelectorOrigin, lookup: DKIMKeyLookup, isFromWildcard: Bool) {
    self.origin = origin
    self.lookup = lookup
    self.isFromWildcard = isFromWildcard
  }

  /// The selector.
  public var name: String { lookup.selector }

  /// How sure it is that the domain's mail is signed with the selector.
  public var certainty: Certainty {
    switch origin {
    case .given: .named
    case .provider, .reported: .likely
    case .common: .possible
    }
  }

  /// How sure it is that a selector is in use. DNS alone never proves it: a message does.
  public enum Certainty: String, Sendable {
    /// The owner says so.
    case named
    /// It is published, and it belongs to a provider that the domain uses, or receivers saw it.
    case likely
    /// It is published; whether anything signs with it is not known.
    case possible
  }
}
