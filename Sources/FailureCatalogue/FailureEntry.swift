/// One failure text that is known: how it is recognised, what it means, and what to do.
public struct FailureEntry: Sendable {
  /// The name of the entry, for ever.
  public let id: String
  /// Who writes such texts: a program, or a service.
  public let emitter: String
  /// Whether it passes by itself.
  public let kind: Kind
  /// What is behind it.
  public let cause: FailureCause
  /// The pattern, in the language of ``TextPattern``.
  let pattern: String
  /// The only stage in which the text means this; nil when the text is enough.
  let stage: FailureStage?
  /// A text that was seen or is documented.
  public let example: String
  /// What it means, beside what all failures of the cause mean; empty where that says it all.
  public let meaning: String
  /// What to do, beside the advice that all failures of the cause share.
  public let advice: String
  /// What the entry rests on.
  public let basis: Basis
  /// Whether many servers write the same, so that it only means this where the server is known.
  let needsHost: Bool
  /// Whether the words are so common that they only count where something says that it failed.
  let inFailures: Bool
  /// Whether the text begins with a reply code: then a number of three digits alone is not enough.
  let beginsWithCode: Bool

  /// Whether a failure passes by itself.
  public enum Kind: String, Sendable, Hashable {
    /// Something on the side of the sender has to be set; waiting does not help.
    case configuration
    /// Trying again later may help.
    case temporary
    /// The message will not be taken as it is.
    case permanent
    /// Nothing failed.
    case information
    /// The class of the reply code tells (RFC 5321 §4.2.1).
    case byReplyClass = "by-reply-class"
  }

  /// What an entry rests on.
  public enum Basis: String, Sendable, Hashable {
    /// Documentation or source code.
    case documented
    /// Reports of people who met it.
    case reported
    /// Experience, without a document.
    case experience
  }

  init(
    _ id: String, _ emitter: String, _ kind: Kind, _ cause: FailureCause, _ pattern: String,
    at stage: FailureStage? = nil,
    example: String, means meaning: String = "", do advice: String = "", _ basis: Basis = .documented,
    needsHost: Bool = false,
    inFailures: Bool = false
  ) {
    self.id = id
    self.emitter = emitter
    self.kind = kind
    self.cause = cause
    self.pattern = pattern
    self.stage = stage
    self.example = example
    self.meaning = meaning
    self.advice = advice
    self.basis = basis
    self.needsHost = needsHost
    self.inFailures = inFailures
    beginsWithCode = Self.beginsWithCode(pattern)
  }

  /// Whether the text only carries another one, which tells why.
  public var isWrapper: Bool { cause == .wrapper }

  /// Whether a pattern begins with a reply code.
  private static func beginsWithCode(_ pattern: String) -> Bool {
    let signs = pattern.utf8.drop { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "b") }
    let head = Array(signs.prefix(3))
    return head.count == 3 && (head[0] == UInt8(ascii: "4") || head[0] == UInt8(ascii: "5")) && head[1].isDigit
      && head[2].isDigit
  }

  /// Whether this is an enhanced status code of the registry (RFC 3463), the last thing to go by.
  var isRegistryCode: Bool { emitter == "any" }
}
