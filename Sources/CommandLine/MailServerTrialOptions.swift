import ArgumentParser
import SMTPSubmission
import Survey

/// What mail servers are asked beyond what they offer, and what is tried at one's own.
struct MailServerTrialOptions: ParsableArguments {
  @Flag(
    name: .customLong("probe-recipients"),
    help: """
      With --probe-mx: ask each mail server, in one more conversation at one of its addresses, whether it takes bounces, \
      postmaster, abuse and an address that nobody has. Nothing is sent.
      """)
  var probesRecipients = false

  @Flag(
    help: """
      With --probe-mx, for your own servers only: try whether mail servers relay for strangers, take commands in front of \
      TLS, and, with --test-recipient, end messages too early. Their logs will show attacks.
      """)
  var intrusive = false

  @Option(
    help: ArgumentHelp(
      "With --intrusive: a mailbox of yours at the domain, which gets one message from each of its mail servers.",
      valueName: "address"))
  var testRecipient: String?

  /// Puts the questions into the options of a survey.
  func apply(to options: inout SurveyOptions, connects: Bool) throws(ErrorLine) {
    for (isGiven, name) in [(probesRecipients, "--probe-recipients"), (intrusive, "--intrusive")]
    where isGiven && !connects { throw ErrorLine(name, "needs --probe-mx") }
    options.trials.asksRecipients = probesRecipients
    options.trials.isIntrusive = intrusive
    guard let testRecipient else { return }
    guard intrusive else { throw ErrorLine("--test-recipient", "needs --intrusive") }
    options.trials.testRecipient = try Self.checked(testRecipient)
  }

  /// The address, if it is one that can stand between angle brackets (RFC 5321 §4.1.2).
  private static func checked(_ text: String) throws(ErrorLine) -> String {
    let isPlain = text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
    guard isPlain, text.utf8.count <= 254, let address = try? OwnerOptions.checkedSender(text) else {
      throw ErrorLine("--test-recipient \(text)", "is no address (write local-part@domain)")
    }
    return address
  }
}
