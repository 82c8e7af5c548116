/// What the catching server says. No octet of the client gets into it.
struct CatchingReply: Sendable, Equatable {
  let code: Int
  /// RFC 2034 §4: all replies but those to greetings and 3xx have one.
  let status: String?
  let lines: [String]

  init(_ code: Int, _ status: String? = nil, _ lines: String...) {
    self.init(code, status, lines: lines)
  }

  init(_ code: Int, _ status: String? = nil, lines: [String]) {
    (self.code, self.status, self.lines) = (code, status, lines)
  }

  /// The lines as they are sent, without their ends (RFC 5321 §4.2.1).
  var texts: [String] {
    lines.enumerated().map { index, line in
      let isLast = index == lines.count - 1
      return "\(code)\(isLast ? " " : "-")" + (status.map { $0 + " " } ?? "") + line
    }
  }

  var octets: [UInt8] { Array(texts.map { $0 + "\r\n" }.joined().utf8) }

  /// Whether the client did something wrong.
  var isError: Bool { code >= 500 }
}

extension CatchingReply {
  static let ok = CatchingReply(250, "2.0.0", "ok")
  static let farewell = CatchingReply(221, "2.0.0", "goodbye")
  static let unknown = CatchingReply(500, "5.5.2", "command not known")
  static let lineTooLong = CatchingReply(500, "5.5.2", "line too long")
  static let unavailable = CatchingReply(502, "5.5.1", "not to be had here")
  static let noArgument = CatchingReply(501, "5.5.4", "no argument is allowed")
  static let badArgument = CatchingReply(501, "5.5.4", "argument not understood")
  static let greetFirst = CatchingReply(503, "5.5.1", "EHLO comes first")
  static let mailFirst = CatchingReply(503, "5.5.1", "MAIL FROM comes first")
  static let recipientFirst = CatchingReply(503, "5.5.1", "RCPT TO comes first")
  static let inTransaction = CatchingReply(503, "5.5.1", "a transaction is under way, RSET ends it")
  static let tooLarge = CatchingReply(552, "5.3.4", "message too large")
  static let tooManyRecipients = CatchingReply(452, "4.5.3", "too many recipients")
  static let unknownParameter = CatchingReply(555, "5.5.4", "parameter not known")
  static let startTLS = CatchingReply(220, "2.0.0", "ready for TLS")
  static let sendData = CatchingReply(354, nil, "send the message, a dot alone ends it")
  static let authenticated = CatchingReply(235, "2.7.0", "logged in, as anybody is")
  static let cancelled = CatchingReply(501, "5.7.0", "login cancelled")
  static let badBase64 = CatchingReply(501, "5.5.2", "response not understood")
  static let unknownMechanism = CatchingReply(504, "5.5.4", "mechanism not known")
  static let notVerified = CatchingReply(252, "2.5.0", "every recipient is taken")
  static let help = CatchingReply(214, "2.0.0", "mailaudit catches messages and delivers none")
  static let putOff = CatchingReply(452, "4.3.1", "too many messages wait, try again")
  static let tooManyErrors = CatchingReply(421, "4.7.0", "too many errors")
  static let tooManyCommands = CatchingReply(421, "4.7.0", "too many commands")
  static let injected = CatchingReply(554, "5.5.0", "octets in clear text behind STARTTLS")
  static let idle = CatchingReply(421, "4.4.2", "nothing came for too long")
  static let overlong = CatchingReply(421, "4.4.2", "the session takes too long")
  static let ending = CatchingReply(421, "4.3.2", "the server ends")
  static let tooManySessions = CatchingReply(421, "4.3.2", "too many sessions at once")
}
