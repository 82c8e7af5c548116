import DNS
import NIOCore

/// One generation of the cache: a table of numbers and a row of octets, so that nothing is allocated for an answer, and
/// all are forgotten at once.
struct CachedAnswers {
  /// What an answer is made of.
  enum Content {
    /// The messages of a chain of aliases, and the index of the server that sent the last.
    case messages([[UInt8]], server: Int)
    /// A failure.
    case failure(DNSAnswer)
  }

  /// How many answers were kept, those that were replaced included.
  private(set) var stores = 0
  /// About how many octets of memory all of them take.
  private(set) var weight = 0
  private var places: [Digest: Place] = [:]
  /// For each answer: the type and the name asked, the index of the server, the number of its messages, and the
  /// messages, each behind its size.
  private var octets: [UInt8] = []
  private var failures: [QuestionKey: (answer: DNSAnswer, expiry: NIODeadline)] = [:]

  /// What the messages say, of those that were asked for again.
  private var readings: [QuestionKey: DNSAnswer] = [:]

  private struct Place {
    let start: Int
    let expiry: NIODeadline
  }

  /// The digest of a question alone; whose it is stands in the octets.
  private struct Digest: Hashable {
    let value: UInt64

    func _rawHashValue(seed: Int) -> Int { Int(truncatingIfNeeded: value) ^ seed }
  }

  /// When the answer to a question is over; nil when there is none.
  func expiry(of key: QuestionKey) -> NIODeadline? {
    if let place = places[Digest(value: key.digest)] { return isAnswer(at: place.start, to: key) ? place.expiry : nil }
    return failures.isEmpty ? nil : failures[key]?.expiry
  }

  /// What the answer to a question is made of.
  subscript(key: QuestionKey) -> Content? {
    guard let place = places[Digest(value: key.digest)] else { return failures[key].map { .failure($0.answer) } }
    guard isAnswer(at: place.start, to: key) else { return nil }
    var position = place.start + 2 + key.question.name.wire.count
    let server = Int(number(&position))
    let count = number(&position)
    let messages = (0..<count).map { _ in
      let start = position + 2
      position = start + Int(number(&position))
      return Array(octets[start..<position])
    }
    return .messages(messages, server: server)
  }

  private func isAnswer(at start: Int, to key: QuestionKey) -> Bool {
    var position = start
    guard number(&position) == key.question.type.rawValue else { return false }
    // The root's octet ends a name, so none is the beginning of another.
    return octets[position...].starts(with: key.question.name.wire)
  }

  private func number(_ position: inout Int) -> UInt16 {
    defer { position += 2 }
    return UInt16(octets[position]) << 8 | UInt16(octets[position + 1])
  }
}

extension CachedAnswers {
  /// Keeps the messages of an answer: the last of them, and those before it.
  mutating func store(
    _ earlier: ArraySlice<[UInt8]>, _ last: Span<UInt8>, from server: Int, for key: QuestionKey,
    until expiry: NIODeadline
  ) {
    let start = octets.count
    stores += 1
    if !failures.isEmpty { failures[key] = nil }
    if !readings.isEmpty { readings[key] = nil }
    places[Digest(value: key.digest)] = Place(start: octets.count, expiry: expiry)
    append(key.question.type.rawValue)
    octets.append(contentsOf: key.question.name.wire)
    append(UInt16(truncatingIfNeeded: server))
    append(UInt16(truncatingIfNeeded: earlier.count + 1))
    for message in earlier { append(message.span) }
    append(last)
    weight += octets.count - start + Self.entryWeight
  }

  /// What the place of an answer in the tables takes; and how much larger the values are that are read out of messages.
  private static let (entryWeight, readingFactor) = (64, 8)

  /// What the messages of an answer say, if that was kept.
  func reading(of key: QuestionKey) -> DNSAnswer? { readings[key] }

  /// Keeps what the messages of an answer say, as long as them.
  mutating func keep(_ reading: DNSAnswer, for key: QuestionKey) {
    readings[key] = reading
    weight += Self.readingFactor * (reading.provenance.messageOctets + Self.entryWeight)
  }

  /// Keeps a failure.
  mutating func store(_ failure: DNSAnswer, for key: QuestionKey, until expiry: NIODeadline) {
    stores += 1
    places[Digest(value: key.digest)] = nil
    readings[key] = nil
    failures[key] = (failure, expiry)
    weight += Self.readingFactor * Self.entryWeight
  }

  /// Forgets all, and keeps the room for as many.
  mutating func removeAll() {
    (stores, weight) = (0, 0)
    places.removeAll(keepingCapacity: true)
    octets.removeAll(keepingCapacity: true)
    failures.removeAll()
    readings.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ number: UInt16) {
    octets.append(UInt8(truncatingIfNeeded: number >> 8))
    octets.append(UInt8(truncatingIfNeeded: number))
  }

  /// A message has at most 65,535 octets, by UDP and by TCP.
  private mutating func append(_ message: Span<UInt8>) {
    append(UInt16(truncatingIfNeeded: message.count))
    unsafe message.withUnsafeBufferPointer { unsafe octets.append(contentsOf: $0) }
  }
}
