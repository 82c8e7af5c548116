import AuditModel
import MailMessage
import Survey

/// A header field that a service puts on the mail it carries for its customers.
struct CarrierField: Sendable {
  /// The field.
  let name: HeaderName
  /// The service.
  let service: String

  /// Fields that no other software writes.
  static let all: [CarrierField] = [
    ("X-Mailgun-Sid", "Mailgun"), ("X-Mailgun-Sending-Ip", "Mailgun"), ("X-SES-Outgoing", "Amazon SES"),
    ("X-SG-EID", "SendGrid"), ("X-SG-ID", "SendGrid"), ("X-PM-Message-Id", "Postmark"),
    ("X-Mandrill-User", "Mandrill"), ("X-MJ-Mid", "Mailjet"), ("X-Mailin-EID", "Brevo"), ("X-Sib-Id", "Brevo"),
    ("X-MSFBL", "SparkPost"), ("X-SMTPCOM-Tracking-Number", "SMTP.com"), ("X-Smtpcorp-Track", "SMTP2GO")
  ].map { CarrierField(name: $0.0, service: $0.1) }
}

extension MessageSurvey {
  /// The services that carried the message, each with the field that tells, as remarks.
  var carriers: [Finding] {
    var seen: Set<String> = []
    return CarrierField.all.compactMap { carrier in
      guard let field = message.fields(carrier.name).first, seen.insert(carrier.service).inserted else { return nil }
      return Finding(
        .info, subject: carrier.service, "\(carrier.service) carried the message for its customer.",
        evidence: [Evidence(field, in: self)])
    }
  }
}
