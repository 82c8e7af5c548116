/// What to do around the settings of an application: how changes take effect, how a mail is tried, where logs lie.
public struct ApplicationGuide: Sendable {
  /// What makes a change take effect; empty where saving the file does.
  public let change: String
  /// How a mail is sent for a trial, and what that proves.
  public let trial: String
  /// Where to look when none arrives.
  public let logs: String
}

extension Application {
  /// What to do around its settings; nil where that is not known here.
  public var guide: ApplicationGuide? { conduct.guide }
}
