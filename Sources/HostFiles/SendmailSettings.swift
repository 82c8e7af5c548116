extension LocalMailSettings {
  /// What Sendmail does by sendmail.cf: the macros j (its name), S (the relay) and M (the domain of senders), and the
  /// classes are left alone. Of several definitions the last counts.
  public init(sendmail file: TextFile) {
    self.init()
    files = [file.path]
    let macros = SendmailMacros(file)
    // A name that is computed of $w is that of the machine.
    greetingName = macros.value("j").flatMap { $0.text.contains("$") ? nil : $0 }
    origin = macros.value("M").flatMap { $0.text.isEmpty || $0.text.contains("$") ? nil : $0 }
    if let relay = macros.value("S"), !relay.text.isEmpty {
      delivery = .relay(relay)
    } else {
      delivery = macros.isConfiguration ? .direct : .unknown("\(file.path) is no configuration of Sendmail")
    }
  }
}

/// The lines `DXvalue` of sendmail.cf.
private struct SendmailMacros {
  private let entries: [LocatedText]
  /// Whether the file has rule sets or options, as every sendmail.cf does.
  let isConfiguration: Bool

  init(_ file: TextFile) {
    let lines = file.lines(commentedBy: "#")
    entries = lines.compactMap { line in
      let text = line.text
      guard !line.isIndented, text.first == "D", let name = text.dropFirst().first, name.isLetter else { return nil }
      return LocatedText(String(text.dropFirst(2)).trimmed, key: "macro \(name)", file: file.path, line: line.number)
    }
    isConfiguration = lines.contains { $0.text.first == "S" || $0.text.hasPrefix("O ") || $0.text.hasPrefix("V") }
  }

  func value(_ name: Character) -> LocatedText? { entries.last { $0.key == "macro \(name)" } }
}
