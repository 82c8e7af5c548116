import ArgumentParser
import DNS
import IDNKit
import MailAuthentication
import Survey
import Syntax

/// `mailaudit dkim`: the keys of a domain.
struct DKIMCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dkim",
    abstract: "Show the DKIM keys of a domain: how each was found, its length, flags and faults.",
    discussion: """
      DNS has no list of selectors. Name those that sign your mail with --selector: a selector stands as s= in the \
      DKIM-Signature field of a sent message. Without --selector, the selectors of the providers in SPF and MX and some \
      common ones are tried; not finding any proves nothing, unless _domainkey.DOMAIN does not exist.

      EXAMPLES
        mailaudit dkim --selector s1 --selector s2 example.org
        mailaudit dkim --format json example.org
      """)

  @Argument(help: "The signing domain, d= in the DKIM-Signature field.")
  var domain: String

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A selector, s= in the DKIM-Signature field (repeatable).", valueName: "name"))
  var selector: [String] = []

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "DNS") var resolver: ResolverOptions

  func run() async throws {
    let name = try DomainArgument.parse(domain)
    var options = SurveyOptions()
    options.selectors = try selector.map(SelectorArgument.parse)
    if resolver.zone.isEmpty { options.probeLabel = ProbeLabel.random() }
    let settled = options
    let survey = try await resolver.withResolver(origin: name) {
      await DKIMSurvey.gather(name, options: settled, using: $0)
    }
    switch output.format {
    case .json: try output.write(DKIMJSON.of(survey))
    case .text:
      var page = output.page
      page.keys(survey, isWhole: output.verbose, isShort: output.quiet)
      try output.write(page)
    }
  }
}

extension DKIMSurvey {
  /// Whether the keys that are known can be used: all named selectors, or else any that was found; nil when nobody
  /// knows.
  var isInOrder: Bool? {
    let named = selectors.filter { $0.certainty == .named }
    if named.isEmpty {
      if discovery.existence == .nothing { return false }
      return selectors.contains { $0.lookup.hasUsableKey } ? true : nil
    }
    if named.contains(where: { $0.lookup.answer?.failure == nil && !$0.lookup.hasUsableKey }) { return false }
    return named.contains { $0.lookup.answer?.failure != nil } ? nil : true
  }

  /// What is known, in one sentence.
  var answer: String {
    let domain = discovery.domain
    let usable = selectors.count { $0.lookup.hasUsableKey }
    if usable > 0 {
      return "\(domain) has \(usable == 1 ? "a key" : "keys") at \(usable) selector\(usable == 1 ? "" : "s")."
    }
    if !selectors.isEmpty { return "No selector of \(domain) that was looked at has a key that verifiers take." }
    return switch discovery.existence {
    case .nothing: "\(domain) publishes no DKIM key: _domainkey.\(domain) does not exist."
    case .something: "No selector of \(domain) is known, but something exists below _domainkey.\(domain)."
    case .wildcard: "No selector of \(domain) is known: a wildcard answers for every name."
    case .contradiction: "No selector of \(domain) is known: its name servers contradict themselves."
    case .unknown: "No selector of \(domain) is known: _domainkey.\(domain) could not be read."
    }
  }
}

extension DKIMKeyLookup {
  /// Whether there is exactly one key record, and verifiers take it.
  var hasUsableKey: Bool {
    keys.count == 1
      && keys.allSatisfy { key in
        key.value?.encoding != nil && key.value?.isForEmail == true && !key.faults.contains { $0.gravity == .fatal }
      }
  }
}

/// Selectors as users write them.
enum SelectorArgument {
  /// Reads a selector: labels in ASCII, or U-labels, which become A-labels (RFC 8616 §5).
  static func parse(_ text: String) throws(ErrorLine) -> String {
    do {
      return try DomainName(userInput: text).description
    } catch {
      throw ErrorLine("--selector \(text)", error.description)
    }
  }
}
