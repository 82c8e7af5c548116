import Checks
import DNS
import LDNSKit

/// Answers as the authoritative servers of an example do.
struct StagedAuthorities: AuthorityClient {
  let servers: [IPAddress: StagedAuthority]

  func replies(from addresses: [IPAddress], to questions: [DNSQuestion]) async -> [[AuthorityReply]] {
    addresses.map { address in
      questions.map { AuthorityReply(server: address, question: $0, content: content(address, $0)) }
    }
  }

  private func content(_ address: IPAddress, _ question: DNSQuestion) -> AuthorityReply.Content {
    switch servers[address] {
    case nil: return .failure(.timeout)
    case .lame: return .lame("it answers REFUSED")
    case .serving(let text):
      let zone = ZoneText.parse(Array((ExampleRun.prefix + text + "\n").utf8), file: "server", origin: nil).zone
      let answer = ZoneResolver([zone], uncovered: .nameError).answer(to: question)
      switch answer.outcome {
      case .failure(let failure): return .failure(failure)
      default: return .answer(answer.outcome, aliases: answer.aliases)
      }
    }
  }
}
