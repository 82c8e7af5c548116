import MailAuthentication
import MailMessage
import Testing

/// A row of `signatures.txt`.
struct SignedMessage: Sendable, CustomTestStringConvertible {
  let name: String
  let signer: String
  let result: String

  var testDescription: String { name }

  static let all = MessageLab.rows("signatures.txt").compactMap { columns in
    columns.count == 4 ? SignedMessage(name: columns[0], signer: columns[2], result: columns[3]) : nil
  }
}

/// Messages that opendkim and dkimpy signed.
@Suite(MessageLab.isRunning, MessageLab.takesTurns) struct SignedMessageTests {
  @Test(arguments: SignedMessage.all)
  func verifies(row: SignedMessage) async throws {
    let message = try await MessageLab.message(row.name, in: "signed")
    let signatures = try await MessageSignatures.verify(
      message, using: try #require(Lab.resolver), at: MessageLab.now)
    #expect(signatures.dkim.map(\.result.rawValue) == [row.result], "\(signatures.dkim.flatMap(\.reasons))")
    #expect(signatures.dkim.map(\.isIntact) == [true])
    let isSealed = row.signer.hasPrefix("arc")
    #expect(signatures.arc.result == (isSealed ? .pass : .none), "\(signatures.arc.reasons)")
    #expect(signatures.arc.seals.count == (isSealed ? 1 : 0))
  }

  @Test func manyKinds() {
    #expect(SignedMessage.all.count >= 16)
  }
}
