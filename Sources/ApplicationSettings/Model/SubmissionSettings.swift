/// How an application hands its mail over.
public enum MailTransport: String, Sendable, Hashable, Codable {
  /// To a submission server, by SMTP.
  case smtp = "smtp"
  /// To the program `sendmail` of the machine.
  case sendmail = "sendmail"
  /// To the function `mail()` of PHP, which runs `sendmail_path`.
  case phpMail = "php-mail"
  /// To the mail servers of each recipient, RFC 5321 §5.1.
  case direct = "direct"
  /// To a mail service, by its own interface over HTTPS.
  case service = "service"
  /// Not at all: mail is switched off.
  case disabled = "disabled"
}

/// How a connection is secured.
public enum ConnectionSecurity: String, Sendable, Hashable, Codable {
  /// TLS from the first octet, RFC 8314 §3.3.
  case implicitTLS = "implicit-tls"
  /// STARTTLS, RFC 3207, or no mail.
  case startTLS = "starttls"
  /// STARTTLS when the server offers it, otherwise clear text.
  case startTLSIfOffered = "starttls-opportunistic"
  /// Clear text.
  case none = "none"
}

/// How the certificate of a server is verified, RFC 5280 §6 and RFC 6125 §6.
public enum CertificateVerification: String, Sendable, Hashable, Codable {
  /// Chain and name.
  case full = "full"
  /// The chain alone; the name is not compared.
  case chain = "chain-only"
  /// Not at all.
  case none = "none"
}

/// The settings of one application that decide how its mail leaves.
public struct SubmissionSettings: Sendable, Codable {
  /// The application.
  public let application: Application
  /// How mail is handed over.
  public var transport: Setting<MailTransport>
  /// The server, without scheme.
  public var host: Setting<String>
  /// The scheme in front of the server, such as `ssl`.
  public var scheme: String?
  /// The port.
  public var port: Setting<Int>
  /// How the connection is secured.
  public var security: Setting<ConnectionSecurity>
  /// How the certificate is verified.
  public var verification: Setting<CertificateVerification>
  /// The file of certificates that are trusted.
  public var authorities: Setting<String>
  /// The name in EHLO.
  public var greetingName: Setting<String>
  /// Whether the client logs in.
  public var authenticates: Setting<Bool>
  /// The SASL mechanism, when one is chosen.
  public var mechanism: Setting<String>
  /// A mechanism that says that there is none, such as `false`: its text.
  public var noMechanism: Setting<String>
  /// Whether STARTTLS is asked for by a setting of its own, beside TLS from the first octet.
  public var asksStartTLS: Setting<Bool>
  /// The user name.
  public var userName: Setting<String>
  /// The password: that it is there, never what it is.
  public var secret: Setting<SecretTrace>
  /// The sender in MAIL FROM.
  public var envelopeSender: Setting<String>
  /// The address in From.
  public var from: Setting<String>
  /// The address in Reply-To.
  public var replyTo: Setting<String>
  /// Whether a user who writes to another one is the author in From.
  public var putsUsersInFrom: Setting<Bool>
  /// The name at the right of Message-ID.
  public var messageIDHost: Setting<String>
  /// The address of the application itself, a URL.
  public var site: Setting<String>
  /// Seconds until a connection is given up.
  public var timeout: Setting<Int>
  /// Whether connections are kept for more than one message.
  public var pool: Setting<Bool>
  /// Whether the dialogue with the server is shown.
  public var debug: Setting<Bool>
  /// Whether users are told by mail of what others change.
  public var notifiesWatchers: Setting<Bool>
  /// Whether a process works through the queue that holds the mail; false is a fault of the settings.
  public var worksQueue: Setting<Bool>
  /// Settings that do nothing, though they stand there.
  public var idle: [IdleSetting] = []
  /// Statements that keep mail from leaving, though they are no settings of mail.
  public var hindrances: [Hindrance] = []
  /// Files of other nodes that do not say how mail leaves, though they work through the queue that holds it.
  public var silentNodes: [SettingPlace] = []
  /// Every setting of mail that was read, in the order of the files.
  public var entries: [SettingEntry] = []
  /// What else an owner should know about the files, such as others that they include.
  public var remarks: [SettingRemark] = []
  /// What breaks the syntax, with its place.
  public var faults: [SettingRemark] = []

  init(_ application: Application, transport: Setting<MailTransport>) {
    self.application = application
    self.transport = transport
    host = Setting("", .absent)
    port = Setting("", .absent)
    security = Setting("", .absent)
    verification = Setting("", .absent)
    authorities = Setting("", .absent)
    greetingName = Setting("", .absent)
    authenticates = Setting("", .absent)
    mechanism = Setting("", .absent)
    noMechanism = Setting("", .absent)
    asksStartTLS = Setting("", .absent)
    userName = Setting("", .absent)
    secret = Setting("", .absent)
    envelopeSender = Setting("", .absent)
    from = Setting("", .absent)
    replyTo = Setting("", .absent)
    putsUsersInFrom = Setting("", .absent)
    messageIDHost = Setting("", .absent)
    site = Setting("", .absent)
    timeout = Setting("", .absent)
    pool = Setting("", .absent)
    debug = Setting("", .absent)
    notifiesWatchers = Setting("", .absent)
    worksQueue = Setting("", .absent)
  }
}

/// One setting as the file has it, for people to read.
public struct SettingEntry: Sendable, Hashable, Codable {
  /// The name in the application's words.
  public let name: String
  /// The value; a secret is masked, and an expression stands as it is.
  public let text: String
  /// Whether the value is computed, and `text` only tells from what.
  public let isComputed: Bool
  /// Where it stands.
  public let place: SettingPlace
}

/// Something about a place of a file.
public struct SettingRemark: Sendable, Hashable, Codable {
  /// The place.
  public let place: SettingPlace
  /// What there is to know, a sentence without its full stop.
  public let message: String
  /// Whether it tells of a list without its end, as when a part of a file was pasted.
  public var isCutOff = false
}

/// A statement that keeps mail from leaving.
public struct Hindrance: Sendable, Hashable, Codable {
  /// Where it stands.
  public let place: SettingPlace
  /// The statement as people read it.
  public let text: String
  /// What it does, a sentence without its full stop.
  public let effect: String
  /// What to do instead, a sentence.
  public let remedy: String
}

/// A setting that does nothing.
public struct IdleSetting: Sendable, Hashable, Codable {
  /// The setting, its value as people read it.
  public let setting: Setting<String>
  /// Why it does nothing, a clause without a full stop.
  public let reason: String
  /// What to do instead, a sentence.
  public let remedy: String
}
