/// Reads `config.php` of Moodle: what it sets goes before what the admin pages have.
struct MoodleReader {
  private let settings: LiteralSettings

  static func read(_ files: [SettingsFile]) -> SubmissionSettings {
    MoodleReader(settings: LiteralSettings(files, read: PHPScript.read)).submission
  }

  private var submission: SubmissionSettings {
    var result = SubmissionSettings(.moodle, transport: transport)
    result.security = security
    result.port = Setting("the port in $CFG->smtphosts", .absent, text("smtphosts").place)
    result.takePHPMailerHost(text("smtphosts"))
    result.verification = Setting("the verification", .absent)
    login(&result)
    names(&result)
    result.debug = config("debugsmtp", read: SettingValue<Bool>.phpFlag)
    result.entries = settings.entries { variable, path in
      variable == "$CFG" && path.first.map(Self.keys.contains) == true
    } name: {
      PHPMailerObject.name($0, $1)
    }
    result.faults = settings.faults
    result.remarks += remarks
    return result
  }

  /// The settings of mail.
  private static let keys: Set<String> = [
    "smtphosts", "smtpsecure", "smtpauthtype", "smtpuser", "smtppass", "smtpmaxbulk", "smtpoauthservice",
    "noreplyaddress", "emailfromvia", "allowedemaildomains", "emailonlyfromnoreplyaddress", "handlebounces",
    "maildomain",
    "mailprefix", "divertallemailsto", "divertallemailsexcept", "noemailever", "wwwroot", "supportemail", "debugsmtp",
    "emailsubjectprefix", "emailheaders", "mailnewline"
  ]

  private func config<Value>(_ key: String, read: (Literal.Value) -> SettingValue<Value>) -> Setting<Value> {
    settings.setting("$CFG->\(key)", "$CFG", [key], read: read)
  }

  private func text(_ key: String) -> Setting<String> { config(key, read: SettingValue<String>.text) }

  private static let elsewhere = "the file does not set it: the admin pages decide"

  private var transport: Setting<MailTransport> {
    let never = config("noemailever", read: SettingValue<Bool>.phpFlag)
    if never.value == true { return never.map { _ in .read(.disabled) } }
    let hosts = text("smtphosts")
    return hosts.map { text in .read(text.isEmpty ? .phpMail : text == "qmail" ? .sendmail : .smtp) }
  }

  private var security: Setting<ConnectionSecurity> {
    text("smtpsecure").map { text in
      switch text {
      case "ssl": .read(.implicitTLS)
      case "tls": .read(.startTLS)
      case "": .read(.none)
      default: .malformed("Moodle knows ssl, tls and an empty text")
      }
    }
  }

  private func login(_ result: inout SubmissionSettings) {
    result.mechanism = text("smtpauthtype")
    result.userName = text("smtpuser")
    result.secret = config("smtppass", read: SettingValue<SecretTrace>.secret)
    // Moodle logs in when a user is named.
    let user = result.userName
    result.authenticates =
      user.isAbsent ? Setting(user.name, .computed(Self.elsewhere)) : user.map { .read(!$0.isEmpty) }
  }

  private func names(_ result: inout SubmissionSettings) {
    result.site = text("wwwroot")
    result.from = text("noreplyaddress")
    result.greetingName = Setting("Hostname of PHPMailer", .absent)
    let bounces = config("handlebounces", read: SettingValue<Bool>.phpFlag)
    if bounces.value == true || bounces.isUnknown {
      result.envelopeSender = bounces.map { _ in .computed("each recipient gets an address of its own for bounces") }
    }
    result.putsUsersInFrom = usersInFrom
  }

  /// A user stands in From only where `allowedemaildomains` has the domain of the address: whoever sets it knows why.
  private var usersInFrom: Setting<Bool> {
    let only = config("emailonlyfromnoreplyaddress", read: SettingValue<Bool>.phpFlag)
    if only.value == true { return only.map { _ in .read(false) } }
    let domains = text("allowedemaildomains")
    if domains.isAbsent { return Setting(domains.name, .computed(Self.elsewhere)) }
    return domains.map { _ in .read(false) }
  }

  private var remarks: [SettingRemark] {
    let notes = [
      ("divertallemailsto", "all mail goes to this address, whoever it is meant for"),
      ("allowedemaildomains", "users of these domains stand in From: the relay must be allowed to send for them")
    ]
    return notes.compactMap { key, message in
      let setting = text(key)
      guard let place = setting.place, !setting.isAbsent, setting.value != "" else { return nil }
      return SettingRemark(place: place, message: message)
    }
  }
}
