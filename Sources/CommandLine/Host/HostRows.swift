import DNS
import HostFiles
import SMTPSubmission
import Survey

extension HostSurvey {
  /// A fact as people and programs read it: a key, a name for people, what was seen, and the file and line of it.
  typealias Row = (key: String, name: String, text: String, place: String?)

  /// Everything that was seen, whatever the checks say of it.
  var rows: [Row] {
    [nameRow, fullNameRow, programRow, deliveryRow]
      + [greetingRow, originRow, listenerRow, egressRow, phpRow, resolverRow, seLinuxRow, queueRow].compactMap(\.self)
  }

  private var nameRow: Row {
    let name = naming.name.value
    return ("name", "name", name?.text ?? naming.name.words, name?.place)
  }

  private var fullNameRow: Row {
    let row = naming.row.map { "/etc/hosts:\($0.line)" }
    switch naming.origin {
    case .own: return ("fullName", "full name", naming.fullName ?? "", naming.name.value?.place)
    case .canonical(let name), .alias(let name): return ("fullName", "full name", name, row)
    case .searched(let name): return ("fullName", "full name", name, "/etc/resolv.conf")
    case .bare: return ("fullName", "full name", "none", row)
    case .unseen(let reason): return ("fullName", "full name", "not known: \(reason)", nil)
    }
  }

  private var programRow: Row {
    let path = mail.sendmail.value?.path
    if let program = mail.program { return ("mailProgram", "mail program", program.title, path) }
    let text = mail.sendmail.value == nil ? mail.sendmail.words : "not recognised"
    return ("mailProgram", "mail program", text, path)
  }

  private var deliveryRow: Row {
    if mail.program == nil { return ("delivery", "delivery", "not known", nil) }
    switch mail.delivery {
    case .direct: return ("delivery", "delivery", "to the servers of recipients", mail.settings.value?.files.first)
    case .relay(let relay): return ("delivery", "delivery", "by \(relay.text)", relay.place)
    case .none(let text): return ("delivery", "delivery", "none", text.place)
    case .unknown(let reason): return ("delivery", "delivery", "not known: \(reason)", nil)
    }
  }

  private var greetingRow: Row? {
    mail.settings.value?.greetingName.map { ("greetingName", "EHLO name", $0.text, $0.place) }
  }

  private var originRow: Row? {
    mail.settings.value?.origin.map { ("origin", "local accounts", "@\($0.text)", $0.place) }
  }

  private var listenerRow: Row? {
    listener.map { session in
      ("listener", "port 25 here", session.greeting.map { "\($0)" } ?? session.stop.map { "\($0)" } ?? "no answer", nil)
    }
  }

  private var egressRow: Row? {
    egress.map { trial in
      let texts = trial.visits.map { visit in
        "\(visit.address): "
          + (visit.session.greeting.map { "\($0)" } ?? visit.session.stop.map { "\($0)" } ?? "no answer")
      }
      return (
        "egress", "port 25 there", texts.isEmpty ? "no address" : texts.joined(separator: "; "), "\(trial.target)"
      )
    }
  }

  private var phpRow: Row? {
    if php.isEmpty { return nil }
    let commands = Set(php.map(\.commandText)).sorted()
    return ("php", "mail() of PHP", commands.joined(separator: "; "), php.count == 1 ? php[0].place : nil)
  }

  private var resolverRow: Row {
    let servers = resolver.value?.servers.map(\.text) ?? []
    let text = servers.isEmpty ? (resolver.value == nil ? resolver.words : "none") : servers.joined(separator: ", ")
    return ("resolvers", "resolvers", text, resolver.value?.path)
  }

  private var seLinuxRow: Row? {
    if seLinux.isAbsent { return nil }
    let state = seLinux.value.map { $0.isEnforcing ? "enforcing" : "permissive" }
    return ("selinux", "SELinux", state ?? seLinux.words, seLinux.value?.setting.file)
  }

  private var queueRow: Row? {
    if queue.isAbsent { return nil }
    return ("queue", "queue", queue.value.map { "\($0.count)" } ?? queue.words, queue.value?.folder)
  }
}

extension Sight {
  /// The answer in words where there is no value.
  fileprivate var words: String {
    switch self {
    case .present: ""
    case .absent: "none"
    case .malformed(let reason): "broken: \(reason)"
    case .unseen(let reason): "could not be read: \(reason)"
    }
  }
}
