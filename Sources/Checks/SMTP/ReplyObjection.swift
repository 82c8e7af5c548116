import SMTPSubmission

/// What a server objects to. A reply that refuses a recipient may mean quite another thing: the address that it was
/// asked from, or the name that it was greeted with.
enum ReplyObjection {
  /// Nothing: it said yes.
  case none
  /// Not now (RFC 5321 §4.2.1): greylisting, or a server that is busy.
  case later
  /// The recipient.
  case recipient
  /// The sender.
  case sender
  /// Who asks, or something that cannot be told.
  case other
}

extension SMTPReply {
  /// What the server objects to in its reply to MAIL or RCPT.
  var objection: ReplyObjection {
    switch replyClass {
    case .positive: .none
    case .transient: .later
    case .intermediate: .other
    case .permanent: refusesSender ? .sender : enhancedCode.map(Self.objection) ?? objectionInWords
    }
  }

  /// RFC 3463 §3.2: 1.7 and 1.8 are about the sender, the others of the group about the recipient; §3.3: 2.x is about its
  /// mailbox. Exchange Online says 4.1 of a recipient that nobody has.
  private static func objection(to code: String) -> ReplyObjection {
    let detail = code.dropFirst(2)
    if ["1.7", "1.8"].contains(detail) { return .sender }
    return detail.hasPrefix("1.") || detail.hasPrefix("2.") || detail == "4.1" ? .recipient : .other
  }

  /// Without an enhanced code, RFC 5321 §4.2.3 leaves 550, 551 and 553 for mailboxes, and servers use them for all else.
  private var objectionInWords: ReplyObjection {
    guard [550, 551, 553].contains(code), !blamesClient, !says(["policy", "denied", "relay"]) else { return .other }
    let words = ["user", "mailbox", "recipient", "unrout", "no such", "not exist", "unknown", "address rejected"]
    return says(words) ? .recipient : .other
  }

  /// Postfix says 5.7.1 of senders too.
  private var refusesSender: Bool {
    says(["empty sender", "null sender", "null reverse", "sender address rejected", "sender rejected"])
  }

  /// Whether one of some words stands in the text.
  func says(_ words: [String]) -> Bool {
    let text = lines.joined(separator: " ").lowercased()
    return words.contains { text.contains($0) }
  }

  /// Whether the words blame who asks: its address, or the name that it greeted with.
  var blamesClient: Bool {
    says([
      "block", "blacklist", "spam", "reputation", "rbl", "dnsbl", "listed", "reverse", "ptr", "your ip", "ip address",
      "client host", "helo", "ehlo", "banned"
    ])
  }

  /// Whether the server refuses a client that it does not like, and may welcome others. 5.7.x are rules (RFC 3463 §3.8).
  var isAboutClient: Bool {
    blamesClient || says(["denied", "policy"]) || (enhancedCode?.dropFirst(1).hasPrefix(".7.") ?? false)
  }
}
