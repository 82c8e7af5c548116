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
  /// The application that a file belongs to, told by its name or by what it assigns; nil when nothing tells.
  public static func recognised(_ file: SettingsFile) -> Application? {
    switch file.baseName {
    case "LocalSettings.php": return .mediawiki
    case "local.php", "local.protected.php", "dokuwiki.php": return .dokuwiki
    case "gitlab.rb": return .gitlab
    default: break
    }
    let marks: [(StaticString, Application)] = [
      ("$wg", .mediawiki), ("$conf[", .dokuwiki), ("gitlab_rails[", .gitlab)
    ]
    var cursor = OctetCursor(octets: file.octets)
    while !cursor.isAtEnd {
      for (mark, application) in marks where cursor.starts(with: mark) { return application }
      cursor.offset += 1
    }
    return nil
  }
}

extension SubmissionSettings {
  /// Reads the files of an application, a later one going before an earlier one. Nothing is executed.
  public static func read(_ files: [SettingsFile], of application: Application) -> SubmissionSettings {
    switch application {
    case .mediawiki: MediaWikiReader.read(files)
    case .dokuwiki: DokuWikiReader.read(files)
    case .gitlab: GitLabReader.read(files)
    }
  }
}
