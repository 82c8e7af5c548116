import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Whether the domain has one SPF record, and it fails all mail: `-all` before any other mechanism. The owner says
  /// so that the domain never sends (RFC 7208 §10.1.2).
  var allowsNobody: Bool {
    let records = SPFSelection(spf.answer).records
    guard records.count == 1 else { return false }
    let parsed = SPFRecord.parse(records[0])
    guard parsed.faults.isEmpty, let first = parsed.value?.termsInOrder.first else { return false }
    return first.isAll && first.qualifier == .fail
  }
}
