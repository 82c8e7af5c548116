public import DNS

extension SubmissionDirectory {
  /// The octets of a greeting that are looked at: a reply line may have 512 (RFC 5321 §4.5.3.1.5).
  static let greetingOctets = 512

  /// The providers that greet like this, the closest first: by the words of the greeting, otherwise by the host name at
  /// its start (RFC 5321 §4.2). The reply code may stand in front.
  public static func providers(ofGreeting greeting: String) -> [GreetedProvider] {
    var line = Array(
      greeting.utf8.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }.prefix(greetingOctets))
    if line.count > 4, line.prefix(3).elementsEqual("220".utf8),
      [UInt8(ascii: " "), UInt8(ascii: "-")].contains(line[3])
    {
      line.removeFirst(4)
    }
    let lowered = line.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    let byWords = byWords(lowered)
    return byWords.isEmpty ? byHost(line) : byWords
  }

  private static func byWords(_ greeting: [UInt8]) -> [GreetedProvider] {
    var found: [(provider: GreetedProvider, closeness: Int)] = []
    for facts in all {
      let fitting = facts.greetings.filter { $0.matches(greeting) }
      guard let best = fitting.max(by: { $0.closeness < $1.closeness }) else { continue }
      found.append((GreetedProvider(provider: facts, sign: .words(best)), best.closeness))
    }
    return found.sorted { $0.closeness > $1.closeness }.map(\.provider)
  }

  private static func byHost(_ greeting: [UInt8]) -> [GreetedProvider] {
    let first = greeting.prefix { $0 != UInt8(ascii: " ") }
    guard first.contains(UInt8(ascii: ".")), let name = DomainName(String(decoding: first, as: UTF8.self)) else {
      return []
    }
    return services(ofHost: name).map { GreetedProvider(provider: $0.provider, sign: .host(name)) }
  }
}

/// A provider, and the part of a greeting that it was recognised by.
public struct GreetedProvider: Sendable, Hashable {
  /// The provider.
  public let provider: SubmissionFacts
  /// What it was recognised by. Both are hints only: a server may greet as it likes.
  public let sign: Sign

  /// What a provider is recognised by.
  public enum Sign: Sendable, Hashable {
    /// Its way to greet.
    case words(GreetingPattern)
    /// The name at the start.
    case host(DomainName)
  }
}
