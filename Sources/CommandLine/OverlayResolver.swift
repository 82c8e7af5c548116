import DNS
import LDNSKit

/// Answers from zone text, and asks another resolver about the names beyond it: a zone is audited before it is
/// published, in the world that it will be published in.
struct OverlayResolver: Resolver {
  let zones: ZoneResolver
  let beyond: any Resolver

  func answers(to questions: [DNSQuestion]) async -> [DNSAnswer] {
    let answers = questions.map(zones.answer)
    // What the zones refuse lies outside; an alias of theirs may have led there.
    let outside = answers.indices.filter { answers[$0].failure == .refused }
    return await answers.ledOn(at: outside, by: beyond.answers)
  }
}
