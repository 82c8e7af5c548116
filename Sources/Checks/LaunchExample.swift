public import AuditModel
public import Survey

/// A situation before a launch, and what a check says of it. It documents the check, and it runs as a test through the
/// real parser, the real survey and the real fold of reports.
public struct LaunchExample: Sendable {
  /// The verdict.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The world as zone text, `example.org` being its origin.
  public let zone: String
  /// What is to be seen in the world beside the zone text.
  public var stage = CheckStage()
  /// What the owner tells of the domain.
  public var options = SurveyOptions()
  /// The answers of the owner.
  public var answers = LaunchAnswers()
  /// The reports that were given; empty for none.
  public var reports: [ExampleReport] = []

  /// Makes an example; `configure` sets what is told.
  public init(
    _ verdict: Verdict, _ title: String, zone: String = "@ A 192.0.2.1",
    configure: (inout LaunchExample) -> Void = { _ in }
  ) {
    (self.verdict, self.title, self.zone) = (verdict, title, zone)
    configure(&self)
  }

  /// What the owner tells, as it is written on the command line.
  var settings: [String] { options.sendingAddresses.map { "--ip \($0)" } }
}
