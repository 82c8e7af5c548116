import DNS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Whether the domain has one SPF record, and it fails all mail: `-all` before any other mechanism. The owner says
  /// so that the domain never sends (RFC 7208 §10.1.2).
  var allowsNobody: Bool {
    let root = spf.tree.root
    guard let record = root.publication.record, record.faults.isEmpty, let first = root.terms.first else {
      return false
    }
    return first.term.isAll && first.term.qualifier == .fail
  }
}
