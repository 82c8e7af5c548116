/// Reads the keys of an INI file: the section is the variable, the key its path.
struct INIScript {
  private let text: LineOctets
  private let dialect: INIDialect
  private var section = ""
  private var script = LiteralScript()
  /// Where the last value ends: lines before it belong to it.
  private var end = 0

  /// What `octets` set.
  static func read(_ octets: [UInt8], _ dialect: INIDialect) -> LiteralScript {
    var reader = INIScript(text: LineOctets(octets: octets), dialect: dialect)
    for line in reader.text.lines where line.lowerBound >= reader.end { reader.line(reader.text.trimmed(line)) }
    return reader.script
  }

  private init(text: LineOctets, dialect: INIDialect) {
    self.text = text
    self.dialect = dialect
  }

  private mutating func line(_ line: Range<Int>) {
    guard let first = text.first(line), !dialect.comments.contains(first) else { return }
    if first == UInt8(ascii: "[") { header(line) } else { key(line) }
  }

  private mutating func header(_ line: Range<Int>) {
    guard let close = text.place(of: [UInt8(ascii: "]")], in: line) else {
      return script.fault(line.lowerBound, "a section that begins here has no ]")
    }
    guard dialect.hasSections else { return }
    section = text.text(text.trimmed(line.lowerBound + 1..<close))
    script.block(section, line.lowerBound..<close + 1)
  }

  private mutating func key(_ line: Range<Int>) {
    guard let sign = text.place(of: dialect.separators, in: line) else {
      if dialect.needsSeparator { script.fault(line.lowerBound, "no = stands in this line") }
      return
    }
    let name = text.text(text.trimmed(line.lowerBound..<sign)).filter { $0 != "`" && $0 != "\"" }
    let value = INIValue.read(text, text.trimmed(sign + 1..<line.upperBound), dialect)
    end = value.range.upperBound
    if let fault = value.fault { script.fault(fault.offset, fault.message) }
    script.assign(section, [name], value.value, value.range)
  }
}
