/// What a file of mail is.
public enum MailSource: Sendable, Hashable {
  /// One message.
  case message
  /// An mbox file.
  case mbox
}

/// A message and the name by which people find it.
public struct NamedMessage: Sendable {
  /// The name of the file, with the number of the message in an mbox: `inbox:3`.
  public let name: String
  /// The octets.
  public let octets: MessageOctets
  /// The line of the file on which it begins.
  public let line: Int

  /// Joins the parts.
  public init(name: String, octets: MessageOctets, line: Int = 1) {
    self.name = name
    self.octets = octets
    self.line = line
  }
}

extension NamedMessage {
  /// What the file is: an mbox begins with `From ` and a date, and has a second message; one message that a mailbox put
  /// its line before is a message.
  public static func kind(of octets: MessageOctets) throws(MessageReadError) -> MailSource {
    guard try octets.octets(0..<5, limit: 5) == Array("From ".utf8) else { return .message }
    var scan = MboxScan()
    var hasFirst = false
    try octets.read(0..<octets.count) { piece in
      scan.consume(piece) { _ in hasFirst = true }
      return !hasFirst
    }
    return hasFirst ? .mbox : .message
  }

  /// Hands over the messages of a file, one after another, until `take` gives false: those of an mbox each, else one.
  /// The second pass over an mbox that this takes reads only as far as the messages are wanted.
  public static func each(
    in octets: MessageOctets, name: String, _ take: (NamedMessage) throws(MessageReadError) -> Bool
  ) throws(MessageReadError) {
    guard try kind(of: octets) == .mbox else {
      _ = try take(NamedMessage(name: name, octets: octets))
      return
    }
    var scan = MboxScan()
    var (number, start) = (0, 0)
    while start <= octets.count {
      var found: [MboxEntry] = []
      let end = min(start + MessageLimits.pieceOctets, octets.count)
      try octets.read(all: start..<end) { piece in scan.consume(piece) { found.append($0) } }
      if end == octets.count { scan.finish { found.append($0) } }
      for entry in found {
        number += 1
        let message = NamedMessage(name: "\(name):\(number)", octets: octets.slice(entry.range), line: entry.line)
        if try !take(message) { return }
      }
      if end == octets.count { return }
      start = end
    }
  }
}

/// The files of a mailbox that is a folder, told by their names.
public enum MailFolder {
  /// The names of the messages in a folder, in order: of a Maildir those in `cur` and `new` (`tmp` is not ready yet),
  /// else files that end in `.eml`. `names` gives the names in a folder below, nil when there is no such folder.
  public static func messages(_ names: (String) -> [String]?) -> [String]? {
    if let current = names("cur"), let new = names("new") {
      let all = current.map { "cur/\($0)" } + new.map { "new/\($0)" }
      return all.filter { !$0.contains("/.") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    guard let all = names("") else { return nil }
    return all.filter { $0.lowercased().hasSuffix(".eml") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
