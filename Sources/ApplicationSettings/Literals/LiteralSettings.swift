import Syntax

/// The settings of one or more files, by variable and path; a later assignment goes before an earlier one.
struct LiteralSettings {
  /// A value that a file gives, with its place.
  struct Found {
    let literal: Literal
    let isConditional: Bool
    let file: Int
  }

  let files: [SettingsFile]
  private let lines: [LineIndex]
  private let scripts: [LiteralScript]
  let byVariable: [String: [(file: Int, assignment: Assignment)]]

  /// Reads files of one format.
  init(_ files: [SettingsFile], read: ([UInt8]) -> LiteralScript) {
    self.init(files, readFile: { read($0.octets) })
  }

  /// Reads files whose formats are told by `readFile`.
  init(_ files: [SettingsFile], readFile: (SettingsFile) -> LiteralScript) {
    self.files = files
    lines = files.map { LineIndex($0.octets) }
    scripts = files.map(readFile)
    var byVariable: [String: [(file: Int, assignment: Assignment)]] = [:]
    for (number, script) in scripts.enumerated() {
      for assignment in script.assignments { byVariable[assignment.variable, default: []].append((number, assignment)) }
    }
    self.byVariable = byVariable
  }

  func place(_ offset: Int, in file: Int) -> SettingPlace {
    SettingPlace(file: files[file].name, position: lines[file].position(offset))
  }

  /// What stands last for `variable[path…]`.
  func find(_ variable: String, _ path: [String] = []) -> Found? {
    var found: Found?
    for (file, assignment) in byVariable[variable] ?? [] where path.starts(with: assignment.path) {
      let value = assignment.value.descending(path.dropFirst(assignment.path.count))
      guard let value else {
        // A whole new array without the key takes the old value away, when it is certain to come.
        if !assignment.isConditional { found = nil }
        continue
      }
      found = Found(literal: value, isConditional: assignment.isConditional, file: file)
    }
    return found
  }

  /// Whether some element of `variable[path…]` is assigned by itself.
  func hasElements(_ variable: String, _ path: [String] = []) -> Found? {
    (byVariable[variable] ?? []).first {
      $0.assignment.path.count > path.count && $0.assignment.path.starts(with: path)
    }
    .map { Found(literal: $0.assignment.value, isConditional: $0.assignment.isConditional, file: $0.file) }
  }

  /// The setting called `name`, its value told by `read`; `block` is the variable that lacks it.
  func setting<Value>(
    _ name: String, _ variable: String, _ path: [String], read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    guard let found = find(variable, path).map({ resolved($0) }) else {
      return Setting(name, .absent, path.isEmpty ? nil : block(variable))
    }
    return setting(name, found, isSecret: SecretName.isSecret(path.last ?? variable), read: read)
  }

  /// The setting called `name` at `path` of a block that was found.
  func setting<Value>(
    _ name: String, in block: Found, _ path: [String], read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    guard let literal = block.literal.descending(path[...]) else {
      return Setting(name, .absent, place(block.literal.range.lowerBound, in: block.file))
    }
    let found = Found(literal: literal, isConditional: block.isConditional, file: block.file)
    return setting(name, found, isSecret: SecretName.isSecret(path.last ?? ""), read: read)
  }

  private func setting<Value>(
    _ name: String, _ found: Found, isSecret: Bool, read: (Literal.Value) -> SettingValue<Value>
  ) -> Setting<Value> {
    let place = place(found.literal.range.lowerBound, in: found.file)
    if found.isConditional { return Setting(name, .computed("set under a condition"), place) }
    switch found.literal.value {
    case .computed:
      return Setting(name, .computed(isSecret ? "an expression" : excerpt(found)), place)
    case .missing: return Setting(name, .malformed("no value stands there"), place)
    case let value: return Setting(name, read(value), place)
    }
  }

