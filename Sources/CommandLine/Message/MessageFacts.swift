public import ArgumentParser
import DNS
public import Survey

/// What the owner tells about messages.
struct MessageFacts: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The address that sent the message to the receiver: SPF is judged for it. Otherwise the Received fields tell.",
      valueName: "address"))
  var ip: String?

  @Option(help: ArgumentHelp("The name that the sending host greeted with (EHLO).", valueName: "name"))
  var helo: String?

  @Option(
    help: ArgumentHelp(
      "The envelope sender (MAIL FROM); '<>' for bounces. Otherwise the topmost Return-Path tells.",
      valueName: "address"))
  var mailFrom: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A name whose Authentication-Results are to be believed: that of your own mail server (repeatable).",
      valueName: "name"))
  var authservId: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many of the topmost Received fields your own servers wrote: the lowest of them names the sender.",
      valueName: "number"))
  var trustedHops: Int?

  @Option(help: "What kind of mail it is: unsubscribing is asked of marketing and subscribed mail only.")
  var kind: MessageOptions.Kind?

  @Flag(help: "Judge as receivers judge bulk senders (Gmail: from about 5000 messages a day on).")
  var bulk = false

  @Option(
    help: ArgumentHelp(
      "Figures of the receivers' dashboards, as JSON: spam rates and compliance ('mailaudit help message' shows one).",
      valueName: "file"))
  var postmaster: String?

  /// The options as the survey takes them.
  func messageOptions() throws(ErrorLine) -> MessageOptions {
    var options = MessageOptions()
    if let ip {
      guard let address = IPAddress(ip) else { throw ErrorLine("--ip \(ip)", "is no IPv4 or IPv6 address") }
      options.clientAddress = address
    }
    if let helo { options.heloName = try OwnerOptions.heloName(helo) }
    if let mailFrom { options.mailFrom = mailFrom == "<>" ? "" : try OwnerOptions.checkedSender(mailFrom) }
    options.trustedServices = authservId
    if let trustedHops {
      guard (0...Self.mostHops).contains(trustedHops) else {
        throw ErrorLine("--trusted-hops \(trustedHops)", "is no number from 0 to \(Self.mostHops)")
      }
      options.trustedHops = trustedHops
    }
    options.kind = kind
    options.isBulk = bulk
    if let postmaster { options.postmaster = try PostmasterFile.read(postmaster) }
    return options
  }

  /// Mail with more hops is in a loop (RFC 5321 §6.3).
  private static let mostHops = 100
}

extension MessageOptions.Kind: ExpressibleByArgument {}
