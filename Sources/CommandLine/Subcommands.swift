import ArgumentParser

extension RootCommand {
  /// All subcommands, in the order of `--help`: one line each.
  static let subcommands: [any ParsableCommand.Type] = [
    AuditCommand.self,
    ScanCommand.self,
    FixCommand.self,
    MessageCommand.self,
    LaunchCommand.self,
    DeadlinesCommand.self,
    SPFCommand.self,
    DKIMCommand.self,
    DMARCCommand.self,
    MXCommand.self,
    TLSACommand.self,
    ReportsCommand.self,
    ProbeCommand.self,
    CatchCommand.self,
    ChecksCommand.self,
    ExplainCommand.self,
    SettingsCommand.self,
    HostCommand.self,
    ProvidersCommand.self,
    ExplainErrorCommand.self,
    DataCommand.self,
    CronCommand.self,
    ConfigCommand.self,
    HistoryCommand.self,
    DiffCommand.self,
    ReplayCommand.self,
    DemoCommand.self,
    GenerateCommand.self
  ]
}
