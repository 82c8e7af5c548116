import Syntax

extension FailureCatalogue {
  /// Explains a statement; `position` finds the place of an octet of the paste.
  func explain(_ statement: FailureStatement, position: (Int) -> TextPosition) -> FailureExplanation {
    var steps = 0
    let hits = hits(in: statement, steps: &steps)
    guard let first = hits.first, first.rank != Rank.candidate else { return unexplained(statement, hits, position) }
    let primary = preferred(among: hits, statement) ?? first
    var explanation = FailureExplanation(
      entry: primary.entry, cause: cause(primary, hits), certainty: certainty(primary.rank), excerpt: "",
      place: position(primary.text.places[min(primary.range.lowerBound, primary.text.count - 1)]))
    (explanation.excerpt, explanation.match) = Excerpt.around(primary.range, in: primary.text)
    // A text that only says that it failed adds nothing to one that says why.
    explanation.others = hits.filter {
      $0.entry.id != primary.entry.id && $0.rank != Rank.phrase
        && (explanation.cause.isVague || !$0.entry.cause.isVague || $0.entry.isWrapper)
    }.prefix(FailureLimits.hints).map(\.entry)
    complete(&explanation, statement)
    return explanation
  }

  /// Texts of a service that is not known to have answered are named, but decide nothing.
  private func unexplained(_ statement: FailureStatement, _ hits: [FailureHit], _ position: (Int) -> TextPosition)
    -> FailureExplanation
  {
    var explanation = FailureExplanation(
      cause: .undetermined, certainty: .none, excerpt: "", place: position(statement.text.places.first ?? 0))
    (explanation.excerpt, _) = Excerpt.around(0..<0, in: statement.text)
    explanation.others = hits.filter { $0.rank == Rank.candidate }.prefix(FailureLimits.hints).map(\.entry)
    complete(&explanation, statement)
    return explanation
  }

  private func complete(_ explanation: inout FailureExplanation, _ statement: FailureStatement) {
    explanation.code = statement.code.flatMap { $0 >= 400 || explanation.cause == .accepted ? $0 : nil }
    explanation.enhanced = statement.enhanced.flatMap {
      $0.classDigit != 2 || explanation.cause == .accepted || statement.isBounce ? $0 : nil
    }
    explanation.reported = statement.reported
    explanation.host = statement.host
    explanation.isStageTold = statement.stage != nil
    explanation.stage =
      explanation.cause == .hostNotFound ? .resolve : statement.stage ?? explanation.cause.usualStage
  }

  /// A phrase that many use gives way to a code of the registry that is more precise, and a text that only says that it
  /// failed to a phrase.
  private func preferred(among hits: [FailureHit], _ statement: FailureStatement) -> FailureHit? {
    guard let first = hits.first, first.entry.cause.isVague else { return hits.first }
    // "Deferred" around a text that tells why.
    if first.rank == Rank.text, first.entry.cause == .temporary {
      return hits.first { !$0.entry.cause.isVague && $0.rank <= Rank.phrase } ?? first
    }
    guard first.rank == Rank.phrase else { return first }
    return hits.first { !$0.entry.cause.isVague && $0.rank <= Rank.registry } ?? first
  }

  /// The cause of the entry, or a more precise one that the same text tells.
  private func cause(_ primary: FailureHit, _ hits: [FailureHit]) -> FailureCause {
    guard primary.entry.cause.isVague else { return primary.entry.cause }
    // A text that is known to tell of the server's own trouble says more than a code.
    let most = primary.entry.cause == .serverFailure && primary.rank == Rank.text ? Rank.phrase : Rank.registry
    let precise = hits.first {
      !$0.entry.cause.isVague && $0.entry.cause != .remark && $0.rank <= most
        && $0.entry.cause != .poorReputation && $0.entry.cause != .expired
    }
    return precise?.entry.cause ?? primary.entry.cause
  }

  private func certainty(_ rank: Int) -> FailureExplanation.Certainty {
    switch rank {
    case Rank.text, Rank.wrapper, Rank.remark: .known
    case Rank.phrase: .phrase
    case Rank.registry: .code
    default: .none
    }
  }
}

/// A readable part of a text around a match.
enum Excerpt {
  /// The text and where the match stands in it.
  static func around(_ range: Range<Int>, in text: MappedText) -> (String, Range<Int>?) {
    let most = FailureLimits.excerptOctets
    var start = 0
    if range.upperBound > most { start = max(0, range.lowerBound - most / 4) }
    while start > 0, start < text.count, text.octets[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(text.count, start + most)
    while end < text.count, end > start, text.octets[end] & 0xC0 == 0x80 { end -= 1 }
    let front = text.string(start..<max(start, min(range.lowerBound, end)))
    let middle = text.string(min(range.lowerBound, end)..<min(range.upperBound, end))
    let back = text.string(min(range.upperBound, end)..<end)
    let match = front.utf8.count..<(front.utf8.count + middle.utf8.count)
    return (front + middle + back, match.isEmpty ? nil : match)
  }
}
