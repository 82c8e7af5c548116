import ArgumentParser
import DNS
import Survey

/// What the owner knows of the mail behind the submission server.
struct OutgoingOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      """
      An address that receivers will see: one that the submission server sends from (repeatable). SPF of the sender's \
      domain and the PTR record are judged for it. Where this machine delivers by itself, 'seen' stands for the address \
      that the server sees it at, if the reply to EHLO tells it.
      """, valueName: "address"))
  var ip: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A DKIM selector of the sender's domain (repeatable).", valueName: "name"))
  var selector: [String] = []

  private static let seen = "seen"

  /// Whether the address that the server sees is one that mail comes from.
  var namesSeenAddress: Bool { ip.contains(Self.seen) }

  /// Puts them into the options of the survey of the sender's domain.
  func apply(to options: inout SurveyOptions) throws(ErrorLine) {
    options.sendingAddresses = try AddressArgument.parse(ip.filter { $0 != Self.seen })
    options.selectors = try selector.map(SelectorArgument.parse)
  }
}
