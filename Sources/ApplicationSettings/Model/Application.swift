/// An application whose files of settings can be read: how it is called, how its files are known and read, and what it
/// does where they are silent. Each application has a folder of its own.
public struct Application: Sendable {
  /// The name in options and output, such as `mediawiki`.
  public let name: String
  /// The name as its makers write it.
  public let title: String
  /// The paths of its files below its folder; a later one goes before an earlier one.
  public let files: [String]
  /// The name of its file in the examples of checks.
  public let exampleFile: String
  /// Texts that only its files hold, by which a file with another name is known.
  let marks: [StaticString]
  /// What it does where its files are silent.
  let conduct: any ApplicationConduct
  /// Its reader; nothing is executed.
  let read: @Sendable ([SettingsFile]) -> SubmissionSettings
  /// Its reader where the version decides what settings mean.
  var readVersion: (@Sendable ([SettingsFile], String) -> SubmissionSettings)?
  /// Whether other programs have files with the same names, so that a mark has to be in them too.
  var hasCommonName = false
  /// Reads one of its files as assignments, for looking up a value again; nil where a value is not the setting itself, as
  /// in a URL with all of them.
  var format: (@Sendable ([UInt8]) -> LiteralScript)?
  /// How its files are written; nil where that is not known here.
  var writer: (any SettingsWriter)?
  /// Why its files are not written here, a sentence; nil where they are.
  public internal(set) var unwritten: String?
  /// Its files in the order in which it reads them.
  var order: @Sendable ([SettingsFile]) -> [SettingsFile] = { $0 }
}

extension Application {
  /// All of them. A folder is searched, and a file recognised, in this order.
  public static let all: [Application] = [
    mediawiki, dokuwiki, gitlab, gitlabChart, wordpress, nextcloud, moodle, laravel, symfony, mastodon, rails,
    alertmanager, redmine, discourse, keycloak, zammad, forgejo, gitea, grafana, django, php, postfix, msmtp, ssmtp,
    nullmailer
  ]

  /// The application called `name`, whatever its case.
  public static func named(_ name: String) -> Application? { all.first { $0.name == name.lowercased() } }

  /// Whether its version decides what settings mean.
  public var dependsOnVersion: Bool { readVersion != nil }

  /// Whether it mails in the name of its users at all.
  public var mailsForUsers: Bool { conduct.mailsForUsers }

  /// Whether it writes mail itself; a relay only hands over what others write.
  public var writesMail: Bool { conduct.writesMail }
  /// What is peculiar to it.
  public var habits: ApplicationHabits { conduct.habits }
}

extension Application: CustomStringConvertible {
  /// The title.
  public var description: String { title }
}

extension Application: Hashable {
  /// Two are the same when their names are.
  public static func == (left: Application, right: Application) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Application: Codable {
  /// Writes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Reads the name of an application that is known.
  public init(from decoder: any Decoder) throws {
    guard let application = Application.named(try decoder.singleValueContainer().decode(String.self)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "an application that is known is expected here"))
    }
    self = application
  }
}
