/// The place of a setting in the files of an application, whatever its value.
struct SettingName: Hashable {
  /// The variable with its sign.
  let variable: String
  /// The keys in brackets.
  let path: [String]
}

extension SettingName {
  init(_ assignment: SettingAssignment) { self.init(variable: assignment.variable, path: assignment.path) }
}

extension LiteralSettings {
  /// Whether the files say what `written` wants, and otherwise what the files of `old` say.
  func differs(from old: LiteralSettings, onlyBy written: [SettingName: SettingAssignment.Value]) -> Bool {
    faults.isEmpty && inclusions.count == old.inclusions.count && written.allSatisfy { says($0.value, $0.key) }
      && statements(without: written) == old.statements(without: written)
  }

  private func says(_ value: SettingAssignment.Value, _ name: SettingName) -> Bool {
    guard let found = find(name.variable, name.path), !found.isConditional else { return false }
    if case (.text(let text), .string(let other)) = (value, found.literal.value) {
      return text.utf8.elementsEqual(other.utf8)
    }
    // A flag may be written as a number, a symbol as a word: what counts is that it is there.
    return found.literal.value != .computed && found.literal.value != .missing
  }

  /// One value as the file writes it.
  private struct Statement: Hashable {
    let name: SettingName
    let isConditional: Bool
    let file: Int
    let text: ArraySlice<UInt8>
  }

  private func statements(without written: [SettingName: SettingAssignment.Value]) -> [[Statement]] {
    byVariable.sorted { $0.key < $1.key }.compactMap { variable, assignments in
      let statements = assignments.flatMap { file, assignment in
        leaves(assignment.value, assignment.path).map { path, literal in
          Statement(
            name: SettingName(variable: variable, path: path), isConditional: assignment.isConditional, file: file,
            text: text(of: literal, in: file))
        }
      }
      .filter { written[$0.name] == nil }
      return statements.isEmpty ? nil : statements
    }
  }

  /// A value as its file writes it.
  private func text(of literal: Literal, in file: Int) -> ArraySlice<UInt8> {
    files[file].octets[literal.range.clamped(to: 0..<files[file].octets.count)]
  }

  /// The values within a list that are none themselves, with their paths.
  private func leaves(_ literal: Literal, _ path: [String]) -> [(path: [String], literal: Literal)] {
    guard case .list(let entries) = literal.value, !entries.isEmpty else { return [(path, literal)] }
    return entries.flatMap { leaves($0.value, path + [$0.key ?? ""]) }
  }
}
