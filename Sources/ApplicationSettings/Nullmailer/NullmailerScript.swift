/// Reads a file of nullmailer's folder: the file is the variable, and `remotes` has a line for each server.
struct NullmailerScript {
  private let text: LineOctets
  private var script = LiteralScript()
  /// The variable of the server that is read now.
  private var variable = NullmailerScript.first
  private var count = 0

  /// The variable of the first server.
  static let first = "remotes"
  /// The files that hold one value.
  static let single: Set<String> = [
    "me", "defaultdomain", "defaulthost", "helohost", "idhost", "adminaddr", "allmailfrom", "pausetime", "sendtimeout"
  ]

  /// What `file` sets; one with another name is read as `remotes`.
  static func read(_ file: SettingsFile) -> LiteralScript {
    var reader = NullmailerScript(text: LineOctets(octets: file.octets))
    for line in reader.text.lines {
      let line = reader.text.trimmed(line)
      if single.contains(file.baseName) {
        // Only the first line with something in it counts.
        if !line.isEmpty, reader.script.assignments.isEmpty {
          reader.script.assign(file.baseName, [], .string(reader.text.text(line)), line)
        }
      } else {
        reader.remote(line)
      }
    }
    return reader.script
  }

  private init(text: LineOctets) { self.text = text }

  private mutating func remote(_ line: Range<Int>) {
    guard let first = text.first(line), first != UInt8(ascii: "#") else { return }
    let words = words(line)
    count += 1
    variable = count == 1 ? Self.first : "\(Self.first)[\(count)]"
    script.block(variable, line)
    for (place, word) in words.enumerated() {
      switch place {
      case 0: script.assign(variable, ["host"], .string(word.text), word.range)
      case 1 where !word.text.hasPrefix("-"):
        script.assign(variable, ["protocol"], .string(word.text), word.range)
      default: option(word)
      }
    }
  }

  /// `--port=587`, `port=587` and `starttls`.
  private mutating func option(_ word: (text: String, range: Range<Int>)) {
    let parts = word.text.drop { $0 == "-" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return }
    script.assign(variable, [String(name)], parts.count > 1 ? .string(String(parts[1])) : .boolean(true), word.range)
  }

  /// The words of a line as a shell would cut them.
  private mutating func words(_ line: Range<Int>) -> [(text: String, range: Range<Int>)] {
    var words: [(text: String, range: Range<Int>)] = []
    var place = line.lowerBound
    while place < line.upperBound {
      if OctetCursor.isBlank(text.octets[place]) {
        place += 1
      } else {
        let start = place
        let word = word(&place, before: line.upperBound)
        words.append((word, start..<place))
      }
    }
    return words
  }

  private mutating func word(_ place: inout Int, before end: Int) -> String {
    var octets: [UInt8] = []
    var quote: UInt8?
    let start = place
    while place < end, quote != nil || !OctetCursor.isBlank(text.octets[place]) {
      let octet = text.octets[place]
      if octet == quote {
        quote = nil
      } else if quote == nil, octet == UInt8(ascii: "'") || octet == UInt8(ascii: "\"") {
        quote = octet
      } else if octet == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"), place + 1 < end {
        place += 1
        octets.append(text.octets[place])
      } else {
        octets.append(octet)
      }
      place += 1
    }
    if quote != nil { script.fault(start, "a text in quotes does not end") }
    return String(decoding: octets, as: UTF8.self)
  }
}
