/// New settings.
extension SettingsEditor {
  /// Writes a new setting among the elements of its list, behind the last setting of the same block, or at the end.
  mutating func insert(_ assignment: SettingAssignment) -> Bool {
    if insertMember(assignment) { return true }
    let anchor = literals.anchor(assignment.variable, assignment.path) ?? literals.anchor(family: writer.family)
    if anchor == nil, writer.needsNeighbour { return false }
    let (file, offset) = anchor ?? (lastFile, nil)
    let syntax = writer.syntax(of: self.file(file))
    if let word = syntax.word {
      guard let offset, literals.anchor(assignment.variable, assignment.path) != nil else { return false }
      return add(SettingsEdit(range: offset..<offset, text: " " + word(assignment)), to: file)
    }
    let hasBlock = literals.byVariable[assignment.variable] != nil
    guard syntax.repeatsBlocks || !hasBlock, let text = Self.text(assignment, syntax, hasBlock: hasBlock) else {
      return false
    }
    return addLine(text, behind: offset, syntax, to: file)
  }

  /// The line; a section that is not there gets its head.
  private static func text(_ assignment: SettingAssignment, _ syntax: SettingsSyntax, hasBlock: Bool) -> String? {
    guard let line = syntax.line(assignment) else { return nil }
    return hasBlock || syntax.block == nil ? line : syntax.lines([assignment]).joined(separator: "\n")
  }

  private mutating func addLine(_ text: String, behind offset: Int?, _ syntax: SettingsSyntax, to file: Int) -> Bool {
    let octets = self.file(file).octets
    let line = offset.map { endOfLine($0, in: octets) } ?? syntax.end(of: octets)
    let isInside = line < octets.count || octets.last == UInt8(ascii: "\n") || octets.isEmpty
    let end = octets.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let indent = offset.map { blanks(inFrontOf: $0, in: octets) } ?? ""
    return add(SettingsEdit(range: line..<line, text: isInside ? indent + text + end : end + indent + text), to: file)
  }

  /// In front of another element of the same list that has a line of its own, so that every comma stays right.
  private mutating func insertMember(_ assignment: SettingAssignment) -> Bool {
    guard let list = literals.list(assignment.variable, assignment.path) else { return false }
    let syntax = writer.syntax(of: file(list.found.file))
    guard !syntax.members.isEmpty, let value = syntax.literal(assignment.value) else { return false }
    let octets = file(list.found.file).octets
    let lines = FileLines(octets)
    for entry in list.entries.reversed() {
      guard let key = entry.key, entry.value.range.lowerBound < octets.count else { continue }
      let line = lines.line(of: entry.value.range.lowerBound)
      // The value may begin in the line below its name.
      for line in [line, line - 1] where line >= 0 {
        let text = lines[line]
        let solid = text.drop { $0 == " " || $0 == "\t" }
        guard let style = syntax.members.first(where: { solid.hasPrefix($0.mark(key)) }),
          let new = style.lines(assignment.path[list.depth...], value)
        else { continue }
        let indent = String(text.prefix(text.count - solid.count))
        let end = octets.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
        let start = lines.start(of: line)
        return add(
          SettingsEdit(range: start..<start, text: new.map { indent + $0 + end }.joined()), to: list.found.file)
      }
    }
    return false
  }

  /// Behind the newline of the line in which `offset` stands, or the end of the file.
  private func endOfLine(_ offset: Int, in octets: [UInt8]) -> Int {
    octets[min(offset, octets.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? octets.count
  }

  /// The blanks that the line of the setting before `offset` begins with.
  private func blanks(inFrontOf offset: Int, in octets: [UInt8]) -> String {
    let start = octets[..<min(offset, octets.count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return String(decoding: octets[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }
}
