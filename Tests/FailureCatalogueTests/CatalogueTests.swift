import Testing

@testable import FailureCatalogue

@Suite struct CatalogueTests {
  static let catalogue = FailureCatalogue.shipped

  @Test func everyPatternIsOne() {
    for (entry, program) in zip(Self.catalogue.entries, Self.catalogue.programs) {
      #expect(program != nil, "\(entry.id)")
    }
  }

  @Test func identifiersAreUsedOnce() {
    let identifiers = Self.catalogue.entries.map(\.id)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(identifiers.count >= 480)
  }

  @Test func everyEntryTellsWhatItMeans() {
    for entry in Self.catalogue.entries {
      #expect(!entry.meaning.isEmpty || !entry.cause.meaning.isEmpty, "\(entry.id)")
    }
  }

  /// Texts that carry others, remarks and common phrases are told only where nothing better matches; all others are told
  /// first, when the server that writes them is known.
  @Test func everyExampleMeetsItsOwnEntry() {
    for entry in Self.catalogue.entries {
      let ids = Self.identifiers(of: entry)
      // Where a text or an earlier phrase tells the cause, later phrases are not tried.
      if entry.inFailures {
        #expect(!ids.isEmpty, "\(entry.id)")
        continue
      }
      #expect(ids.contains(entry.id), "\(entry.id): \(ids)")
      guard !entry.isWrapper, entry.cause != .remark else { continue }
      #expect(ids.first == entry.id, "\(entry.id): \(ids)")
    }
  }

  private static func identifiers(of entry: FailureEntry) -> [String] {
    let host = FailureEmitter.domains(of: entry.emitter)?.first.map { $0.hasPrefix("smtp") ? $0 : "mx." + $0 }
    let failure = Failure(text: entry.example, stage: entry.stage, host: host)
    var steps = 0
    return catalogue.hits(in: FailureStatement(failure), steps: &steps).map(\.entry.id)
  }

  /// The same code means different things at different services.
  @Test(arguments: [
    (
      "gmail-smtp-in.l.google.com", "550-5.7.30 This message was blocked because it didn't pass DKIM.",
      FailureCause.dkimFail
    ),
    (
      "smtp.office365.com", "550 5.7.30 Basic authentication is not supported for Client Submission.",
      .basicAuthDisabled
    ),
    ("mx.example.net", "550 5.7.30 blocked", .poorReputation),
    ("mx3.qq.com", "550 Connection denied", .poorReputation),
    ("gmail-smtp-in.l.google.com", "550-5.2.1 The email account is inactive.", .mailboxDisabled)
  ])
  func theServerDecides(host: String, text: String, cause: FailureCause) {
    #expect(Self.catalogue.explain(Failure(text: text, host: host)).cause == cause)
  }

  @Test func aReplyOfAProbeIsExplained() {
    let reply = Failure(
      text: "5.7.1 <a@example.net>: Relay access denied", code: 554, enhanced: EnhancedStatusCode(5, 7, 1),
      stage: .rcpt,
      host: "mail.example.org")
    let explanation = Self.catalogue.explain(reply)
    #expect(explanation.entry?.id == "pf-relay")
    #expect(explanation.cause == .relayDenied)
    #expect(explanation.stage == .rcpt)
    #expect(explanation.mayPass == false)
    #expect(!explanation.advice.isEmpty)
  }

  /// What is not known is said to be unknown, with what the codes tell (RFC 5321 §4.2.1, RFC 3463 §3).
  @Test(arguments: [
    ("451 4.3.9 zork", true, "451 is a temporary failure"), ("577 zork blarg", false, "577 is a lasting failure"),
    ("599 zork", false, "599 is a lasting failure")
  ])
  func unknownTextsAreUnknown(text: String, mayPass: Bool, words: String) {
    let explanation = Self.catalogue.explain(Failure(text: text))
    #expect(explanation.entry == nil, "\(explanation.entry?.id ?? "")")
    #expect(explanation.certainty == .none)
    #expect(explanation.mayPass == mayPass)
    #expect(explanation.meaning.joined(separator: " ").contains(words))
    #expect(explanation.meaning.first == "No entry of the catalogue matches this text.")
  }
}
