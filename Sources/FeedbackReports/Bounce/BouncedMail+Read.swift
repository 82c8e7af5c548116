import FailureCatalogue
import MailMessage
import Syntax

extension BouncedMail {
  /// Reads a bounce: a delivery report (RFC 3464), or a message in which a server tells in words of its own. Local parts
  /// are hidden, and nothing of the message that bounced is kept.
  ///
  /// - Parameters:
  ///   - octets: the message that came back.
  ///   - showsRecipients: whether addresses of recipients keep their local parts: personal data.
  /// - Returns: the bounce.
  /// - Throws: why it is none that can be read.
  public static func read(_ octets: [UInt8], showsRecipients: Bool = false) throws(ReportFault) -> BouncedMail {
    guard let found = FailureCatalogue.shipped.explain(bounce: octets) else {
      throw ReportFault(.noReport("a text that is no message"))
    }
    if found.report.isOther {
      let isReply = found.report.notes.contains { $0.id == "automatic-reply" }
      throw ReportFault(.noReport(isReply ? "an automatic answer" : "a feedback report, and no bounce"))
    }
    guard !found.recipients.isEmpty, found.hasFields || BounceSigns.areIn(octets) else {
      throw ReportFault(.noReport("a message that tells of no delivery"))
    }
    var bounce = BouncedMail()
    bounce.recipients = found.recipients.map { Recipient($0, isShown: showsRecipients) }
    bounce.reportingMTA = found.reportingMTA
    bounce.arrival = found.arrivalDate.flatMap { DateTime.parse(Array($0.utf8)).value?.secondsSince1970 }
    return bounce
  }
}

extension BouncedMail.Recipient {
  fileprivate init(_ found: BouncedRecipient, isShown: Bool) {
    self.init()
    address = found.address.map { isShown ? $0 : HiddenLocalPart.hiding(in: $0) }
    action = found.action
    remoteMTA = found.remoteMTA
    explanation = found.explanation
    said = explanation.map { HiddenLocalPart.hiding(in: $0.excerpt) }
  }
}

/// What shows that a message without the fields of a delivery report is a bounce: who writes it, or what it calls itself.
enum BounceSigns {
  static func areIn(_ octets: [UInt8]) -> Bool {
    let message = Message(octets)
    func text(_ name: HeaderName) -> String? { message.field(name).map { message.text(of: $0).lowercased() } }
    if text("X-Failed-Recipients") != nil || text("Return-Path") == "<>" { return true }
    // How Amazon SES tells of deliveries by mail.
    if text("X-Amz-SNS-Message-Id") != nil { return true }
    let sender = text("From") ?? ""
    if senders.contains(where: { sender.contains($0) }) { return true }
    let subject = text("Subject") ?? ""
    return subjects.contains { subject.contains($0) }
  }

  private static let senders = [
    "mailer-daemon", "mailer_daemon", "postmaster", "post_master", "mail delivery", "mail administrator", "mailsub",
    "maildaemon",
    "mrspam", "bounce"
  ]
  private static let subjects = [
    "undeliver", "delivery status", "delivery fail", "delivery report", "returned mail", "returned to sender",
    "failure notice", "loop alert", "mail failure", "delivery notification", "not delivered", "delivery problem",
    "mail could not",
    "mail system error", "unable to deliver", "could not be delivered"
  ]
}
