import FeedbackReports
import MailMessage
import ZlibKit

extension FuzzTarget {
  /// What receivers report: aggregate reports, the packings around them, and the mails that carry them.
  static let aggregateReports = [
    FuzzTarget(name: "aggregate-report") { input in
      let whole = ReportEvents()
      let reader = AggregateReportReader(ReportSource(file: "input")) { whole.take($0) }
      reader.feed(input.span)
      reader.finish()
      whole.finish(octets: input.count)
      let pieces = ReportEvents()
      let second = AggregateReportReader(ReportSource(file: "input")) { pieces.take($0) }
      for start in stride(from: 0, to: input.count, by: 61) {
        second.feed(input.span.extracting(start..<min(start + 61, input.count)))
      }
      second.finish()
      pieces.finish(octets: input.count)
    },
    FuzzTarget(name: "zip-archive") { input in
      let limits = ZipLimits(octets: 1 << 20, memberOctets: 1 << 19, members: 100)
      let (stream, members) = (ZipStream(limits: limits), ZipMembers())
      for start in stride(from: 0, to: input.count, by: 61) {
        stream.take(input.span.extracting(start..<min(start + 61, input.count)), members)
      }
      stream.finish(members)
      promise(!members.isOpen && members.began == members.ended, "what began has ended")
      promise(members.octets <= (1 << 20) + (1 << 17), "an archive is bounded")
      promise(stream.members == members.began && members.began <= 100, "members are bounded")
      promise(stream.fault.map { !$0.description.isEmpty } ?? true, "a fault has words")
    },
    FuzzTarget(name: "gzip-stream") { input in
      for wrapping in [InflateStream.Wrapping.gzip, .none] {
        let stream = InflateStream(wrapping, limits: InflateLimits(octets: 1 << 20, ratio: 100, freeOctets: 1 << 16))
        var count = 0
        do throws(InflateFault) {
          for start in stride(from: 0, to: input.count, by: 61) {
            let used = try stream.take(input.span.extracting(start..<min(start + 61, input.count))) { piece in
              count += piece.count
              return true
            }
            promise(used <= 61, "no more is used than there is")
          }
          try stream.finish()
        } catch {
          promise(!error.description.isEmpty, "a fault has words")
        }
        promise(count <= (1 << 20) && stream.taken <= input.count, "what is unpacked is bounded")
      }
    },
    FuzzTarget(name: "report-mail") { input in
      let events = ReportEvents()
      FeedbackReader.read(MessageOctets(input), named: "input") { events.take($0) }
      events.finish(octets: nil)
    }
  ]
}

/// Holds readers to their contract: a report begins, has records, and ends.
private final class ReportEvents {
  private var isOpen = false
  private var records = 0
  private var messages = 0
  private var count = 0

  func take(_ event: FeedbackEvent) {
    count += 1
    switch event {
    case .aggregateBegan:
      promise(!isOpen, "a report begins when the one before has ended")
      (isOpen, records, messages) = (true, 0, 0)
    case .record(let record):
      promise(isOpen && record.line > 0 && record.count >= 0, "a record is of a report")
      records += 1
      messages += record.count
    case .aggregateEnded(let report):
      promise(isOpen, "what ends has begun")
      promise(report.recordCount == records && report.messageCount == messages, "the counts are those of the records")
      promise(report.deviations.count <= FeedbackLimits.deviations, "deviations are bounded")
      promise(report.deviations.allSatisfy { !$0.statement.isEmpty }, "a deviation has words")
      isOpen = false
    case .unreadable(let fault, _): promise(!isOpen && !fault.cause.description.isEmpty, "a fault has words")
    case .tls, .failure, .bounce: promise(!isOpen, "reports do not lie in each other")
    }
  }

  /// All is read; of a text that is one report the octets tell how much it can hold.
  func finish(octets: Int?) {
    promise(!isOpen && count > 0, "every file ends in an event")
    if let octets { promise(count <= octets / 9 + 3, "a record comes from octets") }
  }
}

private final class ZipMembers: ZipReceiver {
  private(set) var began = 0
  private(set) var ended = 0
  private(set) var octets = 0
  private(set) var isOpen = false

  func memberBegan(_ name: String) {
    promise(!isOpen, "one member after another")
    promise(name.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "a name has no control characters")
    (began, isOpen) = (began + 1, true)
  }

  func memberContent(_ piece: Span<UInt8>) -> Bool {
    octets += piece.count
    return true
  }

  func memberEnded(_ fault: ZipFault?) {
    promise(isOpen, "what ends has begun")
    (ended, isOpen) = (ended + 1, false)
  }
}
