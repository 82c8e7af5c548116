import ArgumentParser
import AuditModel
import DNS
import MailAuthentication
import Survey

/// `mailaudit dmarc`: which record applies to a domain, why, and what happens to its mail.
struct DMARCCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmarc",
    abstract: "Show which DMARC record applies to a domain, why, and what happens to its mail.",
    discussion: """
      The answer of RFC 9989 (2026), which finds the record with a tree walk in DNS, and beside it that of RFC 7489, \
      which many receivers still use and which finds it with the Public Suffix List.

      The exit status is 0 when the policy is known, even if there is none, and 2 when a query failed that could \
      change it.
      """)

  @Argument(help: "The domain, as it stands in From.")
  var domain: String

  @OptionGroup(title: "Public Suffix List") var suffixes: PublicSuffixOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws {
    let name = try DomainArgument.parse(domain)
    var options = SurveyOptions()
    try suffixes.apply(to: &options)
    let survey = try await resolver.withResolver(origin: name) { [options] resolver in
      await DMARCSurvey.gather(name, options: options, using: resolver)
    }
    let view = DMARCView(survey, suffixListDate: options.publicSuffixList.date)
    switch output.format {
    case .json: try output.write(DMARCJSON.of(view))
    case .text:
      var page = output.page
      page.write(view, isQuiet: output.quiet, isWhole: output.verbose)
      try output.write(page)
    }
    if view.isUndecided { throw ExitCode(ExitStatus.undecided.rawValue) }
  }
}
