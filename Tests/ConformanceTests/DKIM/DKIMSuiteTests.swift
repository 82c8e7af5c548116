import MailAuthentication
import MailMessage
import Testing

/// The suites of signed messages: every verdict.
@Suite struct DKIMSuiteTests {
  static let suites: [(folder: String, file: String, cases: Int)] = [
    ("dkim-exim", "cases.json", 30), ("dkim-mail-auth", "cases.json", 6), ("dkim-mailauth-js", "cases.json", 1),
    ("dkim-spamassassin", "cases.json", 14), ("dkim-verifier", "cases.json", 40), ("rfc-examples", "dkim.json", 2)
  ]

  /// When the messages without a time of their own are judged: none of their `x=` has passed.
  static let time: Int64 = 1_400_000_000

  /// Messages that were signed as they are not any more.
  static let changed: Set<String> = [
    // A line "\\r hack" stands below the header fields. It is none (RFC 5322 §2.2), so the body begins with it.
    "dkim-exim/4502-05"
  ]

  @Test(ConformanceSuites.available("DKIM", cases: suites.map(\.cases).reduce(0, +)), arguments: suites)
  func verdicts(folder: String, file: String, cases: Int) async throws {
    let suite = try MessageSuite.read(folder, file: file)
    var right = 0
    for item in suite.cases {
      let message = try MessageSuite.message(folder, item)
      let found = try await MessageSignatures.verify(
        message, using: suite.resolver(item), at: item.time ?? Self.time)
      let reasons = found.dkim.map { "\($0.result.rawValue): \($0.reasons.map(\.description))" }
      #expect(item.words.contains(found.word), "\(folder)/\(item.id): \(reasons)")
      if let signatures = item.signatures { #expect(found.dkim.map(\.result.rawValue) == signatures, "\(item.id)") }
      if let arc = item.arc { #expect(found.arc.result.rawValue == arc, "\(item.id): \(found.arc.reasons)") }
      right += 1
    }
    #expect(right == cases)
  }

  /// What RFC 8301 forbids is told apart from what was changed: the same cases by the verdict of RFC 6376 alone.
  @Test(ConformanceSuites.available("DKIM, RFC 6376 alone", cases: 93), arguments: suites)
  func intactness(folder: String, file: String, cases: Int) async throws {
    let suite = try MessageSuite.read(folder, file: file)
    for item in suite.cases where item.expect.all == ["pass"] && !Self.changed.contains("\(folder)/\(item.id)") {
      let message = try MessageSuite.message(folder, item)
      let found = try await DKIMVerifier.verify(message, using: suite.resolver(item), at: item.time ?? Self.time)
      #expect(found.contains { $0.isIntact }, "\(folder)/\(item.id)")
    }
  }

  /// A file read in small pieces gives what the whole gives.
  @Test(ConformanceSuites.available("DKIM in pieces", cases: 93), arguments: suites, [1, 7, 64])
  func pieces(of suite: (folder: String, file: String, cases: Int), size: Int) async throws {
    let folder = suite.folder
    let cases = try MessageSuite.read(folder, file: suite.file)
    for item in cases.cases.prefix(10) {
      let octets = try ConformanceSuites.text("\(folder)/\(item.file)")
      let source = MessageOctets(count: octets.count) { Array(octets[$0.prefix(size)]) }
      let (whole, pieces) = (Message(octets), try Message(reading: source))
      let resolver = try cases.resolver(item)
      let expected = try await DKIMVerifier.verify(whole, using: resolver, at: Self.time)
      let found = try await DKIMVerifier.verify(pieces, using: resolver, at: Self.time)
      #expect(found.map(\.result) == expected.map(\.result) && found.map(\.bodyHash) == expected.map(\.bodyHash))
    }
  }
}
