/// What is read of settings at most: files are written by people, but come from anywhere.
public enum SettingsLimits {
  /// Octets of one file: a template of GitLab with all its comments has 150,000.
  public static let fileOctets = 4_000_000
  /// Arrays within arrays: `socket_options` needs three.
  static let depth = 32
  /// Assignments of one file.
  static let assignments = 20_000
  /// Octets of a value of `.env` or `main.cf` with others inserted: a URL with everything in it has some hundred, Postfix's
  /// lists of restrictions a thousand.
  static let insertedOctets = 8_000
  /// Values of one file that are kept: aliases of YAML repeat them.
  static let values = 50_000
  /// Faults that are kept of one file; what follows is mostly an echo.
  static let faults = 100
  /// Octets in which the installer's own words are looked for: they stand at the top.
  static let head = 4_096
  /// Characters of an expression that is shown because it cannot be known.
  static let excerpt = 80
}
