extension CatchingSession {
  /// RFC 5321 §4.1.1.4.
  mutating func beginData(_ argument: ArraySlice<UInt8>) {
    if let refusal = contentRefusal { return answer(refusal) }
    // RFC 3030 §2: DATA and BDAT do not go together.
    guard !conduct.usedChunks else { return answer(.inTransaction) }
    guard argument.isEmpty else { return answer(.noArgument) }
    mode = .data
    say(.sendData)
  }

  private var contentRefusal: CatchingReply? {
    if greeting == nil { return .greetFirst }
    if reversePath == nil { return .mailFirst }
    return recipients.isEmpty ? .recipientFirst : nil
  }

  /// Passes on what came of the message; false when all of it was.
  mutating func readData() -> Bool {
    guard hasMore else { return false }
    var octets: [UInt8] = []
    let isComplete = decoder.decode(input, from: &position, into: &octets)
    forgetRead()
    store(octets)
    guard isComplete, case .data = mode else { return true }
    conduct.octets = decoder.counts
    complete()
    return true
  }

  /// RFC 3030 §2: so many octets follow, whatever they are. They are read also when they are refused.
  mutating func beginChunk(_ size: Int?, _ isLast: Bool) {
    guard let size else { return answer(.badArgument) }
    guard size <= 2 * policy.maximumSize else { return end(.tooMuch, saying: .tooLarge) }
    if contentRefusal == nil { conduct.usedChunks = true }
    mode = .chunk(rest: size, isLast: isLast)
    if size == 0 { endChunk(isLast) }
  }

  mutating func readChunk(_ rest: Int, _ isLast: Bool) -> Bool {
    let octets = input[position..<min(input.count, position + rest)]
    guard !octets.isEmpty else { return false }
    position += octets.count
    if conduct.usedChunks {
      counter.count(octets)
      store(Array(octets))
    }
    forgetRead()
    guard case .chunk = mode else { return true }
    mode = .chunk(rest: rest - octets.count, isLast: isLast)
    if rest == octets.count { endChunk(isLast) }
    return true
  }

  private mutating func endChunk(_ isLast: Bool) {
    mode = .command
    if !conduct.usedChunks { return answer(contentRefusal ?? .mailFirst) }
    guard isLast else { return answer(isTooLarge ? .tooLarge : .ok) }
    counter.end()
    conduct.octets = counter.counts
    complete()
  }

  /// Passes octets on until there are too many; what is far too large ends the session.
  private mutating func store(_ octets: [UInt8]) {
    guard !octets.isEmpty else { return }
    let (before, limit) = (messageOctets, policy.maximumSize)
    messageOctets += octets.count
    if messageOctets <= limit { return act(.store(octets)) }
    if before > 0, !isTooLarge { act(.discard) }
    isTooLarge = true
    if messageOctets / 2 > limit { end(.tooMuch, saying: .tooLarge) }
  }

  private mutating func complete() {
    guard !isTooLarge else {
      mode = .command
      answer(.tooLarge)
      return reset()
    }
    mode = .settling
    act(.caught)
  }

  /// Keeps the search for the next line behind what was read.
  private mutating func forgetRead() {
    searched = position
  }
}
