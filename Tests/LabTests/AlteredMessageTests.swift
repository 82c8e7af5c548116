import MailAuthentication
import MailMessage
import Testing

/// A row of `alterations.txt`.
struct AlteredMessage: Sendable, CustomTestStringConvertible {
  let name: String
  let tool: String
  let header: String
  let body: String

  var testDescription: String { name }

  static let all = MessageLab.rows("alterations.txt").compactMap { columns in
    columns.count == 6
      ? AlteredMessage(
        name: columns[0], tool: String(columns[3].prefix { $0 != " " }), header: columns[4], body: columns[5]) : nil
  }

  /// The kinds of changes that the rows name.
  static var kinds: Set<String> {
    Set(all.flatMap { ($0.header + " " + $0.body).split(separator: " ").map(String.init) }).subtracting(["=", "-", "?"])
  }
}

/// Messages that Postfix, Mailman, alterMIME and others changed after they were signed.
@Suite(MessageLab.isRunning, MessageLab.takesTurns) struct AlteredMessageTests {
  @Test(arguments: AlteredMessage.all)
  func named(row: AlteredMessage) async throws {
    let resolver = try #require(Lab.resolver)
    let signed = try await MessageLab.message(row.name + ".signed", in: "altered")
    let before = try await DKIMVerifier.verify(signed, using: resolver, at: MessageLab.now)
    #expect(before.map(\.result) == [.pass], "\(before.flatMap(\.reasons))")
    let altered = try await MessageLab.message(row.name, in: "altered")
    let results = try await DKIMVerifier.verify(altered, using: resolver, at: MessageLab.now)
    let result = try #require(results.first)
    #expect((result.result == .pass) == (row.header == "=" && row.body == "="), "\(result.reasons)")
    let diagnosis = try DKIMDiagnosis.find(result)
    let details = (diagnosis.header.alterations + diagnosis.body.alterations).map(\.detail)
    #expect(Self.words(diagnosis.header) == row.header, "\(details)")
    #expect(Self.words(diagnosis.body) == row.body, "\(details)")
  }

  /// A finding as the table writes it.
  private static func words(_ finding: DKIMAlterationFinding) -> String {
    switch finding {
    case .unchanged: "="
    case .notIdentified: "-"
    case .notTried: "?"
    case .identified(let alterations): alterations.map(\.kind.rawValue).joined(separator: " ")
    }
  }

  @Test func manyKindsByManyTools() {
    #expect(AlteredMessage.kinds.count >= 12)
    #expect(Set(AlteredMessage.all.map(\.tool)).count >= 6)
    #expect(AlteredMessage.all.count { $0.header == "-" || $0.body == "-" } >= 5)
    #expect(Set(AlteredMessage.all.map(\.name)).count == AlteredMessage.all.count)
  }
}
