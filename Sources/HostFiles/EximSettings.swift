extension LocalMailSettings {
  /// What Exim as Debian sets it up does: update-exim4.conf.conf, and the configuration that is made of it where that
  /// can be read. The domain of local accounts is /etc/mailname (update-exim4.conf(8)).
  public init(debianExim file: TextFile, made: TextFile?, mailName: LocatedText?) {
    self.init()
    files = [file.path] + (made.map { [$0.path] } ?? [])
    let settings = file.pairs().map { $0.with($0.text.unquoted) }
    let last = { (key: String) in settings.last { $0.key == key } }
    origin = mailName
    if let made { greetingName = EximMain(made).value("primary_hostname") }
    guard let type = last("dc_eximconfig_configtype") else { return }
    switch type.text {
    case "internet": delivery = .direct
    case "smarthost", "satellite":
      let host = last("dc_smarthost") ?? type
      delivery = host.text.isEmpty || host == type ? .none(host) : .relay(host)
    case "local", "none": delivery = .none(type)
    default: delivery = .unknown("dc_eximconfig_configtype is \(type.text)")
    }
  }

  /// What Exim does by a configuration of its own: exim.conf.
  public init(exim file: TextFile) {
    self.init()
    files = [file.path]
    let main = EximMain(file)
    greetingName = main.value("primary_hostname")
    origin = main.value("qualify_domain")
    let drivers = file.pairs().filter { $0.key == "driver" }.map(\.text)
    if drivers.contains("dnslookup"), !drivers.contains("manualroute") {
      delivery = .direct
    } else {
      delivery = .unknown("its routers have to be read by a person")
    }
  }
}

/// The main part of a configuration of Exim: options and macros in front of the first `begin`.
private struct EximMain {
  private let entries: [LocatedText]

  init(_ file: TextFile) {
    let end = file.lines.first { $0.text.hasPrefix("begin ") }?.number ?? Int.max
    entries = file.pairs().filter { $0.line < end }
  }

  /// An option, a macro that is its whole value replaced by its own; nil when it is not set, or computed.
  func value(_ name: String) -> LocatedText? {
    guard let option = entries.last(where: { $0.key == name }) else { return nil }
    let macro = entries.last { $0.key == option.text }?.text ?? option.text
    return macro.contains("$") || macro.allSatisfy({ $0.isUppercase || $0 == "_" }) ? nil : option.with(macro)
  }
}
