extension LogNotes {
  /// What lines of sendmail and of its packages show.
  static func sendmailNotes(_ statement: FailureStatement) -> [FailureNote] {
    let text = statement.text
    return [localTime(text), handOver(text), oldRelease(text), harmless(text)].compactMap(\.self)
  }

  /// What the programs of a log do: three are called sendmail, and one alone talks to others.
  static func roles(_ statements: [FailureStatement]) -> FailureNote? {
    let isSubmitting = statements.contains { $0.text.contains("sm-msp-queue[") || $0.text.contains(" sendmail[") }
    guard isSubmitting, statements.contains(where: { $0.text.contains("sm-mta[") }) else { return nil }
    return FailureNote(
      id: "sendmail-roles",
      text:
        "Three programs write here: sendmail takes mail from applications, sm-msp-queue tries again what it could not hand "
        + "over, and sm-mta alone talks to other servers.")
  }

  /// What the parameter `debug` of PEAR Mail prints.
  static func debugging(_ text: MappedText) -> FailureNote? {
    guard text.contains("debug: send: ") || text.contains("debug: recv: ") else { return nil }
    return FailureNote(
      id: "pear-debug",
      text:
        "This is the dialogue that debug of $wgSMTP prints into the page, for every visitor, the password included: take "
        + "debug out, and change the password if others could see it.")
  }

  /// Identifiers of sendmail hold the time in UTC, the stamp of the line is local, without a year.
  private static func localTime(_ text: MappedText) -> FailureNote? {
    guard let stamp = clock(text), let start = text.firstIndex(of: "msgid=<") else { return nil }
    let left = text.octets[(start + 7)...].filter { $0 != MappedText.wrap }.prefix(13)
    guard left.count == 13, left.prefix(12).allSatisfy(\.isDigit), left.last == UInt8(ascii: ".") else { return nil }
    let numbers = left.map { Int($0) - 48 }
    let universal = (numbers[8] * 10 + numbers[9]) * 60 + numbers[10] * 10 + numbers[11]
    guard universal < 24 * 60 else { return nil }
    // Zones lie between -12:00 and +14:00, most of them at whole hours, all of them at quarters.
    var minutes = (stamp - universal + 7 + 24 * 60) % (24 * 60) / 15 * 15
    if minutes > 14 * 60 { minutes -= 24 * 60 }
    guard minutes != 0 else { return nil }
    let zone = "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
    return FailureNote(
      id: "local-time", text: "The times of the log are local, \(zone): the Message-ID holds the same moment in UTC.")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The minute of the day in a stamp such as `Sep 29 16:59:19`.
  private static func clock(_ text: MappedText) -> Int? {
    guard LineStart.hasStamp(text, 0..<text.count), text.count > 15 else { return nil }
    let head = text.octets.prefix(16)
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")), colon >= 2, colon + 2 < head.count else { return nil }
    let digits = [head[colon - 2], head[colon - 1], head[colon + 1], head[colon + 2]]
    guard digits.allSatisfy(\.isDigit) else { return nil }
    let numbers = digits.map { Int($0) - 48 }
    return (numbers[0] * 10 + numbers[1]) * 60 + numbers[2] * 10 + numbers[3]
  }

  /// A message has an id in the submission program and another one in the server.
  private static func handOver(_ text: MappedText) -> FailureNote? {
    guard let start = text.firstIndex(of: "stat=sent ("),
      let end = text.firstIndex(of: " message accepted for delivery"), end > start + 11, end - start < 64,
      let mark = text.firstIndex(of: "]: ")
    else { return nil }
    let own = text.octets[(mark + 3)...].prefix { $0 != UInt8(ascii: ":") && !$0.isBlank }.prefix(32)
    return FailureNote(
      id: "handed-over",
      text:
        "\(String(decoding: own, as: UTF8.self)) went on as \(text.string((start + 11)..<end)): the same message, handed "
        + "from the submission program to the server.")
  }

  private static func oldRelease(_ text: MappedText) -> FailureNote? {
    guard let start = text.firstIndex(of: "8.14."), let name = text.firstIndex(of: "sendmail"), start > name,
      start - name < 80
    else { return nil }
    return FailureNote(
      id: "old-sendmail",
      text:
        "sendmail 8.14 is of releases that get no updates any more (Ubuntu 14.04, Debian 8); what it calls TLSv1/SSLv3 is "
        + "TLS 1.0.")
  }

  /// Words of such lines.
  private static let harmlessSigns = [
    "generating dsa parameters", "generating rsa private key", "it will not hang", "disabling host statistics",
    "confcr_file file empty", "confct_file", "mail/databases", "creating /etc/mail/"
  ].map { Array($0.utf8) }

  /// Whether a line of the package looks like trouble and is none.
  static func isHarmless(_ text: MappedText) -> Bool {
    harmlessSigns.contains { text.firstIndex(ofOctets: $0) != nil }
  }

  private static func harmless(_ text: MappedText) -> FailureNote? {
    guard isHarmless(text) else { return nil }
    return FailureNote(
      id: "harmless-package-lines",
      text:
        "Lines of the sendmail package about keys, parameters, empty or missing lists and host statistics are no failure: "
        + "it makes what is missing. Generating parameters takes minutes.")
  }
}
