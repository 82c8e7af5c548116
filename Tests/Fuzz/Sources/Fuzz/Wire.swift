import DNS
import LDNSKit

extension FuzzTarget {
  /// Messages of DNS as octets.
  static let wire = [
    FuzzTarget(name: "dns-message") { input in
      matchQuestion(input)
      guard let message = try? DNSMessage(decoding: input) else { return }
      promise(message.octetCount == input.count, "the octets of a message are counted")
      for record in message.answer + message.authority { checkRecord(record) }
      compare(message, input)
      for question in [message.question, DNSQuestion("www.example.com", .txt)].compactMap({ $0 }) {
        read(message, answering: question)
      }
    }
  ]

  /// What is read without libldns, when the question is known, is what libldns reads.
  private static func compare(_ message: DNSMessage, _ input: [UInt8]) {
    guard let name = message.question?.name else { return }
    let again = try? DNSMessage(decoding: input.span, asked: name)
    promise(
      again?.answer == message.answer
        && (again?.denialTTL != nil ? message.authority.count == 1 : again?.authority == message.authority)
        && again?.negativeTTL(for: name) == message.negativeTTL(for: name)
        && again?.responseCode == message.responseCode && again?.extendedError == message.extendedError,
      "both decoders read the same")
  }

  private static func checkRecord(_ record: DNSRecord) {
    promise(DomainName(record.owner.description) == record.owner, "an owner is read back as it was written")
    promise(!record.description.isEmpty, "a record has a text")
    if case .txt(let strings) = record.data {
      promise(strings.strings.allSatisfy { $0.count <= 255 }, "a character-string has at most 255 octets")
      promise(strings.joined.count == strings.strings.reduce(0) { $0 + $1.count }, "strings are joined")
    }
  }

  /// The interpreter comes to an end however often it is given the same message.
  private static func read(_ message: DNSMessage, answering question: DNSQuestion) {
    var interpreter = AnswerInterpreter(question)
    for _ in 0..<40 {
      guard case .ask = interpreter.read(message) else { return }
    }
    promise(false, "a chain of aliases ends")
  }

  private static func matchQuestion(_ input: [UInt8]) {
    let query = DNSQueryEncoder().encode(DNSQuestion("www.example.com", .txt), id: 17, caseBits: 0x5555)
    if let header = DNSMessageHeader(input.span) { _ = query.match(input.span, header) }
  }
}
