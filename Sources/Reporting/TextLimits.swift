/// Measures of text for people.
public enum TextLimits {
  /// The width without a terminal: what terminals have had since the VT100.
  public static let width = 80
  /// Narrower than this, text is left to the terminal to break.
  static let narrowest = 40
  /// Longer lines are hard to read.
  static let widest = 100
  /// How many lines of an excerpt are shown without `--verbose`.
  static let excerptLines = 4
  /// How many characters of a statement are shown without `--verbose`.
  static let statement = 600
  /// How many facts of one check are shown without `--verbose`.
  static let findings = 5
  /// How many pieces of evidence of one fact are shown without `--verbose`.
  public static let evidence = 6
  /// How many changed lines of a file are shown.
  static let correctedLines = 24
  /// How many checks that one fact leaves open are named without `--verbose`.
  static let openChecks = 6
  /// How many checks are named that decide the answer of one receiver.
  static let deciding = 3
  /// How many things that could not be looked at are shown without `--verbose`.
  static let openQuestions = 6
}
