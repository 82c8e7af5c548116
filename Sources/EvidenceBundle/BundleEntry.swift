public import ApplicationSettings
public import AuditModel
public import DNS
public import HTTPS
public import OpenSSLKit
public import SMTPSubmission
public import Survey

/// One line of an evidence bundle: something that an audit looked at. What is no fact of a report cannot be said here: a
/// password, a private key or an exchange of AUTH has no form.
public enum BundleEntry: Codable, Sendable {
  /// The first line: what the bundle is.
  case evidence(BundleHeading)
  /// A number that was drawn at random, as digits: it may be beyond the numbers of JSON.
  case random(number: String)
  /// The name of the machine; nil when it tells none.
  case machine(name: String?)
  /// The lines of standard input.
  case input(lines: [String])
  /// A file of zone text, roots or lists.
  case file(name: String, octets: [UInt8])
  /// When a file last changed, in seconds since 1970, UTC.
  case changed(file: String, time: Int?)
  /// The settings of an application, without their secrets.
  case settings(values: SubmissionSettings, isPasswordUserName: Bool)
  /// Lines of their files that mend them.
  case correction(Correction)
  /// Whether there was something to log in with.
  case login(isGiven: Bool)
  /// The certificate of the client, without its key.
  case clientCertificate(chain: [Certificate], isPublic: Bool?)
  /// A message, or why it could not be read.
  case message(name: String, octets: [UInt8]?, failure: String?)
  /// A file of reports, or why it could not be read.
  case report(name: String, octets: [UInt8]?, failure: String?)
  /// What the history knew of a domain.
  case past(target: String, seen: PastSurvey)
  /// Somebody validated answers with DNSSEC.
  case validator
  /// An answer of the DNS.
  case dns(question: DNSQuestion, outcome: DNSAnswer.Outcome, aliases: [DNSRecord]?, provenance: DNSProvenance)
  /// What DNSSEC says of an answer.
  case dnssec(question: DNSQuestion, verdict: DNSSECVerdict)
  /// What one authoritative server says.
  case authority(server: IPAddress, question: DNSQuestion, content: AuthorityReply.Content)
  /// The answer to a request over HTTPS.
  case https(
    request: RecordedRequest, outcome: HTTPSAnswer.Outcome, address: IPAddress?, certificate: ServerCertificate?,
    time: Int?)
  /// What conversations with mail servers were had with.
  case mailServers(hasRoots: Bool, offersHybrid: Bool)
  /// A conversation with a mail server; the number counts those that began in the same way.
  case smtp(conversation: RecordedConversation, number: Int, session: SMTPSession)
  /// What a chain of certificates is worth.
  case trust(question: RecordedChain, verdict: ChainVerdict?)
  /// A certificate in DER form; other lines name it by its SHA-256.
  case certificate(der: [UInt8])
  /// A report that was written, and how long it took to make.
  case written(target: String, duration: Duration)
  /// The last line: how many stand before it.
  case end(lines: Int)
}

/// What a bundle says of itself.
public struct BundleHeading: Codable, Sendable, Hashable {
  /// The edition of the form.
  public var format = BundleFormat.edition
  /// The version of mailaudit that looked.
  public let version: String
  /// When it looked, in seconds since 1970, UTC.
  public let time: Int
  /// The command line behind `mailaudit`.
  public let command: [String]

  /// Makes the heading of a bundle of this edition.
  public init(version: String, time: Int, command: [String]) {
    (self.version, self.time, self.command) = (version, time, command)
  }
}

/// The form of bundles.
public enum BundleFormat {
  /// The edition that this program writes and reads. It grows when an older reader could not make sense of a bundle.
  public static let edition = 1
}

/// The limits of bundles, which are hostile like every file.
public enum BundleLimits {
  /// The octets of a bundle: it is held in memory as a whole.
  public static let octets = 256 << 20
  /// The values of one line: a conversation with its certificates has some hundred, a big set of settings some thousand.
  static let values = 1 << 18
  /// Numbers are below this, and above its negative: what JSON readers agree on (RFC 7493 §2.2). Sums and differences of
  /// two of them cannot overflow.
  static let number = 1 << 53
  /// The lines of a bundle: an audit asks some hundred questions.
  static let lines = 1 << 20
}

/// Why a file is no bundle that can be replayed, or why none can be written.
public struct BundleFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1; nil when it is about the whole.
  public let line: Int?
  /// The cause, a phrase.
  public let cause: String

  init(_ cause: String, line: Int? = nil) {
    (self.cause, self.line) = (cause, line)
  }

  /// The line and the cause.
  public var description: String { line.map { "line \($0): \(cause)" } ?? cause }
}
