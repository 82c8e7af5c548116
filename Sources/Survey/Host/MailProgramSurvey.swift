public import HostFiles

/// The program that hands mail over for everybody on a machine, and its settings.
public struct MailProgramSurvey: Sendable {
  /// What `/usr/sbin/sendmail` or `/usr/lib/sendmail` leads to, the command that all programs expect.
  public let sendmail: Sight<ResolvedFile>
  /// The program; nil when there is none, or it is not recognised.
  public let program: MailProgram?
  /// What its settings tell.
  public let settings: Sight<LocalMailSettings>
  /// The file of its settings; empty where mailaudit knows none.
  public let settingsPath: String
  /// The program that writes into its queue; nil where none needs rights of its own.
  public let writer: QueueWriter?

  /// A program that writes into a queue which users cannot write into.
  public struct QueueWriter: Sendable {
    /// Its path.
    public let path: String
    /// Whether it has to run with the rights of its owner; otherwise with those of its group.
    public let isOwners: Bool
    /// What stands there.
    public let file: Sight<ResolvedFile>
  }

  /// The name for EHLO that its settings give; nil when they give none.
  public var greetingName: String? { settings.value?.greetingName?.text }

  /// How mail leaves; unknown where its settings could not be read.
  public var delivery: LocalMailSettings.Delivery {
    settings.value?.delivery ?? .unknown(settings.unseenReason ?? "its settings were not found")
  }
}

extension MailProgramSurvey {
  /// Where the command stands: the second path is the older one.
  public static let sendmailPaths = ["/usr/sbin/sendmail", "/usr/lib/sendmail"]

  /// Looks at what is installed.
  static func look(_ tree: any FileTree, hostName: String?, mailName: LocatedText?) -> MailProgramSurvey {
    let sights = sendmailPaths.map { look(at: $0, tree) }
    let sendmail = sights.first { $0.value != nil } ?? sights.first { !$0.isAbsent } ?? .absent
    let program = program(sendmail.value, tree)
    let reader = MailSettingsReader(tree: tree, hostName: hostName, mailName: mailName)
    let settings = program.map { reader.settings(of: $0) } ?? ("", .absent)
    return MailProgramSurvey(
      sendmail: sendmail, program: program, settings: settings.sight, settingsPath: settings.path,
      writer: program.flatMap { writer(of: $0, sendmail.value, tree) })
  }

  /// A link that leads nowhere is a fault, and not the same as nothing.
  private static func look(at path: String, _ tree: any FileTree) -> Sight<ResolvedFile> {
    let sight = tree.look(at: path)
    guard sight.isAbsent, let status = try? tree.status(of: path), case .link(let target) = status.kind else {
      return sight
    }
    return .malformed("is a link to \(target), which is not there")
  }

  /// Names of files that links lead to.
  private static let names: [String: MailProgram] = [
    "sendmail.postfix": .postfix, "postfix": .postfix, "sendmail.exim": .exim, "exim": .exim, "exim4": .exim,
    "sendmail.sendmail": .sendmail, "sendmail-mta": .sendmail, "smtpctl": .opensmtpd, "sendmail.opensmtpd": .opensmtpd,
    "nullmailer-inject": .nullmailer, "msmtp": .msmtp, "ssmtp": .ssmtp, "sendmail.ssmtp": .ssmtp, "dma": .dma,
    "busybox": .busybox
  ]

  /// Files that a program always brings along.
  private static let companions: [(path: String, program: MailProgram)] = [
    ("/usr/sbin/postfix", .postfix), ("/usr/sbin/exim4", .exim), ("/usr/sbin/exim", .exim),
    ("/usr/sbin/smtpctl", .opensmtpd), ("/usr/sbin/nullmailer-send", .nullmailer), ("/etc/mail/sendmail.cf", .sendmail)
  ]

  private static func program(_ file: ResolvedFile?, _ tree: any FileTree) -> MailProgram? {
    if let file {
      if let program = names[file.name] { return program }
      if ["/usr/lib/sm.bin/", "/usr/libexec/sendmail/"].contains(where: file.path.hasPrefix) { return .sendmail }
      if file.name != "sendmail" { return nil }
    }
    let present = Set(companions.filter { tree.has($0.path) }.map(\.program))
    // Postfix, nullmailer and Sendmail install a file of this very name: only what came along tells them apart.
    return present.count == 1 ? present.first : nil
  }

  private static func writer(of program: MailProgram, _ sendmail: ResolvedFile?, _ tree: any FileTree) -> QueueWriter? {
    let needs: (path: String, isOwners: Bool)?
    switch program {
    case .postfix: needs = ("/usr/sbin/postdrop", false)
    case .nullmailer: needs = ("/usr/sbin/nullmailer-queue", true)
    case .exim: needs = sendmail.map { ($0.path, true) }
    case .sendmail, .dma: needs = sendmail.map { ($0.path, false) }
    case .opensmtpd, .msmtp, .ssmtp, .busybox: needs = nil
    }
    return needs.map { QueueWriter(path: $0.path, isOwners: $0.isOwners, file: tree.look(at: $0.path)) }
  }
}

/// Reads the settings of mail programs where their packages keep them.
private struct MailSettingsReader {
  typealias Reading = (path: String, sight: Sight<LocalMailSettings>)

  let tree: any FileTree
  let hostName: String?
  let mailName: LocatedText?

  func settings(of program: MailProgram) -> Reading {
    switch program {
    case .postfix:
      read("/etc/postfix/main.cf") { .init(PostfixSettings($0), hostName: hostName, mailName: mailName) }
    case .exim: exim
    case .sendmail: read("/etc/mail/sendmail.cf") { .init(sendmail: $0) }
    case .nullmailer: nullmailer
    case .msmtp: read("/etc/msmtprc") { .init(msmtp: $0) }
    case .ssmtp: read("/etc/ssmtp/ssmtp.conf") { .init(ssmtp: $0) }
    case .dma: dma
    case .opensmtpd, .busybox: ("", .unseen("mailaudit does not read the settings of \(program.title)"))
    }
  }

  private func read(_ path: String, _ make: (TextFile) -> LocalMailSettings) -> Reading {
    (path, tree.text(at: path).map(make))
  }

  /// Debian's own file goes before everything; without it its parts count, and elsewhere exim.conf.
  private var exim: Reading {
    for path in ["/etc/exim4/exim4.conf", "/etc/exim/exim.conf", "/etc/exim.conf"] where tree.has(path) {
      return read(path) { .init(exim: $0) }
    }
    let made = tree.text(at: "/var/lib/exim4/config.autogenerated")
    return read("/etc/exim4/update-exim4.conf.conf") { .init(debianExim: $0, made: made, mailName: mailName) }
  }

  /// Without a file dma does what an empty one says.
  private var dma: Reading {
    let path = "/etc/dma/dma.conf"
    let file = tree.text(at: path)
    return (
      path,
      (file.isAbsent ? .present(TextFile(path: path, octets: [])) : file).map { .init(dma: $0, mailName: mailName) }
    )
  }

  private var nullmailer: Reading {
    let path = "/etc/nullmailer/remotes"
    let files = ["me", "helohost", "defaulthost"].map { tree.text(at: "/etc/nullmailer/\($0)") }
    if let reason = files.lazy.compactMap(\.unseenReason).first { return (path, .unseen(reason)) }
    let values = files.map { $0.value?.onlyValue }
    let settings = LocalMailSettings(
      nullmailer: tree.text(at: path), me: values[0] ?? mailName, greeting: values[1], domain: values[2])
    return (path, .present(settings))
  }
}
