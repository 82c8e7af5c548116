import DNS
import Foundation
import LDNSKit

/// A recording of dnsjava: the answers that one of its tests saw, and the time of the test.
struct Recording: SignedAnswerSource {
  /// Seconds since 1970.
  let time: Int
  /// The answers, in the order of the file.
  private(set) var messages: [RecordedMessage] = []
  /// Whether the recorded keys of the root are the trust anchor.
  var believesRecordedKeys = false

  init(_ text: String) throws {
    let lines = text.components(separatedBy: "\n")
    let date = lines.first.map { String($0.dropFirst("#Date: ".count)) } ?? ""
    guard let instant = ISO8601DateFormatter().date(from: date) else {
      throw SuiteError(description: "no date: \(date)")
    }
    time = Int(instant.timeIntervalSince1970)
    for part in lines.dropFirst().split(whereSeparator: { $0.hasPrefix("####") }) {
      if let message = try RecordedMessage(Array(part)) { put(message) }
    }
  }

  subscript(_ name: DomainName, _ type: DNSRecordType) -> RecordedMessage {
    get {
      let question = DNSQuestion(name, type)
      return messages.first { $0.question == question } ?? RecordedMessage(question)
    }
    set { put(newValue.renamed(DNSQuestion(name, type))) }
  }

  private mutating func put(_ message: RecordedMessage) {
    if let index = messages.firstIndex(where: { $0.question == message.question }) {
      messages[index] = message
    } else {
      messages.append(message)
    }
  }

  func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer] {
    questions.map { question in
      let message = messages.first { $0.question == question }
      return SignedAnswer(question, message.map { .success([$0.octets]) } ?? .failure(.timeout))
    }
  }
}

/// One answer of a recording, as dnsjava prints it.
struct RecordedMessage {
  /// A record with its data as octets.
  struct Record {
    var owner: DomainName
    var type: DNSRecordType
    var data: [UInt8]

    /// The type that a signature covers.
    var covered: DNSRecordType? {
      type == .rrsig && data.count > 2 ? DNSRecordType(rawValue: UInt16(data[0]) << 8 | UInt16(data[1])) : nil
    }
  }

  private(set) var question: DNSQuestion
  var code: UInt16 = 0
  var answer: [Record] = []
  var authority: [Record] = []

  init(_ question: DNSQuestion, code: UInt16 = 0, authority: [Record] = []) {
    (self.question, self.code, self.authority) = (question, code, authority)
  }

  /// Reads the lines of one message; nil when there is none.
  init?(_ lines: [String]) throws {
    var (question, section): (DNSQuestion?, Int) = (nil, 0)
    for line in lines {
      if line.contains("ANSWERS:") { section = 1 }
      if line.contains("AUTHORITY RECORDS:") { section = 2 }
      if line.contains("ADDITIONAL RECORDS:") { section = 3 }
      if line.contains("status: NXDOMAIN") { code = 3 }
      if line.contains(", type = ") { question = try Self.question(line) }
      guard !line.hasPrefix(";"), (1...2).contains(section), !line.allSatisfy(\.isWhitespace) else { continue }
      let record = try Self.record(line)
      if section == 1 { answer.append(record) } else { authority.append(record) }
    }
    guard let question else { return nil }
    self.question = question
  }

  private static func question(_ line: String) throws -> DNSQuestion {
    let words = line.split { " \t,".contains($0) }
    guard words.count > 4, let name = DomainName(String(words[1])), let type = DNSRecordType(String(words[4])) else {
      throw SuiteError(description: "no question: \(line)")
    }
    return DNSQuestion(name, type)
  }

  private static func record(_ line: String) throws -> Record {
    let words = line.split { " \t".contains($0) }
    if words.count == 11, words[3] == "SOA", let owner = DomainName(String(words[0])) {
      let names = words[4...5].compactMap { DomainName(String($0)) }.flatMap(\.wire)
      let numbers = words[6...].compactMap { UInt32($0) }.flatMap { number in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
      }
      return Record(owner: owner, type: .soa, data: names + numbers)
    }
    let result = ZoneText.parse(Array(line.utf8), origin: .root)
    guard let record = result.zone.records.first else {
      throw SuiteError(description: "\(result.faults): \(line)")
    }
    return Record(owner: record.owner, type: record.type, data: record.data.wire)
  }

  /// The same answer to another question.
  func renamed(_ question: DNSQuestion) -> RecordedMessage {
    var copy = self
    copy.question = question
    return copy
  }

  /// The octets of the message, with an OPT record.
  var octets: [UInt8] {
    var octets: [UInt8] = [0, 1] + Self.words(0x8180 | code)
    for count in [1, answer.count, authority.count, 1] { octets += Self.words(UInt16(count)) }
    octets += question.name.wire + Self.words(question.type.rawValue) + [0, 1]
    for record in answer + authority {
      octets += record.owner.wire + Self.words(record.type.rawValue) + [0, 1, 0, 0, 1, 44]
      octets += Self.words(UInt16(record.data.count)) + record.data
    }
    return octets + [0, 0, 41, 4, 208, 0, 0, 0x80, 0, 0, 0]
  }

  private static func words(_ number: UInt16) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }
}

extension RecordedMessage {
  /// Puts other octets in place of the signatures of a type.
  mutating func spoilSignatures(of type: DNSRecordType) {
    func spoiled(_ record: Record) -> Record {
      var copy = record
      if record.covered == type { copy.data = Array(record.data.prefix(record.data.count - 4)) + Array("asdf".utf8) }
      return copy
    }
    answer = answer.map(spoiled)
    authority = authority.map(spoiled)
  }

  /// Leaves out the records whose owner begins so.
  mutating func remove(_ beginnings: String...) {
    let isMeant = { (record: Record) in beginnings.contains { record.owner.description.hasPrefix($0) } }
    answer.removeAll(where: isMeant)
    authority.removeAll(where: isMeant)
  }

  /// Gives records another owner.
  mutating func rename(_ old: DomainName, _ new: DomainName) {
    func renamed(_ record: Record) -> Record {
      var copy = record
      if record.owner == old { copy.owner = new }
      return copy
    }
    answer = answer.map(renamed)
    authority = authority.map(renamed)
  }

  /// The NSEC record of an owner, and its signature.
  func nsec(_ owner: DomainName) -> [Record] {
    (answer + authority).filter { $0.owner == owner && ($0.type == .nsec || $0.covered == .nsec) }
  }
}

extension DNSRecordData {
  /// The octets on the wire.
  fileprivate var wire: [UInt8] {
    switch self {
    case .address(let address): address.octets
    case .ns(let name), .cname(let name), .dname(let name), .ptr(let name): name.wire
    case .mx(let preference, let exchange): [UInt8(preference >> 8), UInt8(preference & 255)] + exchange.wire
    case .txt(let strings): strings.strings.flatMap { [UInt8($0.count)] + $0 }
    case .soa(let soa): soa.primary.wire + soa.mailbox.wire
    case .other(_, let octets): octets
    }
  }
}
