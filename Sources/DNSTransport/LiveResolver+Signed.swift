public import DNS
public import LDNSKit

/// A resolver made with ``ResolverConfiguration/wantsSignatures`` gives whole messages.
extension LiveResolver: SignedAnswerSource {
  /// Asks all questions at once, within ``ResolverDeadline/current``.
  public func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer] {
    await answers(to: questions).map { answer in
      SignedAnswer(answer.question, answer.failure.map(Result.failure) ?? .success(answer.messages))
    }
  }
}
