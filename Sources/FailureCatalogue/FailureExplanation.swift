public import Syntax

/// What a failure means, and what to do about it.
public struct FailureExplanation: Sendable {
  /// The entry of the catalogue that tells; nil when none does.
  public internal(set) var entry: FailureEntry?
  /// Why it failed.
  public internal(set) var cause: FailureCause
  /// How sure this is.
  public internal(set) var certainty: Certainty
  /// The step that failed, where the text or the transcript tells, or else where such a failure is usually met.
  public internal(set) var stage: FailureStage?
  /// Whether the text or the transcript tells of the step.
  public internal(set) var isStageTold = false
  /// The reply code, where there is one.
  public internal(set) var code: Int?
  /// The enhanced status code, where there is one.
  public internal(set) var enhanced: EnhancedStatusCode?
  /// The status that a delivery report or a log gives beside the reply.
  public internal(set) var reported: EnhancedStatusCode?
  /// The server that answered, where it is known.
  public internal(set) var host: String?
  /// The text around the match, without secrets, not yet made fit for a terminal.
  public internal(set) var excerpt: String
  /// The octets of ``excerpt`` that matched; nil without an entry.
  public internal(set) var match: Range<Int>?
  /// Where the match stands in what was pasted; without one, where the statement begins.
  public internal(set) var place: TextPosition
  /// Other entries that fit, the more specific ones first: what it could be besides, or the text around it.
  public internal(set) var others: [FailureEntry] = []
  /// How often the same was found.
  public internal(set) var count = 1

  /// How sure an explanation is.
  public enum Certainty: String, Sendable, Hashable {
    /// The text is known word for word, of this server or of any.
    case known
    /// The words are those that many servers use for it.
    case phrase
    /// The enhanced status code says it; the text is not known.
    case code
    /// No entry matches.
    case none
  }

  /// Whether it failed on the way to the server.
  var speaksOfConnection: Bool { stage == .connect || stage == .resolve || stage == .greeting || stage == .starttls }

  /// Whether the same can succeed later without a change: the class of the codes tells (RFC 5321 §4.2.1, RFC 3463 §3.1);
  /// nil without a code.
  public var mayPass: Bool? {
    if cause == .accepted || cause == .remark { return nil }
    if let enhanced, enhanced.classDigit != 2 { return enhanced.classDigit == 4 }
    if let code, code >= 400 { return code < 500 }
    if let reported, reported.classDigit != 2 { return reported.classDigit == 4 }
    return nil
  }

  /// What it means, in sentences.
  public var meaning: [String] {
    guard let entry else {
      return [StatusWords.unknown] + StatusWords.meaning(code, enhanced)
        + others.prefix(1).map {
          "\($0.emitter) writes such a text: if it was \($0.emitter) that answered, name the server."
        }
    }
    var sentences = [entry.meaning, cause.meaning].filter { !$0.isEmpty }
    if certainty == .code { sentences.append("Only the enhanced status code says so; no entry knows the text.") }
    return sentences
  }

  /// What to do, the most special advice first.
  public var advice: [String] {
    guard let entry else { return StatusWords.advice(code, enhanced) }
    return [entry.advice, cause.advice].filter { !$0.isEmpty }
  }
}
