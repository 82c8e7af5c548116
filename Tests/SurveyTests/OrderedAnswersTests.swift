import DNS
import Testing

@testable import Survey

/// The order of the answers of a survey.
struct OrderedAnswersTests {
  @Test(arguments: [
    ["example.org", "_dmarc.example.org", "mail.example.org", "example.com", "example.net", "org", "zzz.test"],
    [
      "selector-with-a-long-name-1._domainkey.example.org", "selector-with-a-long-name-2._domainkey.example.org",
      "selector-with-a-long-name._domainkey.example.org", "_domainkey.example.org", "example.org"
    ],
    [
      "a.example.org", "\\000.example.org", "b.\\000.example.org", "\\001.example.org", "a\\000.example.org",
      "example.org", "org"
    ],
    ["example.com", "zzz.test"], []
  ])
  func standLikeTheirQuestions(names: [DomainName]) {
    let questions = names.flatMap { [DNSQuestion($0, .txt), DNSQuestion($0, .mx)] }
    let answers = questions.shuffled().map { DNSAnswer(question: $0, outcome: .noData) }
    let ordered = OrderedAnswers(answers, around: "example.org")
    #expect(ordered.all.map(\.question) == questions.sorted())
    let own = ordered.all[ordered.own].map(\.question)
    #expect(own == questions.filter { $0.name.isEqual(toOrBelow: "example.org") }.sorted())
  }
}
