/// Runs a pattern over a text: all threads in step, so that no octet is looked at twice by the same instruction
/// (Thompson's simulation). The time is at most the instructions times the octets, whatever the text is.
struct TextMatcher {
  /// Instructions that were looked at, over all runs: what tests hold against the bound.
  private(set) var steps = 0

  private var current: [Thread] = []
  private var upcoming: [Thread] = []
  /// At which place an instruction was reached last, so that it is entered once a place.
  private var seen: [Int] = []
  private var stack: [Int] = []

  private struct Thread {
    var instruction: Int
    var start: Int
  }

  /// The first match of `program` in `text`, as a range of its octets; nil when there is none.
  mutating func firstMatch(of program: TextProgram, in text: MappedText) -> Range<Int>? {
    current.removeAll(keepingCapacity: true)
    seen = Array(repeating: -1, count: program.instructions.count)
    let octets = text.folded
    for place in 0...octets.count {
      let isWrap = place < octets.count && octets[place] == MappedText.wrap
      if !isWrap, place == octets.count || program.firstOctets.contains(octets[place]) {
        if let match = enter(0, start: place, at: place, program, octets, intoCurrent: true) { return match }
      }
      guard place < octets.count else { break }
      steps += 1
      if current.isEmpty { continue }
      if let match = advance(at: place, program, octets) { return match }
    }
    return nil
  }

  /// Moves all threads over the octet at `place`.
  private mutating func advance(at place: Int, _ program: TextProgram, _ octets: [UInt8]) -> Range<Int>? {
    upcoming.removeAll(keepingCapacity: true)
    let octet = octets[place]
    for thread in current {
      steps += 1
      guard case .take(let set) = program.instructions[thread.instruction] else { continue }
      if octet == MappedText.wrap {
        // A wrap stands for nothing, in the midst of a word, or for the space that it replaced.
        if seen[thread.instruction] != place + 1 {
          seen[thread.instruction] = place + 1
          upcoming.append(thread)
        }
        guard set.contains(0x20) else { continue }
      } else if !set.contains(octet) {
        continue
      }
      if let match = enter(
        thread.instruction + 1, start: thread.start, at: place + 1, program, octets, intoCurrent: false)
      {
        return match
      }
    }
    swap(&current, &upcoming)
    return nil
  }

  /// Adds the threads that begin at an instruction without taking an octet; gives the match if its end is among them.
  private mutating func enter(
    _ first: Int, start: Int, at place: Int, _ program: TextProgram, _ octets: [UInt8], intoCurrent: Bool
  ) -> Range<Int>? {
    stack.removeAll(keepingCapacity: true)
    stack.append(first)
    while let instruction = stack.popLast() {
      guard seen[instruction] != place else { continue }
      seen[instruction] = place
      steps += 1
      switch program.instructions[instruction] {
      case .take:
        let thread = Thread(instruction: instruction, start: start)
        if intoCurrent { current.append(thread) } else { upcoming.append(thread) }
      case .jump(let target): stack.append(target)
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .wordBoundary: if Self.isWordBoundary(place, octets) { stack.append(instruction + 1) }
      case .notFollowed(let literal): if !Self.follows(literal, place, octets) { stack.append(instruction + 1) }
      case .end: return start..<place
      }
    }
    return nil
  }

  /// The edge of a text, and a wrap, may be the edge of a word.
  private static func isWordBoundary(_ place: Int, _ octets: [UInt8]) -> Bool {
    guard place > 0, place < octets.count else { return true }
    if octets[place] == MappedText.wrap || octets[place - 1] == MappedText.wrap { return true }
    return octets[place - 1].isWordOctet != octets[place].isWordOctet
  }

  private static func follows(_ literal: [UInt8], _ place: Int, _ octets: [UInt8]) -> Bool {
    place + literal.count <= octets.count && octets[place..<(place + literal.count)].elementsEqual(literal)
  }
}