  /// The variable of the environment that gives the value of `variable[path…]`, as Ruby asks for it: `ENV["NAME"]` or
  /// `ENV.fetch("NAME")`, converted or not; nil for any other expression.
  func environmentName(_ variable: String, _ path: [String]) -> String? {
    guard let found = find(variable, path), found.literal.value == .computed, !found.isConditional else { return nil }
    let octets = files[found.file].octets
    var cursor = OctetCursor(octets: Array(octets[found.literal.range.clamped(to: 0..<octets.count)].prefix(200)))
    guard let start = (["ENV[", "ENV.fetch("] as [StaticString]).first(where: { cursor.starts(with: $0) }) else {
      return nil
    }
    cursor.offset += start.utf8CodeUnitCount
    guard let quote = cursor.peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    cursor.offset += 1
    let name = cursor.name()
    guard cursor.peek() == quote else { return nil }
    let rest = String(decoding: cursor.octets.dropFirst(cursor.offset + 2), as: UTF8.self)
    return ["", ".to_i", ".to_sym", ".presence", ".to_s"].contains(rest) ? name : nil
  }

  /// What a name stands for, such as a constant, where it is assigned once; otherwise `found` itself.
  private func resolved(_ found: Found, depth: Int = 0) -> Found {
    guard found.literal.value == .computed, depth < SettingsLimits.depth else { return found }
    let octets = files[found.file].octets[found.literal.range.clamped(to: 0..<files[found.file].octets.count)]
    guard octets.count <= SettingsLimits.excerpt,
      octets.allSatisfy({ OctetCursor.isNameStart($0) || OctetCursor.isDigit($0) })
    else { return found }
    let owners = byVariable[String(decoding: octets, as: UTF8.self)] ?? []
    guard owners.count == 1, let owner = owners.first, owner.assignment.path.isEmpty else { return found }
    return resolved(
      Found(
        literal: owner.assignment.value, isConditional: found.isConditional || owner.assignment.isConditional,
        file: owner.file), depth: depth + 1)
  }

  private func block(_ variable: String) -> SettingPlace? {
    guard let last = byVariable[variable]?.last(where: { $0.assignment.path.isEmpty }) else { return nil }
    return place(last.assignment.value.range.lowerBound, in: last.file)
  }

  /// The expression as it stands there, its blanks joined and its end cut; one that may hold a secret is not shown.
  func excerpt(_ found: Found) -> String {
    let octets = files[found.file].octets
    let range = found.literal.range.clamped(to: 0..<octets.count)
    let whole = String(decoding: octets[range].prefix(SettingsLimits.insertedOctets), as: UTF8.self)
    let text = SecretName.withoutPassword(whole)
    // A URL whose login lies beyond what was looked at may hold a password.
    let isCut = range.count > SettingsLimits.insertedOctets && whole.contains("://")
    guard !isCut, !SecretName.isSecret(text) else { return "an expression" }
    let joined = text.split { $0.isWhitespace }.joined(separator: " ")
    return joined.count > SettingsLimits.excerpt ? joined.prefix(SettingsLimits.excerpt) + "…" : joined
  }

  /// The faults of all files.
  var faults: [SettingRemark] {
    scripts.enumerated().flatMap { number, script in
      script.faults.map {
        SettingRemark(
          place: place($0.offset, in: number), message: $0.message, isCutOff: $0.message == LiteralScript.unendedList)
      }
    }
  }

  /// What else the scripts tell, and files that are too long.
  var remarks: [SettingRemark] {
    scripts.enumerated().flatMap { number, script in
      let isCut = files[number].isCut
      let cut =
        isCut ? [(offset: files[number].octets.count, message: "what follows is not read: the file is too long")] : []
      return (script.remarks + cut).map { SettingRemark(place: place($0.offset, in: number), message: $0.message) }
    }
  }

  /// The statements that change where PHP looks for files.
  var searchPaths: [SettingPlace] {
    scripts.enumerated().flatMap { number, script in script.searchPaths.map { place($0, in: number) } }
  }

