import ApplicationSettings
import ArgumentParser
import Audit
import AuditModel
import DNS
import EvidenceBundle
import MailMessage
import OpenSSLKit
import ProcessKit
import SASL
import SMTPSubmission
import Survey

/// What sends for the domain: an application by its settings, the server that they name, and a message.
struct SenderOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A file of settings of the application that sends, or its folder (repeatable); read as data.",
      valueName: "file"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("The application, when its files do not tell.", valueName: "name"))
  var app: ApplicationArgument?

  @Option(help: ArgumentHelp("A message that the application sent, with its whole header.", valueName: "file"))
  var message: String?

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      """
      What receivers reported about the domain: DMARC aggregate reports, a file, folder or mailbox (repeatable; \
      'mailaudit reports' shows more).
      """, valueName: "path"))
  var reports: [String] = []

  @Flag(
    help: """
      Talk to the submission server as the settings say: with its name of EHLO, its mode of TLS, its login and its sender. \
      Nothing is sent. The password is read from the file, and is given over verified TLS only.
      """)
  var probe = false

  @Option(
    name: .customLong("to"), parsing: .singleValue,
    help: ArgumentHelp("With --probe, a recipient for RCPT TO (repeatable).", valueName: "address"))
  var recipients: [String] = []

  @OptionGroup(title: "Login") var login: LoginOptions

  func validate() throws {
    if settings.isEmpty, probe { throw ValidationError("--probe: needs --settings ('mailaudit probe' takes a server)") }
    if settings.isEmpty, app != nil { throw ValidationError("--app: needs --settings") }
    if !probe, !recipients.isEmpty { throw ValidationError("--to: needs --probe") }
  }

  /// Whether anything is to be joined to the domain.
  var isEmpty: Bool { settings.isEmpty && message == nil && reports.isEmpty }

  /// The option that has to do with one domain, for an error.
  var nameOfFirst: String { settings.isEmpty ? message == nil ? "--reports" : "--message" : "--settings" }

  /// The files, what they say, and the lines that mend it.
  func read() throws -> (files: [SettingsFile], settings: SubmissionSettings, corrections: [Correction])? {
    if settings.isEmpty { return nil }
    if let player = Console.current.evidence.player { return ([], try player.keptSettings(), player.corrections) }
    let (files, application) = try SettingsFiles.read(settings, chosen: app)
    let read = SubmissionSettings.read(files, of: application)
    let corrections = Correction.all(of: files, read)
    Console.current.evidence.recorder?.keep(read)
    for correction in corrections { Console.current.evidence.recorder?.add(.correction(correction)) }
    return (files, read, corrections)
  }

  /// An auditor of all of it.
  func auditor(
    _ domain: DomainAuditor, of name: DomainName, access: () throws(ErrorLine) -> any MailServerAccess
  ) throws -> CombinedAuditor {
    var (domain, seen) = (domain, ReportsSurvey?.none)
    if !reports.isEmpty { (domain, seen) = try Self.informed(domain, of: name, by: reports) }
    var auditor = CombinedAuditor(domain)
    auditor.reports = seen
    if let (files, settings, corrections) = try read() {
      Self.warn(settings, name)
      (auditor.settings, auditor.corrections) = (settings, corrections)
      auditor.submission = try SettingsTrial(settings, files, self).options(domain.options, time: domain.time)
      if probe, auditor.submission != nil { auditor.access = try access() }
    }
    if let message {
      guard let item = try MessageFiles.items([message]).first else { throw ErrorLine(message, "holds no message") }
      var options = MessageOptions()
      (options.domain, options.publicSuffixList) = (domain.options, domain.options.publicSuffixList)
      options.clientAddress = domain.options.sendingAddresses.first
      let messages = MessageAuditor(instruments: domain.instruments, options: options, time: domain.time)
      auditor.message = CombinedAuditor.MessageSample(try item.open(), named: item.name, by: messages)
    }
    return auditor
  }
}

