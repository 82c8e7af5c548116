import Testing

@testable import Providers

/// A host, a port, a mode, and what the directory says of them; the last tells whether a difference is firm.
struct PortRow: Sendable, CustomTestStringConvertible {
  let host: String
  let port: Int
  let tls: SubmissionTLS
  let answer: FactAgreement.Answer
  let isFirm: Bool

  /// A row as `host port tls answer`, with `!` behind a firm one.
  init(_ text: Substring) {
    let words = text.split(separator: " ")
    host = String(words[0])
    port = Int(words[1]) ?? 0
    tls = SubmissionTLS(rawValue: String(words[2])) ?? .none
    answer = words[3].hasPrefix("agrees") ? .agrees : .differs
    isFirm = words[3].hasSuffix("!")
  }

  var testDescription: String { "\(host) \(port) \(tls)" }

  static let all: [PortRow] = """
    smtp.gmail.com 587 starttls agrees
    smtp.gmail.com 465 implicit agrees
    smtp.gmail.com 465 starttls differs!
    smtp.gmail.com 587 implicit differs!
    smtp.gmail.com 587 none differs
    smtp.gmail.com 25 starttls agrees
    smtp.gmail.com 25 implicit differs
    smtp.gmail.com 2525 starttls differs
    smtp.office365.com 587 starttls agrees
    smtp.office365.com 465 implicit differs
    smtp.office365.com 587 implicit differs!
    smtp-mail.outlook.com 587 starttls agrees
    smtp-mail.outlook.com 465 implicit differs
    email-smtp.eu-west-1.amazonaws.com 587 starttls agrees
    email-smtp.us-east-1.amazonaws.com 465 implicit agrees
    email-smtp.ap-southeast-2.amazonaws.com 2587 starttls agrees
    email-smtp.us-east-1.amazonaws.com 587 implicit differs!
    smtp.mailgun.org 587 starttls agrees
    smtp.mailgun.org 465 starttls differs
    smtp.eu.mailgun.org 2525 starttls agrees
    smtp.sendgrid.net 587 starttls agrees
    smtp.sendgrid.net 465 implicit agrees
    smtp.sendgrid.net 587 implicit differs!
    smtp.postmarkapp.com 587 starttls agrees
    smtp.postmarkapp.com 465 implicit differs
    smtp.postmarkapp.com 2525 starttls agrees
    smtp-relay.brevo.com 587 starttls agrees
    smtp-relay.brevo.com 587 implicit differs!
    smtp-relay.sendinblue.com 465 implicit agrees
    in-v3.mailjet.com 587 starttls agrees
    in-v3.mailjet.com 588 starttls agrees
    smtp.zoho.com 587 starttls agrees
    smtp.zoho.eu 465 implicit agrees
    smtp.zoho.eu 465 starttls differs!
    mail.gandi.net 587 starttls agrees
    mail.gandi.net 465 implicit agrees
    ssl0.ovh.net 465 implicit agrees
    ssl0.ovh.net 465 starttls differs!
    smtp.mail.ovh.net 587 starttls agrees
    smtp.ionos.de 587 starttls agrees
    smtp.ionos.com 465 implicit agrees
    mail.your-server.de 587 starttls agrees
    mail.your-server.de 465 implicit agrees
    smtp.strato.de 465 implicit agrees
    smtp.strato.de 465 starttls differs!
    securesmtp.t-online.de 465 implicit agrees
    securesmtp.t-online.de 587 implicit differs!
    mail.gmx.net 587 starttls agrees
    mail.gmx.com 465 implicit agrees
    smtp.web.de 587 starttls agrees
    smtp.web.de 465 implicit agrees
    smtp.mail.yahoo.com 465 implicit agrees
    smtp.mail.yahoo.com 465 starttls differs!
    smtp.mail.me.com 587 starttls agrees
    smtp.mail.me.com 465 implicit differs
    smtp.fastmail.com 465 implicit agrees
    smtp.fastmail.com 465 none differs
    smtp.fastmail.com 587 starttls agrees
    smtp.mailbox.org 465 implicit agrees
    smtp.protonmail.ch 587 starttls agrees
    smtp.yandex.ru 465 implicit agrees
    smtp.yandex.com 465 implicit agrees
    smtp.mandrillapp.com 587 starttls agrees
    smtp.mandrillapp.com 2525 starttls agrees
    smtp.sparkpostmail.com 587 starttls agrees
    smtp.sparkpostmail.com 465 implicit differs
    mobile.charter.net 587 starttls differs
    localhost 25 none agrees
    localhost 25 starttls differs
    """.split(separator: "\n").map(PortRow.init)
}
