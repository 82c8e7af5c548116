extension MailDialogue {
  /// Reads the lines of a dialogue; empty ones and those that begin with `;` say nothing.
  ///
  /// - Throws: the line that means nothing.
  init(lines: [Substring]) throws(LabScenario.Mistake) {
    var isInTLS = false
    for line in lines where !line.isEmpty && !line.hasPrefix(";") {
      let text = String(line.dropFirst(2))
      switch line.first {
      case "C": answers.append(Answer(command: text.uppercased(), isInTLS: isInTLS))
      case "*":
        isInTLS = true
        if answers.isEmpty, opening.isEmpty { isImplicit = true } else { append(.startTLS) }
      case "S": append(.say(Self.octets(text) + [13, 10]))
      case "s": append(.say(Self.octets(text)))
      case "!":
        guard let action = Self.action(text) else { throw .init(description: "\(line): no such action") }
        append(action)
      default: throw .init(description: "\(line): neither S, s, C, * nor !")
      }
    }
  }

  /// What belongs to the command above; what is said in one go is one packet.
  private mutating func append(_ action: Action) {
    let last = answers.last?.actions ?? opening
    let actions: [Action]
    if case .say(let more) = action, case .say(let octets)? = last.last {
      actions = last.dropLast() + [.say(octets + more)]
    } else {
      actions = last + [action]
    }
    if answers.isEmpty { opening = actions } else { answers[answers.count - 1].actions = actions }
  }

  private static func action(_ text: String) -> Action? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("close", 1): return .close
    case ("pause", 2): return Int64(words[1]).map { .pause(milliseconds: $0) }
    case ("flood", 2): return .flood(octets(words[1]))
    case ("scram", 2): return ScriptedSCRAMServer.Fault(rawValue: words[1]).map { .scram($0) }
    case ("repeat", 2):
      let parts = words[1].split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[0]), 1...10_000_000 ~= count else { return nil }
      return .say(Array(repeatElement(octets(String(parts[1])), count: count).joined()))
    default: return nil
    }
  }

  /// The octets of a text with its escapes.
  private static func octets(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
        result.append(octet)
        continue
      }
      switch kind {
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "0"): result.append(0)
      case UInt8(ascii: "x"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        rest = rest.dropFirst(2)
        result.append(UInt8(digits, radix: 16) ?? UInt8(ascii: "?"))
      default: result.append(kind)
      }
    }
    return result
  }
}
