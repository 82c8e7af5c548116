import DNS
import LDNSKit

/// Answers from zone text, and asks another resolver about the names beyond it: a zone is audited before it is
/// published, in the world that it will be published in.
struct OverlayResolver: Resolver {
  let zones: ZoneResolver
  let beyond: any Resolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    var answers = questions.map(zones.answer)
    // What the zones refuse lies outside; an alias of theirs may have led there.
    let outside = answers.indices.filter { answers[$0].failure == .refused }
    if outside.isEmpty { return answers }
    let further = await beyond.answers(
      to: outside.map { DNSQuestion(answers[$0].canonicalName, questions[$0].type) })
    for (index, answer) in zip(outside, further) {
      answers[index] = DNSAnswer(
        question: questions[index], outcome: answer.outcome, aliases: answers[index].aliases + answer.aliases,
        provenance: answer.provenance)
    }
    return answers
  }
}
