import ArgumentParser
import AuditModel
import DNS
import IDNKit
import ProcessKit
import Reporting
import SMTPSubmission
import Survey

/// What is tried at a submission server.
struct TrialOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The name to greet with; that of this machine unless given.", valueName: "name"))
  var helo: String?

  @Option(help: ArgumentHelp("The sender of MAIL FROM, as the application sets it.", valueName: "address"))
  var from: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("A recipient of RCPT TO (repeatable).", valueName: "address"))
  var to: [String] = []

  @Option(
    help: ArgumentHelp(
      "An address that the login must not send as: is it refused as the sender? Needs --user, --from and --to.",
      valueName: "address"))
  var foreignFrom: String?

  @Flag(help: "Send one short message that says what it is, and print its Message-ID. Needs --from and --to.")
  var sendTest = false

  @Flag(help: "Try ports 25, 465, 587, 2525 and those of a known provider in both modes of TLS.")
  var scanPorts = false

  @Option(
    help: ArgumentHelp("Try once more after this time when the server says \"later\" (90s, 5m).", valueName: "time"))
  var wait: WaitingTime?

  @Option(
    help: ArgumentHelp(
      "Write the dialogue to a file, without secrets; - puts it on standard output, in front of the report.",
      valueName: "file"))
  var transcript: String?

  func validate() throws {
    if from == nil, !to.isEmpty { throw ValidationError("--to: needs --from too") }
    if foreignFrom != nil, from == nil || to.isEmpty {
      throw ValidationError("--foreign-from: needs --from and --to too")
    }
    if let foreignFrom, foreignFrom == from || foreignFrom == "<>" {
      throw ValidationError("--foreign-from: needs another address than --from")
    }
    if transcript?.isEmpty == true { throw ValidationError("--transcript: is empty") }
    if sendTest, from == "<>" { throw ValidationError("--send-test: needs an address in --from") }
    if sendTest, to.isEmpty { throw ValidationError("--send-test: needs --from and --to") }
  }

  /// The name to greet with. RFC 5321 §4.1.4: an address literal where there is no name.
  func clientName() throws(ErrorLine) -> String {
    let name = helo ?? Console.current.hostName() ?? "[127.0.0.1]"
    try Self.check(name, "--helo")
    return try Self.ascii(name, "--helo")
  }

  /// Puts the trial into the options of a survey.
  func apply(to options: inout SubmissionOptions) throws(ErrorLine) {
    options.scansPorts = scanPorts
    options.patience = wait?.duration
    guard let from else { return }
    var envelope = SMTPEnvelope(sender: from == "<>" ? "" : try Self.mailbox(from, "--from"))
    for address in to { envelope.recipients.append(try Self.mailbox(address, "--to")) }
    options.triesNullSender = !envelope.sender.isEmpty
    if let foreignFrom { options.foreignSender = try Self.mailbox(foreignFrom, "--foreign-from") }
    if sendTest {
      let message = TestMessage(from: envelope.sender, to: envelope.recipients, time: Console.current.now)
      (envelope.message, options.messageID) = (message.octets, message.messageID)
    }
    options.envelope = envelope
  }

  /// An address as it goes into a command: its domain in ASCII. What stands before the at sign stays as it is, and needs
  /// SMTPUTF8 when it is not ASCII (RFC 6531 §3.2).
  private static func mailbox(_ text: String, _ option: String) throws(ErrorLine) -> String {
    try check(text, option)
    guard let at = text.lastIndex(of: "@") else { return text }
    return text[...at] + (try ascii(String(text[text.index(after: at)...]), option))
  }

  /// A name with A-labels in place of U-labels (RFC 5891 §4); what is ASCII stays.
  private static func ascii(_ name: String, _ option: String) throws(ErrorLine) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    do {
      return try DomainName(userInput: name).serverName
    } catch {
      throw ErrorLine("\(option) \(name)", error.description)
    }
  }

  /// What goes into a command may neither end it nor begin another one.
  private static func check(_ text: String, _ option: String) throws(ErrorLine) {
    guard
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" })
    else { throw ErrorLine("\(option) \(text)", "holds blanks, control characters or angle brackets") }
    guard !text.isEmpty else {
      throw ErrorLine(option, "is empty" + (option == "--from" ? " (the null sender is written --from '<>')" : ""))
    }
    guard text.utf8.count <= 512 else { throw ErrorLine(option, "is too long") }
  }

  /// Makes the file for the dialogue before anything is tried: a message that was sent cannot be called back.
  func newTranscript() throws -> NewFile? {
    guard let transcript, transcript != "-" else { return nil }
    do {
      if let file = try NewFile(at: transcript) { return file }
    } catch {
      throw ErrorLine("--transcript \(transcript)", "\(error)", .inputOutput)
    }
    throw ErrorLine("--transcript \(transcript)", "exists already", .inputOutput)
  }

  /// Writes the dialogue to the file that was asked for.
  func writeTranscript(of report: AuditReport, to file: NewFile?) throws {
    guard let transcript, let lines = report.proceedings?.transcript else { return }
    let text = lines.map { VisibleText.of($0) + "\n" }.joined()
    if transcript == "-" { return try Console.current.write(text + "\n") }
    do {
      try file?.append(Array(text.utf8))
    } catch {
      throw ErrorLine("--transcript \(transcript)", "\(error)", .inputOutput)
    }
  }
}
