public import AuditModel
import DNS
import Providers
import Survey

/// A check as the catalogue shows it, whatever its target is: its words and its examples.
public protocol CatalogueEntry: Sendable {
  /// The words.
  var description: CheckDescription { get }
  /// Its examples as text.
  var exampleTexts: [ExampleText] { get }
}

/// An example of a check as people read it.
public struct ExampleText: Sendable {
  /// The verdict of the check.
  public let verdict: Verdict
  /// What the example shows, a phrase.
  public let title: String
  /// What is audited: a domain or a message.
  public let target: String
  /// What the owner tells, as it is written on the command line.
  public let settings: [String]
  /// The message; empty for an example about a domain.
  public let message: String
  /// The world as zone text, `example.org` being its origin; may be empty.
  public let zone: String
}

extension DomainCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: $0.domain.description, settings: $0.settings, message: "",
        zone: $0.zone)
    }
  }
}

extension MessageCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: "message", settings: $0.settings, message: $0.message,
        zone: $0.zone)
    }
  }
}

extension SubmissionCheck: CatalogueEntry {
  /// Its examples as text.
  public var exampleTexts: [ExampleText] {
    examples.map {
      ExampleText(
        verdict: $0.verdict, title: $0.title, target: $0.options.target.description, settings: $0.settings, message: "",
        zone: $0.zone)
    }
  }
}

extension CheckExample {
  /// What the owner tells in the example, as it is written on the command line.
  var settings: [String] {
    var settings = options.selectors.map { "--selector \($0)" }
    if options.isParked { settings.append("--parked") }
    settings += options.sendingAddresses.map { "--ip \($0)" }
    if let name = options.heloName { settings.append("--helo \(name)") }
    if let sender = options.mailFrom { settings.append("--mail-from \(sender)") }
    if stage.authorities != nil { settings.append("--authoritative") }
    settings += (stage.blockLists ?? []).map { "--blocklist \($0.zone)" }
    settings += options.expected.exchanges.map { "expect: {mx: \($0)}" }
    settings += options.expected.providers.map { "expect: {providers: \($0)}" }
    return domain == "example.org" ? settings : settings + [domain.description]
  }
}
