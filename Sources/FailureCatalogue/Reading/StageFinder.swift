/// Finds the step of a session that a text speaks of.
enum StageFinder {
  private static let signs = octets(of: [
    ("in reply to rcpt", .rcpt), ("in reply to mail", .mail), ("in reply to end of data", .data),
    ("in reply to data", .data), ("in reply to starttls", .starttls), ("in reply to ehlo", .hello),
    ("in reply to helo", .hello), ("in reply to auth", .auth), ("helo/ehlo argument", .hello), ("reject: rcpt", .rcpt),
    ("reject: mail", .mail),
    ("reject: vrfy", .rcpt), ("reject: data", .data), ("reject: end-of-message", .data), ("reject: connect", .connect),
    ("reject: ehlo", .hello), ("reject: helo", .hello), ("reject: connect", .connect), ("rejected rcpt", .rcpt),
    ("rejected mail", .mail), ("rejected after data", .data), ("rejected during mime", .data),
    ("rejected ehlo", .hello), ("rejected helo", .hello), ("rejected connection", .connect),
    ("temporarily rejected connection", .connect), ("refused to talk to me", .greeting),
    ("initial server greeting", .greeting), ("after rcpt to", .rcpt), ("after mail from", .mail),
    ("after end of data", .data), ("after data", .data), ("after initial connection", .greeting),
    ("after starttls", .starttls), ("after auth", .auth), ("after ehlo", .hello), ("after pipelined mail", .mail),
    ("after pipelined rcpt", .rcpt), ("sending rcpt", .rcpt), ("sending mail from", .mail),
    ("sending end of data", .data), ("sending message body", .data), ("sending data", .data),
    ("sasl authentication failed", .auth), ("sasl login auth", .auth), ("sasl plain auth", .auth),
    ("starttls failed", .starttls), ("smtpauthenticationerror", .auth), ("authenticator failed", .auth),
    ("authentication failure [smtp", .auth),
    ("auth failed", .auth), ("could not authenticate", .auth), ("authenticationfailed", .auth),
    ("failed to set sender", .mail), ("smtpsenderrefused", .mail), ("from address failed", .mail),
    ("mail from command failed", .mail), ("failed to add recipient", .rcpt), ("smtprecipientsrefused", .rcpt),
    ("recipients failed", .rcpt), ("rcpt to command failed", .rcpt), ("recipient address rejected", .rcpt),
    ("failed to send data", .data), ("smtpdataerror", .data), ("data not accepted", .data),
    ("data command failed", .data), ("starttls command failed", .starttls),
    ("start tls failed", .starttls), ("error in tls negotiation", .starttls), ("smtpheloerror", .hello),
    ("smtpconnecterror", .connect), ("failed to connect socket", .connect), ("error connecting to", .connect),
    ("sender verify fail", .rcpt)
  ])

  private static func octets(of table: [(String, FailureStage)]) -> [(sign: [UInt8], stage: FailureStage)] {
    table.map { (Array($0.0.utf8), $0.1) }
  }

  /// The step that a text names first in the order of the table; nil when it names none.
  static func stage(in text: MappedText) -> FailureStage? {
    let trigrams = Trigrams(text.folded)
    for (sign, stage) in signs where trigrams.mayHold(sign) && text.firstIndex(ofOctets: sign) != nil { return stage }
    return nil
  }
}
