import AuditTesting
import DNS
import MailAuthentication
import MailMessage
import OpenSSLKit
import Testing

/// What becomes of signatures.
@Suite struct DKIMVerificationTests {
  @Test(
    arguments: ["simple", "relaxed", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"], [false, true])
  func signaturesVerify(canonicalization: String, isEd25519: Bool) async throws {
    var signer = try MessageSigner("example.com", key: isEd25519 ? SignedMessage.ed25519() : SignedMessage.shortKey())
    signer.canonicalization = canonicalization
    signer.names += ["From", "Subject", "X-Absent"]
    let signed = try signer.sign(SignedMessage.plain)
    // As the message was sent, and as Unix stores it.
    for text in [signed, signed.replacing("\r\n", with: "\n")] {
      let result = try #require(try await SignedMessage.verify(text, signer.zoneText))
      #expect(result.result == .pass && result.reasons.isEmpty && result.isIntact)
    }
  }

  /// What was done to the message, and what stays.
  static let changes: [(old: String, new: String, body: Bool, header: Bool)] = [
    ("invoice is", "invoice was", false, true), ("Subject: Inv", "Subject: Unv", true, false),
    ("Hello  Bob", "Hello Bob", true, true), ("Subject: Invoice", "SUBJECT:  Invoice", true, true),
    ("attached. ", "attached.", true, true), ("Anna\r\n", "Anna\r\n\r\n\r\n", true, true),
    ("Date: ", "Date: x\r\nDate: ", true, true), ("\r\n\r\nHello", "\r\nDate: x\r\n\r\nHello", true, false)
  ]

  @Test(arguments: changes) func changesShow(old: String, new: String, body: Bool, header: Bool) async throws {
    let signer = try MessageSigner()
    let text = try signer.sign(SignedMessage.plain).replacing(old, with: new, maxReplacements: 1)
    let result = try #require(try await SignedMessage.verify(text, signer.zoneText))
    if case .matches = result.bodyHash { #expect(body) } else { #expect(!body) }
    #expect((result.headerSignature == .verifies) == header)
    #expect(result.result == (body && header ? .pass : .fail))
    let reasons: [DKIMReason] = (body ? [] : [.bodyHashDiffers]) + (header ? [] : [.signatureDiffers])
    #expect(result.reasons == reasons)
  }

  /// What stands at the name of the key, and the result.
  static let keys: [(change: @Sendable (String) -> String, result: DKIMResult, reason: DKIMReason, isIntact: Bool)] = [
    ({ _ in "" }, .permerror, .keyMissing(.nameError), false),
    (
      { _ in "s._domainkey.example.com. TXT SERVFAIL" }, .temperror,
      .keyUnavailable(.serverFailure(extendedError: nil)), false
    ),
    ({ _ in "s._domainkey.example.com. TXT \"v=DKIM1; p=\"" }, .permerror, .keyRevoked, false),
    ({ _ in "s._domainkey.example.com. TXT \"hello\"" }, .permerror, .keyMissing(.noKeyAmongTexts), false),
    ({ _ in "s._domainkey.example.com. A 192.0.2.1" }, .permerror, .keyMissing(.noData), false),
    ({ $0.replacing("k=rsa", with: "k=rsa; h=sha1") }, .permerror, .hashNotAllowed("sha256"), true),
    ({ $0.replacing("k=rsa", with: "k=rsa; s=tlsrpt") }, .permerror, .keyNotForEmail, true),
    ({ $0.replacing("k=rsa", with: "k=rsa; t=s") }, .permerror, .subdomainForbidden, true),
    (
      { _ in "s._domainkey.example.com. TXT \"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"" },
      .permerror, .keyTypeDiffers("ed25519"), false
    )
  ]

  @Test(arguments: keys.indices) func keysCount(number: Int) async throws {
    let expected = Self.keys[number]
    var signer = try MessageSigner()
    signer.tags = "i=@mail.example.com"
    let result = try #require(
      try await SignedMessage.verify(signer.sign(SignedMessage.plain), expected.change(signer.zoneText)))
    #expect(result.result == expected.result && result.reasons == [expected.reason])
    #expect(result.isIntact == expected.isIntact)
    if case .matches = result.bodyHash {} else { Issue.record("the body is judged without a key") }
  }

  @Test func whatMustNotBeTakenIsToldApart() async throws {
    var old = try MessageSigner()
    old.digest = .sha1
    let sha1 = try #require(try await SignedMessage.verify(old.sign(SignedMessage.plain), old.zoneText))
    #expect(sha1.result == .fail && sha1.reasons == [.sha1] && sha1.isIntact)
    let small = MessageSigner("example.com", key: try SigningKey(rsaBits: 768))
    let short = try #require(try await SignedMessage.verify(small.sign(SignedMessage.plain), small.zoneText))
    #expect(short.result == .policy && short.reasons == [.keyTooShort(bits: 768)] && short.isIntact)
    #expect(short.keyBitCount == 768)
  }

  @Test func timesCount() async throws {
    var signer = try MessageSigner()
    signer.tags = "t=1700000000; x=1700000100"
    let text = try signer.sign(SignedMessage.plain)
    let before = try #require(try await SignedMessage.verify(text, signer.zoneText, at: 1_699_999_000))
    #expect(before.result == .pass && before.secondsUntilSigning == 1000 && before.lifetime == 100)
    let after = try #require(try await SignedMessage.verify(text, signer.zoneText, at: 1_700_000_160))
    #expect(after.result == .policy && after.reasons == [.expired(seconds: 60)] && after.isIntact)
  }

  @Test func lengthsLeaveTheRestToOthers() async throws {
    var signer = try MessageSigner()
    signer.length = 10
    let text = try signer.sign(SignedMessage.plain) + "more\r\n"
    let result = try #require(try await SignedMessage.verify(text, signer.zoneText))
    #expect(result.result == .pass)
    let coverage = try #require(result.bodyCoverage)
    #expect(coverage.length == 10 && coverage.unsignedOctets == coverage.canonicalOctets - 10)
    signer.length = 1000
    let beyond = try #require(
      try await SignedMessage.verify(
        signer.sign(SignedMessage.plain).replacing("l=1000", with: "l=1000"), signer.zoneText))
    #expect(beyond.result == .permerror)
  }

  @Test func coverageNamesWhatIsSigned() async throws {
    var signer = try MessageSigner()
    signer.names = ["from", "from", "subject", "date"]
    let text = "Subject: copy\r\n" + (try signer.sign(SignedMessage.plain))
    let result = try #require(try await SignedMessage.verify(text, signer.zoneText))
    let coverage = result.headerCoverage
    #expect(result.result == .pass && coverage.overSigned == ["From"] && coverage.signed.count == 3)
    #expect(coverage.unsignedCopies.map { result.message.text(of: $0) } == ["copy"])
    let important = coverage.unsignedImportant(in: result.message).map { result.message.name(of: $0) }
    #expect(important == ["To", "Message-ID"])
  }

  @Test func severalSignaturesAreJudgedApart() async throws {
    let (rsa, ed25519) = (
      try MessageSigner(), MessageSigner("example.com", selector: "e", key: try SignedMessage.ed25519())
    )
    let text = try ed25519.sign(rsa.sign(SignedMessage.plain)).replacing("Message-ID: <1", with: "Message-ID: <2")
    let message = Message(Array(text.utf8))
    let world = World(rsa.zoneText + "e._domainkey.example.com. TXT TIMEOUT\n")
    let results = try await DKIMVerifier.verify(message, using: world, at: SignedMessage.time)
    #expect(results.map(\.result) == [.temperror, .fail])
  }

  @Test func atMostFiftyAreJudged() async throws {
    let text = String(repeating: "DKIM-Signature: v=1\r\n", count: 60) + SignedMessage.plain
    let found = try await MessageSignatures.verify(Message(Array(text.utf8)), using: World(""), at: 0)
    #expect(found.dkim.count == 50 && found.skipped == 10)
    #expect(found.dkim.allSatisfy { $0.result == .permerror && $0.bodyHash == .notComputed })
  }

  /// The medium fails while the body is read: that is no verdict.
  @Test func unreadableBodiesThrow() async throws {
    let signer = try MessageSigner()
    let octets = try signer.sign(Array(SignedMessage.plain.utf8))
    let end = Message(octets).body.lowerBound
    let source = MessageOctets(count: octets.count) { (range: Range<Int>) throws(MessageReadError) in
      if range.upperBound > end, range.lowerBound >= end { throw MessageReadError("gone") }
      return Array(octets[range.lowerBound..<min(range.upperBound, end)])
    }
    let message = try Message(reading: source)
    await #expect(throws: MessageReadError.self) {
      try await DKIMVerifier.verify(message, using: World(signer.zoneText), at: SignedMessage.time)
    }
  }
}
