import ArgumentParser
import DNS
import Survey

/// `mailaudit mx`: the hosts that receive mail for a domain.
struct MXCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mx",
    abstract: "Show the mail servers of a domain: addresses, names, MTA-STS, TLSA records, and what they show.",
    discussion: """
      With --probe-mx each address is connected to: what it answers, which versions of TLS it accepts, its RSA and its \
      ECDSA certificate, what is wrong with them, and whether a TLSA record names them. --verbose shows the \
      conversations.

      EXAMPLES
        mailaudit mx example.org
        mailaudit mx --probe-mx --verbose example.org
      """)

  @Argument(help: "The domain that mail is addressed to.")
  var domain: String

  @Option(help: ArgumentHelp("The name to greet the servers with (EHLO).", valueName: "name"))
  var helo: String?

  @OptionGroup(title: "Mail servers") var probing: ProbeOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNSSEC") var dnssec: DNSSECOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions
  @OptionGroup(title: "HTTPS") var https: HTTPSOptions

  func run() async throws {
    let name = try DomainArgument.parse(domain)
    var options = SurveyOptions()
    options.heloName = try helo.map(DomainArgument.parse)
    options.time = Console.current.now
    let (settled, mailServers) = (options, try probing.access())
    let isZoneText = !resolver.zone.isEmpty && resolver.resolver.isEmpty
    let survey = try await resolver.withResolver(origin: name) { resolver in
      try await dnssec.withValidator(beside: resolver) { validator in
        var instruments = https.equip(Instruments(resolver: resolver), isZoneText: isZoneText)
        (instruments.validator, instruments.mailServers) = (validator, mailServers)
        return await ReceivingSurvey.gather(name, options: settled, with: instruments)
      }
    }
    let view = ReceivingView(name, survey)
    switch output.format {
    case .json: try output.write(view.json)
    case .text:
      var page = output.page
      page.receiving(view, isWhole: output.verbose, isShort: output.quiet)
      try output.write(page)
    }
  }
}