  /// What stands behind `mark` in the head of a file, comments included, up to a blank; and where.
  func word(behind mark: StaticString) -> (text: String, place: SettingPlace)? {
    for (number, file) in files.enumerated() {
      var cursor = OctetCursor(octets: Array(file.octets.prefix(SettingsLimits.head)))
      while !cursor.isAtEnd {
        if cursor.starts(with: mark) {
          let start = cursor.offset + mark.utf8CodeUnitCount
          let word = file.octets[start...].prefix { $0 > 0x20 }.prefix(SettingsLimits.excerpt)
          return (String(decoding: word, as: UTF8.self), place(start, in: number))
        }
        cursor.offset += 1
      }
    }
    return nil
  }

  /// The files in which nothing is assigned to `variable[key]`, though something is to `variable`.
  func filesWithout(_ key: String, of variable: String) -> [SettingPlace] {
    files.indices.compactMap { number in
      let own = (byVariable[variable] ?? []).filter { $0.file == number }
      return own.isEmpty || own.contains { $0.assignment.path == [key] } ? nil : place(0, in: number)
    }
  }

  /// The statements that read other files.
  var inclusions: [SettingRemark] {
    scripts.enumerated().flatMap { number, script in
      script.inclusions.map {
        SettingRemark(place: place($0, in: number), message: "another file is read here; what it sets is not seen")
      }
    }
  }

  /// Every assignment to a variable that `isWanted`, lists cut into their elements.
  func entries(isWanted: (String, [String]) -> Bool, name: (String, [String]) -> String) -> [SettingEntry] {
    var entries: [SettingEntry] = []
    for (number, script) in scripts.enumerated() {
      for assignment in script.assignments where isWanted(assignment.variable, assignment.path) {
        append(assignment.value, assignment.variable, assignment.path, number, name, &entries)
      }
    }
    return entries
  }

  private func append(
    _ literal: Literal, _ variable: String, _ path: [String], _ file: Int, _ name: (String, [String]) -> String,
    _ entries: inout [SettingEntry]
  ) {
    if case .list(let elements) = literal.value, !elements.isEmpty {
      for element in elements {
        append(element.value, variable, path + [element.key ?? ""], file, name, &entries)
      }
      return
    }
    let isSecret = SecretName.isSecret(path.last ?? variable)
    let text =
      isSecret ? literal.masked : literal.shown ?? excerpt(Found(literal: literal, isConditional: false, file: file))
    entries.append(
      SettingEntry(
        name: name(variable, path), text: text, isComputed: literal.value == .computed,
        place: place(literal.range.lowerBound, in: file)))
  }
}

/// Where the lines of a file begin, so that the place of every value costs little.
struct LineIndex {
  private let starts: [Int]

  init(_ octets: [UInt8]) {
    starts = [0] + octets.indices.filter { octets[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  func position(_ offset: Int) -> TextPosition {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return TextPosition(line: low + 1, column: offset - starts[low] + 1)
  }

  func offset(_ position: TextPosition) -> Int {
    starts[max(0, min(position.line, starts.count) - 1)] + position.column - 1
  }
}

/// Names of settings whose values are secrets.
enum SecretName {
  static func isSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["pass", "secret", "token", "api_key", "apikey", "private_key"].contains { name.contains($0) }
      && !name.contains("passwordsender")
  }

  /// A URL without the password that it holds, RFC 3986 §3.2.1; any other text as it is.
  static func withoutPassword(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    // A password that is not percent-encoded may hold a slash: the last @ counts.
    guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else { return text }
    return text[...colon] + "[redacted]" + text[at...]
  }
}

extension Literal {
  /// The value as people read it; nil for a computed one.
  var shown: String? {
    switch value {
    case .string(let text):
      text.contains(where: \.isNewline) ? "a text of several lines" : "\"\(SecretName.withoutPassword(text))\""
    case .number(let number): String(number)
    case .boolean(let flag): String(flag)
    case .null: "null"
    case .list: "empty list"
    case .missing: "no value"
    case .computed: nil
    }
  }

  /// That a secret is there, and nothing of it.
  var masked: String {
    switch value {
    case .string(let text): text.isEmpty ? "\"\"" : "[redacted]"
    case .number, .list: "[redacted]"
    case .computed: "computed"
    default: shown ?? "[redacted]"
    }
  }
}
