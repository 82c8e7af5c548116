public import MailMessage

/// Reads files of feedback: each is recognised by its octets, not by its name, and what it holds is told as it is read.
public enum FeedbackReader {
  /// Reads one file: a report, an archive of them, a message, or a mailbox of messages. It never throws: what could not be
  /// read is an event, and the rest is read all the same.
  ///
  /// - Parameters:
  ///   - octets: the file.
  ///   - file: its name.
  ///   - showsRecipients: whether recipients of bounces keep their local parts: personal data.
  ///   - give: takes what is read.
  public static func read(
    _ octets: MessageOctets, named file: String, showsRecipients: Bool = false,
    _ give: @escaping (FeedbackEvent) -> Void
  ) {
    let source = ReportSource(file: file)
    let reading = { FeedbackReading(showsRecipients: showsRecipients, give) }
    do throws(MessageReadError) {
      let head = try octets.octets(0..<FeedbackLimits.headOctets, limit: FeedbackLimits.headOctets)
      if ContentKind(head) == .mail { return try readMail(octets, source, reading) }
      let reader = ContentReader(source, reading())
      try octets.read(0..<octets.count) { piece in
        reader.feed(piece)
        return !reader.isDone
      }
      reader.finish()
    } catch {
      give(.unreadable(ReportFault(.unreadable(error.description)), source))
    }
  }

  private static func readMail(
    _ octets: MessageOctets, _ source: ReportSource, _ reading: () -> FeedbackReading
  ) throws(MessageReadError) {
    let isMailbox = try NamedMessage.kind(of: octets) == .mbox
    var number = 0
    try NamedMessage.each(in: octets, name: source.file) { message in
      number += 1
      var source = source
      source.message = isMailbox ? number : nil
      MailReader(source, reading()).read(message.octets)
      return true
    }
  }
}
