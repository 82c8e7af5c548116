/// Why messages of a source do not pass, or pass by DKIM alone.
public enum SourceCause: Sendable, Hashable {
  /// The service sends with the domain in the envelope, and the domain's SPF record does not include it.
  case missingInclude
  /// SPF passes for another domain than the author's: that of the envelope sender, or of the EHLO name.
  case unalignedEnvelope(domain: String)
  /// No signature, or only one of another domain, where SPF does not help either.
  case unsigned
  /// Signed with another domain than the author's.
  case foreignSignature(domain: String)
  /// The domain's own signature does not verify.
  case brokenSignature(selector: String)
  /// Receivers could not evaluate the domain's SPF record: the result that they report.
  case spfError(result: String)
  /// The address is listed in SPF today, and receivers saw it fail.
  case listedSince
  /// Somebody passes the domain's mail on.
  case forwarding(ForwardingSign)
  /// A host of the domain's own sends, that SPF does not name.
  case forgottenApplication
  /// Somebody else writes the domain into the From field.
  case spoofing(authenticatedAs: String?)

  /// What forwarding is known by.
  public enum ForwardingSign: Sendable, Hashable {
    /// Receivers give it as their reason.
    case override(String)
    /// The domain's own signature passes, and SPF does not.
    case signature
    /// The domain's own signature is there and does not verify: a list that changes messages.
    case changed
  }
}

/// How sure a cause is.
public enum Certainty: String, Sendable, Hashable {
  /// Nothing else explains what was seen.
  case certain
  /// Something else is not ruled out, and less usual.
  case likely
  /// It is one of several explanations.
  case possible
}

/// A cause, and how sure it is.
public struct CauseJudgement: Sendable, Hashable {
  /// The cause.
  public let cause: SourceCause
  /// How sure it is.
  public let certainty: Certainty

  init(_ cause: SourceCause, _ certainty: Certainty) {
    (self.cause, self.certainty) = (cause, certainty)
  }
}
