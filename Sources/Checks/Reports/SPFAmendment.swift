import DNS
import MailAuthentication
import Survey
import Syntax

/// An SPF record with a term more.
enum SPFAmendment {
  /// The record to publish: that of today with the term in front of what ends it; a new one when there is none; nil when
  /// today's record is broken or could not be read.
  static func text(adding term: String, to publication: SPFPublication) -> String? {
    switch publication.state {
    case .absent: return "v=spf1 \(term) ~all"
    case .multiple, .malformed, .unavailable: return nil
    case .record: break
    }
    guard let parsed = publication.record, let record = parsed.value else { return nil }
    let text = parsed.text
    let end = record.all ?? record.redirect
    guard let place = end?.range.lowerBound, place <= text.count else {
      return String(decoding: text, as: UTF8.self) + " \(term)"
    }
    return String(decoding: text[..<place], as: UTF8.self) + "\(term) "
      + String(decoding: text[place...], as: UTF8.self)
  }
}
