/// A file of settings: its name and its octets.
public struct SettingsFile: Sendable {
  /// The name as it is shown.
  public let name: String
  /// The content.
  public let octets: [UInt8]

  /// Makes a file of its parts; what is beyond `SettingsLimits.fileOctets` is left out.
  public init(name: String, octets: [UInt8]) {
    self.name = name
    self.octets = octets.count > SettingsLimits.fileOctets ? Array(octets.prefix(SettingsLimits.fileOctets)) : octets
  }

  /// The name without its folders.
  public var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }
}

extension Application {
  /// The application that a file belongs to, told by its name, and by what it holds where several share the name or
  /// none has it; nil when nothing tells.
  public static func recognised(_ file: SettingsFile) -> Application? {
    let owners = all.filter { $0.isOwn(file.baseName) }
    if owners.count == 1 { return owners[0] }
    return marked(file, among: owners) ?? marked(file, among: all)
  }

  /// The one of `candidates` whose mark stands first in the file.
  private static func marked(_ file: SettingsFile, among candidates: [Application]) -> Application? {
    let marks = candidates.flatMap { owner in owner.marks.map { (owner, Array($0.description.utf8)) } }
    let starts = Set(marks.compactMap(\.1.first))
    for place in file.octets.indices where starts.contains(file.octets[place]) {
      let rest = file.octets[place...]
      if let mark = marks.first(where: { rest.starts(with: $0.1) }) { return mark.0 }
    }
    return nil
  }

  private func isOwn(_ baseName: String) -> Bool {
    files.contains { $0 == baseName || $0.hasSuffix("/" + baseName) }
  }
}

extension SubmissionSettings {
  /// Reads the files of an application, a later one going before an earlier one. Nothing is executed.
  public static func read(_ files: [SettingsFile], of application: Application) -> SubmissionSettings {
    application.read(files)
  }
}