extension SenderOptions {
  /// Reads what receivers reported, and lets the audit look at the selectors that they saw.
  fileprivate static func informed(
    _ domain: DomainAuditor, of name: DomainName, by paths: [String]
  ) throws(ErrorLine) -> (DomainAuditor, ReportsSurvey) {
    var reported = ReportsOptions()
    reported.domains = [name]
    var survey = ReportsSurvey(options: reported)
    try ReportFiles.read(paths, into: &survey)
    var options = domain.options
    options.reportedSelectors = survey.selectors(of: name)
    options.reportedUse = survey.use(of: name)
    var informed = DomainAuditor(
      instruments: domain.instruments, options: options, goal: domain.goal, time: domain.time)
    (informed.areas, informed.profiles, informed.launch) = (domain.areas, domain.profiles, domain.launch)
    (informed.exhibits, informed.keepsFacts) = (domain.exhibits, domain.keepsFacts)
    return (informed, survey)
  }

  /// Tells when the application sends for another domain: what the audit says of DNS is not about its mail then.
  fileprivate static func warn(_ settings: SubmissionSettings, _ name: DomainName) {
    guard let author = settings.prediction.from.value, let domain = SenderText.domain(author),
      let own = DomainName(typed: domain), !own.isEqual(toOrBelow: name)
    else { return }
    let line = ErrorLine(
      settings.application.title, "sends as \(author), which is outside \(name): audit \(own) as well")
    Console.current.writeError(line.text)
  }
}

/// What the settings of an application make of a submission.
struct SettingsTrial {
  private let settings: SubmissionSettings
  private let files: [SettingsFile]
  private let told: SenderOptions

  init(_ settings: SubmissionSettings, _ files: [SettingsFile], _ told: SenderOptions) {
    (self.settings, self.files, self.told) = (settings, files, told)
  }

  /// What to try; nil where the settings name no server that can be known.
  func options(_ domain: SurveyOptions, time: Int) throws -> SubmissionOptions? {
    let prediction = settings.prediction
    guard let server = prediction.server?.value, let place = try? SubmissionPlace.parse(server) else { return nil }
    let target = place.target(security(prediction))
    let greeting = prediction.greetingName.value.flatMap { $0.isEmpty ? nil : $0 }
    var options = SubmissionOptions(target, clientName: greeting ?? Console.current.hostName() ?? "[127.0.0.1]")
    (options.time, options.domain) = (time, domain)
    if let sender = prediction.envelopeSender.value, !sender.isEmpty {
      options.envelope = SMTPEnvelope(sender: sender, recipients: told.recipients)
      options.domain.mailFrom = sender
    }
    if settings.authenticates.value == true, let user = settings.userName.value {
      options.userName = user
      if told.probe { options.login = try login(of: user, at: target) }
    }
    return options
  }

  private func security(_ prediction: PredictedIdentity) -> SMTPClient.Plan.Security {
    switch prediction.security?.value.flatMap(ConnectionSecurity.init(rawValue:)) {
    case .implicitTLS?: .implicit
    case .startTLS?, .startTLSIfOffered?: .offered
    case ConnectionSecurity.none?, nil: .none
    }
  }

  /// The login of the settings, with a password that an option names before the one of the file.
  private func login(of user: String, at target: SubmissionTarget) throws -> (any SMTPLogin)? {
    let evidence = Console.current.evidence
    if let player = evidence.player { return player.hasLogin ? ReplayedLogin() : nil }
    let login = try ownLogin(of: user, at: target)
    evidence.recorder?.add(.login(isGiven: login != nil))
    return login
  }

  private func ownLogin(of user: String, at target: SubmissionTarget) throws -> SASLLogin? {
    let login = told.login
    let isNamed = login.variable != nil || login.file != nil || login.descriptor != nil
    let credentials: SASLCredentials
    if isNamed {
      credentials = try login.credentials(of: user) { Console.current.writeError(ErrorLine("", "\($0)").text) }
    } else {
      CoreDumps.refuse()
      guard let password = settings.password(in: files) else {
        Console.current.writeError(
          ErrorLine(settings.secret.name, "cannot be read from the file: the login is not tried (--password-file)").text
        )
        return nil
      }
      credentials = SASLCredentials(user: user, password: Secret(password))
    }
    return SASLLogin(
      credentials, wanted: login.mechanism, allowsInsecure: login.allowsInsecure, host: target.host.description,
      port: target.port)
  }
}
