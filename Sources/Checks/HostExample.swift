public import AuditModel
import DNS
public import Survey

/// A machine in a small world, and what a check says of it. It documents the check, and it runs as a test through the
/// real survey.
public struct HostExample: Sendable {
  /// The verdict on this machine.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// Its files.
  public var files: StagedFiles
  /// The name that it runs under; nil for an image.
  public var name: String? = "web01"
  /// Who listens on port 25 of the loopback address; nil for nobody.
  public var listener: StagedMailServer?
  /// The host whose port 25 is tried; nil for none. It is at 192.0.2.25.
  public var port25: StagedMailServer?
  /// The world as zone text, `example.org` being its origin; nil where DNS is not asked.
  public var zone: String?

  /// Makes an example of a machine that runs; `configure` sets what is special about it.
  public init(
    _ verdict: Verdict, _ title: String, _ files: StagedFiles = [:], name: String? = "web01",
    configure: (inout HostExample) -> Void = { _ in }
  ) {
    (self.verdict, self.title, self.files, self.name) = (verdict, title, files, name)
    configure(&self)
  }

  /// What is tried.
  public var options: HostOptions {
    var options = HostOptions()
    if port25 != nil { options.egressTarget = .address(.v4(0xC000_0219)) }
    return options
  }

  /// What is tried, as it is written on the command line.
  var settings: [String] {
    var settings: [String] = []
    if name == nil { settings.append("--root image") }
    if zone == nil { settings.append("--offline") }
    if port25 != nil { settings.append("--port25 192.0.2.25") }
    return settings
  }
}
