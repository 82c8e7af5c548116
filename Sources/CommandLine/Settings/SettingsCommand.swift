import ApplicationSettings
import ArgumentParser
import AuditModel
import Checks
import Reporting

/// `mailaudit settings`: what an application will send, told from its files of settings.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Tell from an application's settings how it will send mail, before it does.",
    discussion: """
      Reads LocalSettings.php of MediaWiki, conf/local.php of DokuWiki (with its smtp plugin), gitlab.rb of GitLab or the \
      values.yaml of its chart, wp-config.php of WordPress (WP Mail SMTP, hooks of PHPMailer), config.php of Nextcloud and \
      Moodle, .env of Laravel and Symfony, .env.production of Mastodon, production.rb and .env of Rails, settings.py of \
      Django, app.ini of Gitea and Forgejo, grafana.ini, alertmanager.yml, configuration.yml of Redmine, app.yml or \
      discourse.conf of Discourse, the export of a realm of Keycloak, php.ini, main.cf of Postfix, msmtprc, ssmtp.conf, or the folder of \
      nullmailer. Zammad keeps its settings in its database: auto_wizard.json is read, and what /api/v1/channels_email \
      answers. The file is read as data: nothing in it is executed, and nothing is asked of the network. What is computed when the \
      application runs is told as such, never guessed. Passwords are not shown. \
      A file of certificates that the settings name is looked at when it is on this machine.

      Give all files of a DokuWiki at once, or the folder conf: later files go before earlier ones.

      EXAMPLES
        mailaudit settings LocalSettings.php
        mailaudit settings /var/www/dokuwiki/conf
        mailaudit settings .env config/environments/production.rb
        mailaudit settings --app gitlab gitlab.rb.backup --format json
        mailaudit settings --app-version 15.10 gitlab.rb
        mailaudit settings --diff LocalSettings.php | patch -p1
        mailaudit settings --write-example mediawiki --provider mailgun --domain example.org

      EXIT STATUS
        0   no check failed at high or above
        1   a check failed at high or above
        64  the command line is wrong
        74  a file could not be read
      """)

  @Argument(
    help: ArgumentHelp("A file of settings, or a folder that holds one; '-' is standard input.", valueName: "file"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The application: \(ApplicationArgument.names).", valueName: "name"))
  var app: ApplicationArgument?

  @Option(
    help: ArgumentHelp(
      "The version of the application, such as 16.4: it decides what some settings of GitLab mean.",
      valueName: "version"))
  var appVersion: String?

  @OptionGroup(title: "Corrections") var correction: CorrectionOptions

  @OptionGroup(title: "Output") var output: OutputOptions

  func validate() throws {
    if correction.writeExample == nil, paths.isEmpty { throw ValidationError("Missing expected argument '<file> ...'") }
  }

  func run() throws {
    if let example = try correction.example() { return try Console.current.write(example) }
    let (files, application) = try SettingsFiles.read(paths, chosen: app)
    if correction.diff { return try correction.patch(files, of: application) }
    var settings = try settings(of: application, files)
    if let remark = settings.authoritiesRemark { settings.remarks.append(remark) }
    try show(settings, files)
  }

  private func settings(of application: Application, _ files: [SettingsFile]) throws -> SubmissionSettings {
    guard let appVersion else { return SubmissionSettings.read(files, of: application) }
    guard application.dependsOnVersion else {
      throw ErrorLine("--app-version", "decides nothing for \(application.title)")
    }
    return SubmissionSettings.read(files, of: application, version: appVersion)
  }

  private func show(_ settings: SubmissionSettings, _ files: [SettingsFile]) throws {
    let outcomes = Catalogue.settingsChecks.map { $0.outcome(settings) }
    switch output.format {
    case .json: try output.write(SettingsJSON.of(settings, files: files, outcomes))
    case .text:
      var page = output.page
      page.settings(settings, files: files, outcomes, isShort: output.quiet, isWhole: output.verbose)
      try output.write(page)
    }
    try ExitStatus.settings(outcomes)
  }
}

extension ExitStatus {
  /// Ends with 1 when something of `outcomes` is high or above.
  static func settings(_ outcomes: [CheckOutcome]) throws {
    if outcomes.contains(where: { ($0.effectiveLevel ?? .info) >= .high }) { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

/// The applications as options name them.
struct ApplicationArgument: ExpressibleByArgument {
  /// The application.
  let application: Application

  /// All names, for the help.
  static let names = allValueStrings.joined(separator: ", ")

  init?(argument: String) {
    guard let application = Application.named(argument) else { return nil }
    self.application = application
  }

  static var allValueStrings: [String] { Application.all.map(\.name) }
}
