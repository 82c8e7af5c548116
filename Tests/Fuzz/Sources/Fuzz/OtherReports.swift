import FeedbackReports
import MailMessage
import Syntax

extension FuzzTarget {
  /// What else receivers report: TLS reports, failure reports and bounces, and the reader of JSON below them.
  static let otherReports = [
    FuzzTarget(name: "json") { input in
      var skipping = JSONReader(input)
      let fault = skipping.finish()
      promise(skipping.finish() == fault, "the first fault stays")
      promise(fault.map { $0.offset >= 0 && $0.offset <= input.count } ?? true, "a fault lies in the text")
      var taking = JSONReader(input)
      JSONWalk.take(&taking)
      promise(taking.finish() == fault, "what is kept does not change what is wrong")
    },
    FuzzTarget(name: "tls-report") { input in
      guard let report = try? TLSReport.read(input) else { return }
      let lines = input.count { $0 == 0x0A } + 1
      for deviation in report.deviations {
        promise(deviation.line.map { $0 >= 1 && $0 <= lines } ?? true, "a line lies in the report")
        promise(!deviation.statement.isEmpty, "a deviation has words")
      }
      promise(report.deviations.count <= 2 * FeedbackLimits.deviations, "deviations are bounded")
      for policy in report.policies {
        let counts = [policy.successful, policy.failed] + policy.failures.map(\.failedSessionCount)
        promise(counts.allSatisfy { $0 >= 0 }, "no count is below zero")
      }
    },
    FuzzTarget(name: "failure-report") { input in
      let message = Message(input)
      guard let report = try? MessageFailureReport.read(message) else { return }
      promise(report.original == nil, "nothing of the message is kept unless it is asked for")
      promise(report.incidents >= 1, "a report speaks of one message at least")
      for field in report.fields {
        let parts = field.value.split(separator: "@", omittingEmptySubsequences: false).dropLast()
        promise(parts.allSatisfy { $0.last?.isLetter != true }, "local parts are hidden")
      }
      let whole = try? MessageFailureReport.read(message, includingMessage: true)
      promise(whole?.fields.count == report.fields.count, "the same fields")
    },
    FuzzTarget(name: "bounced-mail") { input in
      guard let bounce = try? BouncedMail.read(input) else { return }
      promise(!bounce.recipients.isEmpty, "a bounce is about somebody")
      for recipient in bounce.recipients {
        promise((recipient.said == nil) == (recipient.explanation == nil), "what is explained was said")
      }
    }
  ]
}

/// Takes every value, down to the limit of the reader.
private enum JSONWalk {
  static func take(_ reader: inout JSONReader) {
    switch reader.kind() {
    case .object:
      guard reader.beginObject() else { return }
      while let name = reader.nextName() {
        promise(
          name.hasEscapes || name.octets.elementsEqual(Array(name.string.utf8)) || name.string.contains("\u{FFFD}"),
          "a name is what it says")
        take(&reader)
      }
    case .array:
      guard reader.beginArray() else { return }
      while reader.nextElement() { take(&reader) }
    default: _ = reader.scalar()
    }
  }
}
