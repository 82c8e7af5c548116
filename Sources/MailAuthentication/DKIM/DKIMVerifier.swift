public import DNS
public import MailMessage
import Syntax

/// Verifies the DKIM signatures of a message: asks for the keys, reads the body once, judges.
public enum DKIMVerifier {
  /// Judges the signatures of `message` from top to bottom, at most 50 of them, at a time in seconds since 1970. The
  /// resolver is asked for all keys at once. Throws when the body cannot be read.
  public static func verify(
    _ message: Message, using resolver: any Resolver, at time: Int64
  ) async throws(MessageReadError) -> [DKIMSignatureResult] {
    try await MessageSignatures.verify(message, using: resolver, at: time, includesARC: false).dkim
  }
}
