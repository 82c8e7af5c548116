public import DNS
public import HostFiles
public import SMTPSubmission

/// Everything that was learned about the mail of one machine: what checks judge without asking again.
public struct HostSurvey: Sendable {
  /// What was tried.
  public let options: HostOptions
  /// Whether the machine runs; otherwise its files are looked at, as of an image.
  public let isRunning: Bool
  /// What the machine calls itself, and how others complete that.
  public let naming: HostNaming
  /// The table of hosts.
  public let hosts: Sight<HostsTable>
  /// The order of look-ups.
  public let order: Sight<NameServiceOrder>
  /// The resolvers.
  public let resolver: Sight<ResolverFile>
  /// The content of /etc/mailname.
  public let mailName: Sight<LocatedText>
  /// The program behind sendmail, and its settings.
  public let mail: MailProgramSurvey
  /// The ways in which PHP hands mail over; none where there is no PHP.
  public let php: [PHPMailSetup]
  /// SELinux.
  public let seLinux: Sight<SELinuxState>
  /// What waits in the queue.
  public let queue: Sight<WaitingMail>
  /// The programs that sign mail, as far as they are set up.
  public let signers: [Sight<DKIMSignerSurvey>]
  /// What answers on port 25 of the loopback address; nil when nobody looked.
  public let listener: SMTPSession?
  /// What became of connections to port 25 of a host elsewhere; nil when nobody asked for that.
  public let egress: PortTrial?
  /// What DNS says of the name that the machine shows; nil when it has none, or DNS was not asked.
  public let dns: HostNameAnswers?
  /// Every answer of DNS, in order.
  public let answers: [DNSAnswer]
}

/// What is to be tried at a machine.
public struct HostOptions: Sendable {
  /// The host whose port 25 is tried; nil for none.
  public var egressTarget: SubmissionTarget.Host?

  /// Tries nothing outside.
  public init() {}
}

/// Everything that a survey of a machine can look with. What is nil was not asked for.
public struct HostInstruments: Sendable {
  /// The files of the machine.
  public var tree: any FileTree
  /// The name that the running machine has; nil for an image.
  public var runningName: String?
  /// Has conversations with mail servers; nil for an image.
  public var mailServers: (any MailServerAccess)?
  /// Answers questions of the DNS; nil when none may be asked.
  public var resolver: (any Resolver)?

  /// Starts with the files alone.
  public init(tree: any FileTree) {
    self.tree = tree
  }
}

/// What DNS says of the name that a machine shows to others.
public struct HostNameAnswers: Sendable {
  /// The name and its addresses.
  public let name: SendingHostSurvey.HeloName
  /// Those of the addresses that others can see, with their own names.
  public let hosts: [SendingHost]
}

/// Connections to port 25 of a host elsewhere.
public struct PortTrial: Sendable {
  /// The host as it was named.
  public let target: SubmissionTarget.Host
  /// The answers for its addresses; none when it was named by one.
  public let answers: [DNSAnswer]
  /// The conversations, one for each address that was tried.
  public let visits: [Visit]

  /// One conversation.
  public struct Visit: Sendable {
    /// The address.
    public let address: IPAddress
    /// What was seen.
    public let session: SMTPSession

    /// Whether there was a TCP connection.
    public var isConnected: Bool { session.stop?.step != .connect }
  }
}

/// Messages in the queue of a mail server.
public struct WaitingMail: Sendable, Hashable {
  /// The folder.
  public let folder: String
  /// How many there are, the first of them when there are more than anybody counts.
  public let count: Int

  /// Makes the value of its parts.
  public init(folder: String, count: Int) {
    self.folder = folder
    self.count = count
  }
}
