import ArgumentParser
import DNS
import Survey

/// What the owner of a domain tells about it.
struct OwnerOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A DKIM selector of the domain: the s= tag of a signature (repeatable). They cannot be listed by asking.",
      valueName: "name"))
  var selector: [String] = []

  @Flag(help: "The domain sends no mail at all.")
  var parked = false

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "An address that the domain's mail is sent from (repeatable); the first is that of --helo.", valueName: "address")
  )
  var ip: [String] = []

  @Option(help: ArgumentHelp("The name that the sending host greets with (EHLO).", valueName: "name"))
  var helo: String?

  @Option(help: ArgumentHelp("The envelope sender of the domain's mail (MAIL FROM).", valueName: "address"))
  var mailFrom: String?

  /// The options as the survey takes them.
  func surveyOptions() throws(ErrorLine) -> SurveyOptions {
    var options = SurveyOptions()
    options.selectors = try selector.map(SelectorArgument.parse)
    options.isParked = parked
    options.sendingAddresses = try AddressArgument.parse(ip)
    if let helo { options.heloName = try Self.heloName(helo) }
    if let mailFrom { options.mailFrom = try Self.checkedSender(mailFrom) }
    return options
  }

  /// The address of `--mail-from`, if it is one.
  static func checkedSender(_ text: String) throws(ErrorLine) -> String {
    guard let at = text.lastIndex(of: "@"), DomainName(String(text[text.index(after: at)...])) != nil else {
      throw ErrorLine("--mail-from \(text)", "is no address (write local-part@domain)")
    }
    return text
  }

  /// A host may greet with its address, well-formed or not: such a name is taken as it is, and judged.
  static func heloName(_ text: String) throws(ErrorLine) -> DomainName {
    if let name = DomainName(text), name.literalAddress != nil { return name }
    do { return try DomainArgument.parse(text) } catch { throw ErrorLine("--helo \(text)", error.cause) }
  }
}
