/// Reads variables of the environment that stand for keys of an INI file: `NAME=value` lines, or the `environment` of the
/// services in a file of Docker Compose.
struct EnvironmentScript {
  /// The section and the key that a variable stands for; nil for one that is no setting.
  typealias Naming = @Sendable (String) -> (section: String, key: String)?

  /// What `octets` set; nil when they are an INI file.
  static func read(_ octets: [UInt8], marks: [StaticString], _ naming: Naming) -> LiteralScript? {
    guard isEnvironment(octets, marks) else { return nil }
    let script = isCompose(octets) ? services(YAMLScript.read(octets)) : DotenvScript.read(octets, .ruby)
    var result = script
    result.assignments = script.assignments.compactMap { assignment in
      let (name, isFile) = assignment.variable.withoutFileSuffix
      guard let place = naming(name) else { return nil }
      // The file that holds the value is not read.
      let value = isFile ? Literal(value: .computed, range: assignment.value.range) : assignment.value.asText
      return Assignment(variable: place.section, path: [place.key], value: value, isConditional: false)
    }
    return result
  }

  /// Whether a mark stands in `octets`, and no line begins a section.
  private static func isEnvironment(_ octets: [UInt8], _ marks: [StaticString]) -> Bool {
    guard marks.contains(where: { octets.firstRange(of: Array($0.description.utf8)) != nil }) else { return false }
    let text = LineOctets(octets: octets)
    return !text.lines.contains { text.first(text.trimmed($0)) == UInt8(ascii: "[") }
  }

  private static func isCompose(_ octets: [UInt8]) -> Bool {
    let text = LineOctets(octets: octets)
    let names = ["services:", "environment:"].map { Array($0.utf8) }
    return text.lines.contains { line in
      let whole = text.trimmed(line)
      return names.contains { text.stands($0, at: whole.lowerBound, before: whole.upperBound) }
    }
  }

  /// The variables of every service, or of the file itself: a mapping, or a list of `NAME=value`.
  private static func services(_ script: LiteralScript) -> LiteralScript {
    var result = script
    result.assignments = script.assignments.flatMap { assignment -> [Assignment] in
      if assignment.variable == "environment" { return variables(assignment.value) }
      guard assignment.variable == "services", case .list(let services) = assignment.value.value else { return [] }
      return services.flatMap { service in
        service.value.descending(["environment"]).map(variables) ?? []
      }
    }
    return result
  }

  private static func variables(_ block: Literal) -> [Assignment] {
    guard case .list(let entries) = block.value else { return [] }
    return entries.prefix(SettingsLimits.assignments).compactMap { entry in
      if let key = entry.key {
        return Assignment(variable: key, path: [], value: entry.value, isConditional: false)
      }
      guard case .string(let text) = entry.value.value, let sign = text.firstIndex(of: "=") else { return nil }
      let value = Literal(value: .string(String(text[text.index(after: sign)...])), range: entry.value.range)
      return Assignment(variable: String(text[..<sign]), path: [], value: value, isConditional: false)
    }
  }
}

extension String {
  /// The name of a variable without the `__FILE` that tells that a file holds its value, and whether it ends in that.
  fileprivate var withoutFileSuffix: (name: String, isFile: Bool) {
    let suffix = "__FILE"
    return hasSuffix(suffix) ? (String(dropLast(suffix.count)), true) : (self, false)
  }
}

extension Literal {
  /// The value as the environment has it: texts only.
  fileprivate var asText: Literal {
    switch value {
    case .number(let number): Literal(value: .string(String(number)), range: range)
    case .boolean(let flag): Literal(value: .string(flag ? "true" : "false"), range: range)
    case .null: Literal(value: .string(""), range: range)
    default: self
    }
  }
}

extension [SettingsFile] {
  /// The files, those that hold the environment behind the others: it goes before them.
  func withEnvironmentLast(_ isEnvironment: ([UInt8]) -> Bool) -> [SettingsFile] {
    filter { !isEnvironment($0.octets) } + filter { isEnvironment($0.octets) }
  }
}
