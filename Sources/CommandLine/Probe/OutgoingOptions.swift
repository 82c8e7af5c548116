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
      domain and the PTR record are judged for it.
      """, valueName: "address"))
  var ip: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A DKIM selector of the sender's domain (repeatable).", valueName: "name"))
  var selector: [String] = []

  /// Puts them into the options of the survey of the sender's domain.
  func apply(to options: inout SurveyOptions) throws(ErrorLine) {
    options.sendingAddresses = try AddressArgument.parse(ip)
    options.selectors = try selector.map(SelectorArgument.parse)
  }
}
