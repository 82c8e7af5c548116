import DNS
import Testing

@testable import Providers

/// The directory as a whole: it is read without loss, and finds every provider by its own names.
@Suite struct SubmissionDirectoryTests {
  static let all = SubmissionDirectory.all

  /// Names for the parts in angle brackets, where another sample than `x1` is needed to fit the pattern.
  static let samples = [
    "<region>": "eu-west-1", "<tld>": "eu", "<userserver>": "w0123abc", "<domain-with-dashes>": "example-org"
  ]

  @Test func everyLineIsRead() {
    let reader = SubmissionFactsReader(SubmissionDirectory.shipped)
    #expect(reader.leftOut == 0)
    #expect(reader.providers.count == 168)
    #expect(Set(reader.providers.map(\.id)).count == 168)
    #expect(reader.providers.count { !$0.hosts.isEmpty } == 155)
    #expect(reader.providers.reduce(0) { $0 + $1.hosts.count } == 211)
  }

  @Test(arguments: [
    "X|a|b", "P|a", "O|587|starttls|d0", "P|a|b|c\nO|587|starttls|d0", "P|a|b|c\nH|h||||submission|",
    "S|s\nP|a|b|c\nH|h|||current|submission|\nO|x|starttls|d0",
    "S|s\nP|a|b|c\nH|h|||current|submission|\nO|587|tls|d0", "S|s\nP|a|b|c\nK|api-key||d1", "S|s\nP|a|b|c\nK|k||z0",
    "S|s\nP|a|b|c\nL|many|messages|day|||d0", "|", "K", "S|s\nK|api-key||d0"
  ])
  func linesThatDoNotFitAreLeftOut(text: String) {
    #expect(SubmissionFactsReader(text).leftOut == 1)
  }

  @Test(arguments: all.filter { !$0.hosts.isEmpty }.map(\.id))
  func resolvesByItsOwnHosts(id: String) throws {
    let facts = try #require(SubmissionDirectory.facts(ofProvider: id))
    for host in facts.hosts where !host.patterns.isEmpty {
      let name = try #require(DomainName(Self.sample(host.name)), "\(host.name)")
      let found = SubmissionDirectory.services(ofHost: name)
      #expect(found.contains { $0.provider.id == id && $0.host == host }, "\(name)")
      let upper = try #require(DomainName(Self.sample(host.name).uppercased()))
      #expect(SubmissionDirectory.services(ofHost: upper) == found)
    }
  }

  /// A text with something in each part in angle brackets.
  static func sample(_ text: String) -> String {
    samples.reduce(text) { $0.replacing($1.key, with: $1.value) }.replacing(/<[^>]*>/, with: "1")
  }

  @Test(arguments: all.map(\.id))
  func resolvesByNameAndMailbox(id: String) throws {
    let facts = try #require(SubmissionDirectory.facts(ofProvider: id))
    #expect(SubmissionDirectory.providers(named: id.uppercased()) == [facts])
    #expect(SubmissionDirectory.providers(named: facts.name).contains(facts))
    for alias in facts.aliases { #expect(!SubmissionDirectory.providers(named: alias).isEmpty, "\(alias)") }
    for domain in facts.mailboxDomains {
      let name = try #require(DomainName(domain))
      #expect(SubmissionDirectory.providers(ofMailboxDomain: name).contains(facts), "\(domain)")
    }
  }

  @Test func factsAreWhole() {
    for facts in Self.all {
      for host in facts.hosts {
        #expect(!host.ports.isEmpty, "\(host.name)")
        for port in host.ports { #expect((1...65535).contains(port.number)) }
      }
      for basis in facts.hosts.flatMap(\.ports).map(\.basis) {
        #expect(basis.source.isEmpty == (basis.confidence == .remembered) || basis.confidence == .remembered)
      }
    }
  }

  /// Every kind of fact has words of its own.
  @Test func everyFactHasWords() {
    for facts in Self.all {
      if let secret = facts.secret { #expect(!secret.words.isEmpty && !secret.words.contains("-or-")) }
      if let rule = facts.senderRule { #expect(!rule.words.contains("-or-") && rule.words != rule.rule) }
      if let name = facts.userName { #expect(!name.words.contains("-or-")) }
    }
  }

  /// What every provider publishes is also in the table that recognises it in DNS.
  @Test func bothTablesKnowTheSameProviders() {
    for provider in ProviderDirectory.all { #expect(provider.submission?.name == provider.name, "\(provider.id)") }
  }
}
