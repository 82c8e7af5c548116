/// Reads `main.cf`: `name = value`, continued on lines that begin with a blank; the last one counts.
struct MainCFScript {
  private struct Line {
    let name: String
    var value: String
    var range: Range<Int>
  }

  private let text: LineOctets
  private var lines: [Line] = []
  private var script = LiteralScript()

  /// What `octets` set, other parameters inserted.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    var reader = MainCFScript(text: LineOctets(octets: octets))
    for line in reader.text.lines { reader.line(line) }
    reader.keep()
    return reader.script
  }

  private init(text: LineOctets) { self.text = text }

  private mutating func line(_ line: Range<Int>) {
    let whole = text.trimmed(line)
    guard let first = text.first(whole), first != UInt8(ascii: "#") else { return }
    if whole.lowerBound > line.lowerBound { return continuation(whole) }
    guard let sign = text.place(of: [UInt8(ascii: "=")], in: whole) else {
      return script.fault(whole.lowerBound, "no = stands in this line")
    }
    let value = text.trimmed(sign + 1..<whole.upperBound)
    lines.append(
      Line(name: text.text(text.trimmed(whole.lowerBound..<sign)), value: text.text(value), range: value))
  }

  private mutating func continuation(_ line: Range<Int>) {
    guard !lines.isEmpty else {
      return script.fault(line.lowerBound, "the first line begins with a blank, as if it continued another")
    }
    let last = lines.count - 1
    let start = lines[last].range.isEmpty ? line.lowerBound : lines[last].range.lowerBound
    lines[last].value += (lines[last].value.isEmpty ? "" : " ") + text.text(line)
    lines[last].range = start..<line.upperBound
  }

  private mutating func keep() {
    var expansion = ParameterExpansion(Dictionary(lines.map { ($0.name, $0.value) }) { _, last in last })
    for line in lines {
      let value = expansion.expand(line.value)
      script.assign(line.name, [], value.map { .string($0) } ?? .computed, line.range)
    }
  }
}
