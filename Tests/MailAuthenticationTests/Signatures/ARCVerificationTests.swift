import AuditTesting
import MailAuthentication
import MailMessage
import Testing

/// What becomes of ARC sets.
@Suite struct ARCVerificationTests {
  private static func verify(_ octets: [UInt8], _ signer: MessageSigner) async throws -> ARCResult {
    try await MessageSignatures.verify(Message(octets), using: World(signer.zoneText), at: SignedMessage.time).arc
  }

  private static func sealed(_ count: Int, _ signer: MessageSigner) throws -> [UInt8] {
    var octets = Array(SignedMessage.plain.utf8)
    for number in 0..<count { octets = try signer.addSet(to: octets, results: "mx\(number).example; spf=pass") }
    return octets
  }

  @Test(arguments: [0, 1, 2, 3, 50]) func chainsValidate(count: Int) async throws {
    let signer = try MessageSigner("sealer.example")
    let found = try await Self.verify(Self.sealed(count, signer), signer)
    #expect(found.result == (count == 0 ? .none : .pass) && found.reasons.isEmpty)
    #expect(found.oldestPass == (count == 0 ? nil : 0) && found.chain.sets.count == count)
  }

  @Test func theFiftyFirstIsTooMuch() async throws {
    let signer = try MessageSigner("sealer.example")
    let found = try await Self.verify(Self.sealed(51, signer), signer)
    #expect(found.result == .fail)
  }

  @Test func changesBetweenSetsShow() async throws {
    let signer = try MessageSigner("sealer.example")
    var text = String(decoding: try Self.sealed(1, signer), as: UTF8.self)
    text = text.replacing("Hello", with: "Good morning")
    let again = try signer.addSet(to: Array(text.utf8), results: "list.example; arc=pass")
    let found = try await Self.verify(again, signer)
    #expect(found.result == .pass && found.oldestPass == 2)
    #expect(found.messageSignatures.map(\.result) == [.fail, .pass])
    let broken = try await Self.verify(
      Array(String(decoding: again, as: UTF8.self).replacing("Good", with: "Bad").utf8), signer)
    #expect(broken.reasons == [.messageSignature(instance: 2, .bodyHashDiffers)])
  }

  static let faults: [(old: String, new: String, reason: String)] = [
    ("cv=none", "cv=pass", "the seal of set 1 says cv=pass, it has to be none"),
    ("cv=none", "cv=fail", "the seal of set 1 says that the chain was broken before it"),
    ("ARC-Seal: i=1", "ARC-Seal: i=x", "a field ARC-Seal without a number from 1 to 50"),
    ("ARC-Seal: i=1", "ARC-Seal: i=2", "set 1 has no ARC-Seal"),
    ("ARC-Seal: i=1", "X-Seal: i=1", "set 1 has no ARC-Seal"),
    ("ARC-Message-Signature: i=1", "X: i=1", "set 1 has no ARC-Message-Signature"),
    ("ARC-Authentication-Results: i=1;", "X: i=1;", "set 1 has no ARC-Authentication-Results"),
    (
      "Results: i=1; mx0", "Results: i=1; mx9",
      "the ARC-Seal of set 1 does not verify: the signature does not fit the header fields"
    ),
    ("cv=none", "h=from; cv=none", "the ARC-Seal of set 1 does not verify: a seal has no h=")
  ]

  @Test(arguments: faults) func brokenChainsFail(old: String, new: String, reason: String) async throws {
    let signer = try MessageSigner("sealer.example")
    let text = String(decoding: try Self.sealed(1, signer), as: UTF8.self).replacing(old, with: new)
    let found = try await Self.verify(Array(text.utf8), signer)
    #expect(found.result == .fail && found.reasons.first?.description == reason)
  }
}
