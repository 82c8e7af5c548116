import ArgumentParser
import DNS
import Providers
import Reporting

/// `mailaudit providers`: what to set in an application for a provider, and what to publish.
struct ProvidersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "providers",
    abstract: "Tell what to set in an application for a mail provider, and what to publish.",
    discussion: """
      Nothing is asked: the facts ship with mailaudit. Each knows what it rests on: 'documented', 'example' (a published \
      example of an application uses it) or 'remembered', which the page marks "unconfirmed". --verbose tells the sources.

      EXAMPLES
        mailaudit providers
        mailaudit providers fastmail
        mailaudit providers smtp.sendgrid.net
        mailaudit providers someone@gmx.net
        mailaudit providers include:_spf.google.com
        mailaudit providers aspmx.l.google.com
        mailaudit providers --domain example.org mailgun
      """)

  @Argument(
    help: ArgumentHelp(
      "A provider, a submission server, an MX host, an SPF include, or an address of a mailbox; none for a list.",
      valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Your domain, filled into the records to publish.", valueName: "domain"))
  var domain: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let own = try domain.map { text throws(ErrorLine) in try DomainArgument.parse(text) }
    guard let name else { return try list() }
    let found = Self.search(name)
    guard !found.isEmpty else { throw Self.unknown(name) }
    if output.format == .json { return try output.write(ProvidersJSON.of(found, for: own)) }
    var page = output.page
    for (number, service) in found.enumerated() {
      if number > 0, !output.quiet { page.line() }
      if output.quiet {
        page.line(Span(service.provider.id))
      } else {
        page.provider(service, for: own, isWhole: output.verbose)
      }
    }
    try output.write(page)
  }

  private func list() throws {
    let all = SubmissionDirectory.all.sorted { $0.id < $1.id }
    if output.format == .json { return try output.write(ProvidersJSON.list(all)) }
    var page = output.page
    page.providers(all, isShort: output.quiet)
    try output.write(page)
  }

  /// The providers that `text` stands for: a name first, then a server, then the domain of a mailbox, then what customers
  /// have in MX records and SPF includes.
  static func search(_ text: String) -> [FoundProvider] {
    let named = SubmissionDirectory.providers(named: text)
    if !named.isEmpty { return named.map { FoundProvider(provider: $0, hosts: $0.hosts) } }
    let sign = text.hasPrefix("include:") ? String(text.dropFirst("include:".count)) : text
    let domain = sign.lastIndex(of: "@").map { String(sign[sign.index(after: $0)...]) } ?? sign
    guard let name = DomainName(domain) else { return [] }
    var found: [FoundProvider] = []
    for service in domain == sign ? SubmissionDirectory.services(ofHost: name) : [] {
      if let place = found.firstIndex(where: { $0.provider.id == service.provider.id }) {
        found[place].hosts.append(service.host)
      } else {
        found.append(FoundProvider(provider: service.provider, hosts: [service.host]))
      }
    }
    if !found.isEmpty { return found }
    let owners = SubmissionDirectory.providers(ofMailboxDomain: name)
    let signed = ProviderDirectory.recognise(spfIncludes: [name], mxHosts: [name]).compactMap(\.provider.submission)
    return (owners.isEmpty ? signed : owners).map { FoundProvider(provider: $0, hosts: $0.hosts) }
  }

  private static func unknown(_ text: String) -> ErrorLine {
    let names = SubmissionDirectory.all.flatMap { [$0.id] + $0.hosts.map(\.name) }
    let near = NearMiss.of(text.lowercased(), among: names)
    let hint = near.isEmpty ? "'mailaudit providers' lists them" : "did you mean \(near.joined(separator: " or "))?"
    return ErrorLine(text, "is no provider, server or mailbox that is known here; " + hint)
  }
}

/// A provider, and those of its servers that were asked for.
struct FoundProvider {
  let provider: SubmissionFacts
  var hosts: [SubmissionHost]
}
