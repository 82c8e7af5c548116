/// Changes the files of an application: values where they stand, new lines behind the settings that they belong to.
public struct SettingsEditor {
  private let application: Application
  private let files: [SettingsFile]
  private let settings: SubmissionSettings
  private let literals: LiteralSettings
  private let writer: any SettingsWriter
  private var edits: [[SettingsEdit]]
  /// What is to stand in the files, by variable and path.
  private var written: [SettingName: SettingAssignment.Value] = [:]

  /// Begins with the files as they are; nil when the application's files cannot be written here.
  public init?(_ files: [SettingsFile], of application: Application) {
    guard let writer = application.writer, !files.isEmpty else { return nil }
    self.writer = writer
    self.application = application
    self.files = application.order(files)
    settings = SubmissionSettings.read(files, of: application)
    literals = LiteralSettings(self.files, read: writer.syntax.read)
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
  /// condition, or no setting does it; nor where the changed files, read again, say anything else than was wanted.
  public mutating func apply(_ changes: [SettingsChange]) -> Bool {
    guard settings.faults.isEmpty else { return false }
    let before = self
    let isWritten = changes.allSatisfy { change in
      writer.assignments(change, settings)?.allSatisfy { write($0) } ?? false
    }
    let isDone =
      isWritten && LiteralSettings(changed, read: writer.syntax.read).differs(from: literals, onlyBy: written)
    if !isDone { self = before }
    return isDone
  }

  private mutating func write(_ assignment: SettingAssignment) -> Bool {
    guard let found = literals.find(assignment.variable, assignment.path) else {
      return assignment.isOnlyChanged || insert(assignment)
    }
    guard !found.isConditional, found.literal.value != .computed, found.literal.value != .missing else { return false }
    written[SettingName(assignment)] = assignment.value
    return add(SettingsEdit(range: found.literal.range, text: writer.syntax.literal(assignment.value)), to: found.file)
  }

  /// Writes a new line behind the last setting of the same block, or at the end.
  private mutating func insert(_ assignment: SettingAssignment) -> Bool {
    let (file, offset) = literals.anchor(assignment.variable, assignment.path) ?? (files.count - 1, nil)
    let octets = files[file].octets
    let line = offset.map { endOfLine($0, in: octets) } ?? writer.syntax.end(of: octets)
    let isInside = line < octets.count || octets.last == UInt8(ascii: "\n") || octets.isEmpty
    let text = writer.syntax.line(assignment)
    let end = octets.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    written[SettingName(assignment)] = assignment.value
    return add(SettingsEdit(range: line..<line, text: isInside ? text + end : end + text), to: file)
  }

  /// Behind the newline of the line in which `offset` stands, or the end of the file.
  private func endOfLine(_ offset: Int, in octets: [UInt8]) -> Int {
    octets[min(offset, octets.count)...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? octets.count
  }

  /// A second change of the same octets must agree with the first.
  private mutating func add(_ edit: SettingsEdit, to file: Int) -> Bool {
    if edits[file].contains(edit) { return true }
    if edits[file].contains(where: { $0.isEntangled(with: edit) }) { return false }
    edits[file].append(edit)
    return true
  }
}

/// Octets of a file that give way to others.
struct SettingsEdit: Sendable, Hashable {
  /// What goes; empty for an insertion.
  let range: Range<Int>
  /// What comes.
  let text: String

  /// `octets` with all of `edits` done; those at one place stand in their order.
  static func apply(_ edits: [SettingsEdit], to octets: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    for edit in inOrder(edits) {
      result += octets[offset..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      offset = edit.range.upperBound
    }
    return result + octets[offset...]
  }

  /// Whether both change the same octets, or one stands within the other.
  func isEntangled(with other: SettingsEdit) -> Bool {
    range.lowerBound < other.range.upperBound && other.range.lowerBound < range.upperBound
  }

  static func inOrder(_ edits: [SettingsEdit]) -> [SettingsEdit] {
    edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}
