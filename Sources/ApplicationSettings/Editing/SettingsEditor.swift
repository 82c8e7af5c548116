/// Changes the files of an application: values where they stand, new lines behind the settings that they belong to.
public struct SettingsEditor {
  private let application: Application
  private let files: [SettingsFile]
  let settings: SubmissionSettings
  let literals: LiteralSettings
  let writer: any SettingsWriter
  private(set) var edits: [[SettingsEdit]]
  /// What is to stand in the files, by variable and path.
  private var written: [SettingName: SettingAssignment.Value] = [:]

  /// Begins with the files as they are; nil when the application's files cannot be written here.
  public init?(_ files: [SettingsFile], of application: Application) {
    guard let writer = application.writer, !files.isEmpty, files.allSatisfy(writer.writes) else { return nil }
    self.writer = writer
    self.application = application
    self.files = application.order(files)
    settings = SubmissionSettings.read(files, of: application)
    literals = LiteralSettings(self.files) { writer.script(of: $0) }
    edits = files.map { _ in [] }
  }

  /// The files with all changes applied so far.
  public var changed: [SettingsFile] {
    zip(files, edits).map { file, edits in
      SettingsFile(name: file.name, octets: SettingsEdit.apply(edits, to: file.octets))
    }
  }

  /// The changes of each file as a unified diff, secrets masked; empty when nothing changed.
  public var patch: [UnifiedDiff] {
    files.indices.compactMap {
      edits[$0].isEmpty ? nil : UnifiedDiff(files[$0], edits[$0], secrets: literals.secrets(ofFile: $0))
    }
  }

  /// Applies `changes`, all or none. Returns whether they could be: not where a value is computed, stands under a
  /// condition, or no setting does it; nor where changed code, read again, says anything else than was wanted.
  public mutating func apply(_ changes: [SettingsChange]) -> Bool {
    let before = self
    for change in changes where !apply(change) {
      self = before
      return false
    }
    let isDone = saysWhatWasWanted
    if !isDone { self = before }
    return isDone
  }

  /// Whether nothing was written into a comment, a text, a condition or the body of a class.
  private var saysWhatWasWanted: Bool {
    guard !written.isEmpty, settings.faults.isEmpty, files.allSatisfy({ writer.syntax(of: $0).isCode }) else {
      return true
    }
    return LiteralSettings(changed) { writer.script(of: $0) }.differs(from: literals, onlyBy: written)
  }

  private mutating func apply(_ change: SettingsChange) -> Bool {
    if case .quoting(let place) = change { return quote(place) }
    // What stands behind a fault may be read wrongly.
    guard settings.faults.isEmpty || SubmissionSettings.read(changed, of: application).faults.isEmpty else {
      return false
    }
    if case .removal(let place) = change { return remove(place) }
    return writer.assignments(change, settings)?.allSatisfy { write($0) } == true
  }

  private mutating func write(_ assignment: SettingAssignment) -> Bool {
    guard let found = literals.find(assignment.variable, assignment.path) else {
      if assignment.isOnlyChanged { return true }
      written[SettingName(assignment)] = assignment.value
      return insert(assignment)
    }
    guard !found.isConditional, found.literal.value != .computed, found.literal.value != .missing else { return false }
    written[SettingName(assignment)] = assignment.value
    let file = files[found.file]
    let range = found.literal.range.clamped(to: 0..<file.octets.count)
    let syntax = writer.syntax(of: file)
    let old = file.octets[range]
    if let word = syntax.word {
      let text = word(assignment)
      // A word that goes takes the blank in front of it along.
      let start = text.isEmpty && range.lowerBound > 0 ? range.lowerBound - 1 : range.lowerBound
      return add(SettingsEdit(range: start..<range.upperBound, text: text), to: found.file)
    }
    guard var text = syntax.literal(assignment.value, inPlaceOf: old) else { return false }
    if old.elementsEqual(text.utf8) { return true }
    // A name that stands alone is its own place.
    if let key = assignment.path.last, old.elementsEqual(key.utf8) { text = key + " " + text }
    return add(SettingsEdit(range: range, text: text), to: found.file)
  }

  /// A second change of the same octets must agree with the first.
  mutating func add(_ edit: SettingsEdit, to file: Int) -> Bool {
    if edits[file].contains(edit) { return true }
    if edits[file].contains(where: { $0.isEntangled(with: edit) }) { return false }
    edits[file].append(edit)
    return true
  }

  /// The file of a number.
  func file(_ number: Int) -> SettingsFile { files[number] }

  /// Where a file of its name stands among the files.
  func index(of name: String) -> Int? { files.firstIndex { $0.name == name } }

  /// The file in which what belongs nowhere else is written.
  var lastFile: Int { files.count - 1 }
}
