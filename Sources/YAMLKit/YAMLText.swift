/// A text in which libyaml finds no octet to refuse: it counts characters, and gives up a whole block of 16 KiB for one
/// wrong octet.
struct YAMLText {
  /// The octets; a wrong one is `?`, so that every place stays where it was.
  let octets: [UInt8]
  /// Where wrong ones stood, each run of them once.
  let faults: [YAMLFault]
  /// The offset of every 32nd character; empty when each character is one octet.
  private let marks: [Int]

  private static let step = 32

  init(_ octets: [UInt8]) {
    var text = octets
    var faults: [YAMLFault] = []
    var marks: [Int] = []
    var (offset, count, lastFault) = (0, 0, -1)
    var (parser, source) = (Unicode.UTF8.ForwardParser(), octets.makeIterator())
    reading: while true {
      var (length, isWrong) = (1, false)
      switch parser.parseScalar(from: &source) {
      case .emptyInput: break reading
      case .error(let octetCount): (length, isWrong) = (octetCount, true)
      case .valid(let encoded):
        length = encoded.count
        isWrong = !Self.isAllowed(Unicode.UTF8.decode(encoded))
      }
      // Each octet of a wrong sequence is one character of its own.
      for place in isWrong ? offset..<offset + length : offset..<offset + 1 {
        if count % Self.step == 0 { marks.append(place) }
        count += 1
        if isWrong { text[place] = UInt8(ascii: "?") }
      }
      if isWrong {
        if lastFault != offset, faults.count < YAMLLimits.directives {
          faults.append(YAMLFault(offset: offset, message: "an octet that is no UTF-8 text, or a control character"))
        }
        lastFault = offset + length
      }
      offset += length
    }
    self.octets = text
    self.faults = faults
    self.marks = count == octets.count ? [] : marks
  }

  /// The characters that YAML takes, YAML 1.2 §5.1.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The offset of the character with that number.
  func offset(of character: Int) -> Int {
    guard !marks.isEmpty else { return min(character, octets.count) }
    let mark = min(character / Self.step, marks.count - 1)
    var (place, left) = (marks[mark], character - mark * Self.step)
    while left > 0, place < octets.count {
      place += 1
      while place < octets.count, octets[place] & 0xC0 == 0x80 { place += 1 }
      left -= 1
    }
    return place
  }

  /// How many lines begin with `%`.
  var directives: Int {
    octets.indices.count { place in
      octets[place] == UInt8(ascii: "%") && (place == 0 || octets[place - 1] == UInt8(ascii: "\n"))
    }
  }
}
