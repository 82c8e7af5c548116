import ArgumentParser
import Audit
import AuditModel
import DNS
import Survey

/// What every command that audits messages is told, and the auditor that follows it.
struct MessageAuditOptions: ParsableArguments {
  @OptionGroup(title: "What the owner knows") var facts: MessageFacts
  @OptionGroup(title: "Receivers") var recipients: ReceiverOptions
  @OptionGroup(title: "Profiles") var demands: ProfileOptions
  @OptionGroup(title: "Block lists") var blockLists: BlockListOptions
  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions

  @Option(help: ArgumentHelp("The lowest level that makes the exit status 1.", valueName: "severity"))
  var failOn: SeverityArgument = .high

  /// What the owner told, in a world of `resolver`.
  func messageOptions(in resolver: ResolverOptions) throws -> MessageOptions {
    // What cannot be followed is told before anything is asked.
    _ = try recipients.receivers()
    var options = try facts.messageOptions()
    try suffixes.apply(to: &options.domain)
    options.publicSuffixList = options.domain.publicSuffixList
    if resolver.zone.isEmpty { options.domain.probeLabel = ProbeLabel.random() }
    options.time = resolver.worldTime ?? Console.current.now
    return options
  }

  /// An auditor that looks with `instruments`, and asks block lists by their resolver.
  func auditor(_ options: MessageOptions, with instruments: Instruments) throws -> MessageAuditor {
    let resolver = instruments.resolver
    var instruments = instruments
    instruments.blockLists = try blockLists.instrument(resolver)
    var auditor = MessageAuditor(instruments: instruments, options: options, time: options.time ?? 0)
    auditor.receivers = try recipients.receivers()
    auditor.profiles = demands.profiles
    return auditor
  }
}
