public import AuditModel
public import DNS
public import Survey

/// A small world, and what a check says in it. It documents the check, and it runs as a test through the real parser
/// and the real survey.
public struct CheckExample: Sendable {
  /// The verdict in this world.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// The domain that is audited.
  public let domain: DomainName
  /// The world as zone text, `example.org` being its origin.
  public let zone: String
  /// What is to be seen in the world beside the zone text.
  public let stage: CheckStage
  /// What the owner tells.
  public let options: SurveyOptions

  /// Makes an example; `stage` holds what is to be seen beside the zone text, `configure` sets what the owner tells.
  public init(
    _ verdict: Verdict, _ title: String, domain: DomainName = "example.org", zone: String,
    stage: CheckStage = .init(), configure: (inout SurveyOptions) -> Void = { _ in }
  ) {
    self.verdict = verdict
    self.title = title
    self.domain = domain
    self.zone = zone
    self.stage = stage
    var options = SurveyOptions()
    configure(&options)
    self.options = options
  }
}
