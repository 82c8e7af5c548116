import MailMessage
import Testing

/// Reads every message of the corpora: in pieces of any size with the same result, and every octet accounted for.
@Suite struct MessageCorporaTests {
  @Test(
    ConformanceSuites.available("the eml corpora, whole and in pieces", cases: 483), arguments: MessageCorpus.all)
  func pieces(name: String, count: Int) throws {
    let cases = try MessageCorpus.read(name).cases
    #expect(cases.count == count)
    for test in cases {
      let octets = try MessageCorpus.octets(name, test)
      let whole = try Self.read(octets, piece: 64 << 10)
      for size in [1, 7] {
        let pieces = try Self.read(octets, piece: size)
        #expect(pieces.reading == whole.reading, "\(name)/\(test.file) in pieces of \(size)")
      }
      #expect(PrintedMessage.octets(whole.message, whole.body) == octets, "\(name)/\(test.file) is not printed back")
    }
  }

  @Test(ConformanceSuites.available("the eml corpora, structure", cases: 483), arguments: MessageCorpus.all)
  func structure(name: String, count: Int) throws {
    var differences: [String: String] = [:]
    for test in try MessageCorpus.read(name).cases {
      guard let expected = test.reference.structure else { continue }
      let found = Structure(try Self.read(try MessageCorpus.octets(name, test), piece: 64 << 10).body)
      if found != expected { differences[test.file] = "\(found), CPython: \(expected)" }
    }
    let known = StructureDifferences.all[name] ?? [:]
    for (file, difference) in differences.sorted(by: { $0.key < $1.key }) where known[file] == nil {
      Issue.record("\(name)/\(file): \(difference)")
    }
    for file in known.keys where differences[file] == nil { Issue.record("\(name)/\(file) no longer differs") }
  }

  private static func read(_ octets: [UInt8], piece: Int) throws -> (
    message: Message, body: MessageBody, reading: String
  ) {
    let source = MessageOctets(count: octets.count) { range in Array(octets[range.prefix(piece)]) }
    let message = try Message(reading: source)
    let body = try BodyScan.body(of: message)
    return (message, body, String(describing: body) + String(describing: message.fields))
  }
}
