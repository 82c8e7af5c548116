/// Settings of mail that an application keeps in its database, where no file shows them.
public struct SettingsDatabase: Sendable, Hashable {
  /// What is there, a phrase: `the address in From`.
  public let settings: String
  /// Where they are: a table, and its rows.
  public let place: String
  /// The command that prints them, to be run on the server of the application.
  public let command: String

  /// The three as one sentence.
  public var words: String {
    "\(settings) stands in the database (\(place)), and is not read here; this prints it: \(command)"
  }
}

extension Application {
  /// The settings of mail that are in its database; nil where none are.
  public var database: SettingsDatabase? { conduct.database }

  /// How TLS from the first octet is asked for, the settings in its own words; nil where that is not known here.
  public var implicitTLS: String? { conduct.implicitTLS }
}
