import MailAuthentication
import MailMessage
import Syntax

extension ReportCarrier {
  /// What the header of a message tells, which is a part of the mail that was read when it was forwarded.
  init(message: MIMEPart) {
    self.init()
    if let field = message.field("subject") {
      let text = UnstructuredText.parse(message.body(of: field)).value?.text
      subject = text.map { String($0.prefix(Self.subjectLimit)) }
      subjectParts = text.flatMap { ReportSubject($0) }
    }
    if let field = message.field("from"), let list = AddressList.parse(message.body(of: field)).value {
      fromDomain = list.mailboxes.count == 1 ? list.mailboxes.first?.domain.lowercased() : nil
    }
    let fields = message.fields.filter { message.isNamed($0, "authentication-results") }
    authentication = fields.prefix(Self.resultsLimit).compactMap { field in
      AuthenticationResults.parse(message.body(of: field)).value.map { Authentication($0) }
    }
  }

  /// The characters of a subject that are kept: more than four domains have.
  private static let subjectLimit = 1_024

  /// The same mail with one of its parts.
  func carrying(_ part: MIMEPart) -> ReportCarrier {
    var carrier = self
    carrier.mediaType = part.mediaType
    carrier.fileName = part.fileName.map { String($0.prefix(Self.subjectLimit)) }
    carrier.fileNameParts = part.fileName.flatMap { ReportFileName($0) }
    return carrier
  }
}

extension ReportCarrier.Authentication {
  fileprivate init(_ results: AuthenticationResults) {
    let dmarc = results.results(of: "dmarc").first
    self.init(authservID: results.authservID, dmarc: dmarc?.result, headerFrom: dmarc?.value("header", "from"))
  }
}
