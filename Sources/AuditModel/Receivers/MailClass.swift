/// What receivers distinguish about mail before they judge it.
public struct MailClass: Sendable, Hashable {
  /// Whether the sender counts as a bulk sender.
  public var isBulk: Bool
  /// Whether it is advertising, or something that people subscribe to; nil when nobody told.
  public var isListMail: Bool?
  /// What the domain of the author asks receivers to do with mail that fails DMARC (RFC 9989 §4.7); nil when it asks
  /// nothing, or when nobody could see.
  public var failurePolicy: FailurePolicy?

  /// Makes the value of its parts.
  public init(isBulk: Bool, isListMail: Bool? = nil, failurePolicy: FailurePolicy? = nil) {
    self.isBulk = isBulk
    self.isListMail = isListMail
    self.failurePolicy = failurePolicy
  }

  /// What a DMARC record asks for, inheritance and test mode worked in.
  public enum FailurePolicy: String, Sendable, CaseIterable {
    /// Nothing is to happen.
    case none
    /// Suspicion.
    case quarantine
    /// Refusal.
    case reject
  }
}
