import AuditModel
import DNS
import HostFiles
import Survey

extension Evidence {
  /// A setting, and where it stands.
  init(_ text: LocatedText) {
    self.init(source: text.place, excerpt: text.excerpt)
  }

  /// A row of the table of hosts.
  init(_ row: HostsTable.Row, of path: String = "/etc/hosts") {
    self.init(source: "\(path):\(row.line)", excerpt: row.text)
  }

  /// What a path leads to.
  init(_ file: ResolvedFile, from path: String) {
    let link = file.path == path ? "" : "leads to \(file.path), "
    self.init(source: path, excerpt: "\(link)mode \(file.status.modeText)")
  }
}

extension Sight {
  /// The answer where something is there and is not what it is to be; `what` is a file.
  func broken(_ what: String) -> Judgement? {
    guard case .malformed(let reason) = self else { return nil }
    return .warn(
      "\(what) cannot be used: \(reason).", evidence: [Evidence(source: what, excerpt: reason)],
      remedy: "Write \(what) anew, as text.")
  }

  /// The answer where something could not be read; `what` is a file or a setting.
  func unread(_ what: String) -> Judgement? {
    switch self {
    case .unseen(let reason), .malformed(let reason): .unknown("\(what) could not be read: \(reason).")
    case .present, .absent: nil
    }
  }
}

extension HostSurvey {
  /// Whether no program for mail was found at all.
  var hasNoMailProgram: Bool { mail.sendmail.isAbsent && mail.program == nil }

  /// Whether the mail program takes the name of the machine for EHLO; nil when that cannot be told. Without a program, or
  /// where its settings give a name, the machine's own matters less.
  var announcesHostName: Bool? {
    if hasNoMailProgram || mail.greetingName != nil { return false }
    switch mail.program {
    case .postfix, .exim, .sendmail, .opensmtpd, .dma, .ssmtp: return isGreetingUnseen ? nil : true
    // nullmailer takes /etc/mailname, msmtp says localhost.
    case .nullmailer, .msmtp, .busybox: return false
    case nil: return nil
    }
  }

  /// Whether the settings may give a name for EHLO that could not be read.
  var isGreetingUnseen: Bool {
    guard let settings = mail.settings.value else { return mail.program != nil }
    return settings.greetingName == nil && !settings.unread.isEmpty
  }

  /// The answer where the name for EHLO may stand in a file that could not be read.
  var unseenGreeting: Judgement? {
    guard isGreetingUnseen else { return nil }
    let files = mail.settings.value?.unread ?? [mail.settings.unseenReason ?? "\(mail.settingsPath) is not there"]
    return .unknown(
      "The name that the mail program greets with could not be read: \(files.joined(separator: "; ")).",
      remedy: "Run mailaudit host as root.")
  }

  /// Whether the machine delivers to the mail servers of recipients.
  var deliversItself: Bool { mail.program != nil && mail.delivery == .direct }

  /// The evidence for how mail leaves.
  var deliveryEvidence: Evidence {
    switch mail.delivery {
    case .relay(let text), .none(let text): Evidence(text)
    case .direct:
      Evidence(source: mail.settings.value?.files.first ?? mail.settingsPath, excerpt: "no relay is set")
    case .unknown(let reason): Evidence(source: mail.settingsPath, excerpt: reason)
    }
  }

  /// The name that the machine shows to others: that of its settings, or its own full one.
  var announcedName: String? { mail.greetingName ?? naming.fullName }

  /// The answer where no program for mail is there.
  var withoutMailProgram: Judgement? {
    if hasNoMailProgram { return .notApplicable("there is no mail program on the machine") }
    return nil
  }

  /// The machine's own short name, or one in its place where it has none of its own.
  var shortName: String {
    let name = String((naming.name.value?.text ?? "").prefix { $0 != "." })
    return name.isEmpty || isNamedLocalhost ? "web01" : name
  }

  /// Whether the machine is called localhost, as every machine can be.
  var isNamedLocalhost: Bool {
    let name = naming.name.value?.text.lowercased() ?? ""
    return name == "localhost" || name.hasPrefix("localhost.")
  }

  /// The name with a domain that its owner has to put in.
  var proposedName: String {
    if let full = naming.fullName, InnerName.fault(full) == nil { return full }
    return "\(shortName).example.org"
  }

  /// The row to write into the table of hosts.
  var proposedRow: String { "127.0.1.1 \(proposedName) \(shortName)" }
}
