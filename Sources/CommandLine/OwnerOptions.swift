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

  @Option(help: ArgumentHelp("An address that the domain's mail is sent from.", valueName: "address"))
  var ip: String?

  @Option(help: ArgumentHelp("The name that the sending host greets with (EHLO).", valueName: "name"))
  var helo: String?

  @Option(help: ArgumentHelp("The envelope sender of the domain's mail (MAIL FROM).", valueName: "address"))
  var mailFrom: String?

  /// The options as the survey takes them.
  func surveyOptions() throws(ErrorLine) -> SurveyOptions {
    var options = SurveyOptions()
    options.selectors = try selector.map(SelectorArgument.parse)
    options.isParked = parked
    if let ip {
      guard let address = IPAddress(ip) else { throw ErrorLine("--ip \(ip)", "is no IPv4 or IPv6 address") }
      options.sendingAddress = address
    }
    if let helo {
      do { options.heloName = try DomainArgument.parse(helo) } catch { throw ErrorLine("--helo \(helo)", error.cause) }
    }
    if let mailFrom {
      guard let at = mailFrom.lastIndex(of: "@"), DomainName(String(mailFrom[mailFrom.index(after: at)...])) != nil
      else {
        throw ErrorLine("--mail-from \(mailFrom)", "is no address (write local-part@domain)")
      }
      options.mailFrom = mailFrom
    }
    return options
  }
}
