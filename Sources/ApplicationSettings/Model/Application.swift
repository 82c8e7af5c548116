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
  /// Reads one of its files as assignments, for looking up a value again.
  var script: (@Sendable ([UInt8]) -> LiteralScript)? { writer?.syntax.read }
  /// How its files are written; nil where that is not known here.
  var writer: (any SettingsWriter)?
  /// Its files in the order in which it reads them.
  var order: @Sendable ([SettingsFile]) -> [SettingsFile] = { $0 }
}

extension Application {
  /// All of them. A folder is searched, and a file recognised, in this order.
  public static let all: [Application] = [
    mediawiki, dokuwiki, gitlab, wordpress, nextcloud, moodle, laravel, symfony, mastodon, rails
  ]

  /// The application called `name`, whatever its case.
  public static func named(_ name: String) -> Application? { all.first { $0.name == name.lowercased() } }

  /// Whether it mails in the name of its users at all.
  public var mailsForUsers: Bool { conduct.mailsForUsers }

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
