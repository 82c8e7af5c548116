import FeedbackReports

/// The reports that were counted, so that none is counted twice (RFC 9990 §3.5.4).
struct ReportLedger: Sendable {
  /// What is kept of a report.
  struct Entry: Sendable {
    /// What was counted of it.
    var content: ReportContent
    /// Whether it ended too soon.
    var isPartial: Bool
    /// Whether an earlier run read it.
    var isKept: Bool
  }

  /// Keys are kept as 128 bits of a hash with a seed that nobody knows: two reports meet by chance alone.
  private var entries: [UInt128: Entry] = [:]

  func entry(of report: AggregateReport) -> Entry? { entries[Self.digest(of: report)] }

  mutating func note(_ report: AggregateReport, _ content: ReportContent, isPartial: Bool, isKept: Bool) {
    let digest = Self.digest(of: report)
    guard entries[digest] != nil || entries.count < ReportLimits.reports else { return }
    entries[digest] = Entry(content: content, isPartial: isPartial, isKept: isKept)
  }

  /// A report without an identifier is told from others by its span.
  private static func digest(of report: AggregateReport) -> UInt128 {
    let key = ReportKey(report)
    let halves = (0..<2).map { half in
      var hasher = Hasher()
      hasher.combine(half)
      hasher.combine(key.organization.lowercased())
      hasher.combine(key.reportID)
      hasher.combine(key.domain.lowercased())
      if key.reportID.isEmpty {
        hasher.combine(report.metadata.begin)
        hasher.combine(report.metadata.end)
      }
      return UInt64(UInt(bitPattern: hasher.finalize()))
    }
    return UInt128(halves[0]) << 64 | UInt128(halves[1])
  }
}

/// What the records of a report say, in a few octets.
struct ReportContent: Sendable, Hashable {
  /// How many records there are.
  private(set) var count = 0
  /// A hash of the records in their order.
  private(set) var sequence = 0
  /// A hash that is the same in any order.
  private(set) var sum: UInt = 0

  mutating func take(_ record: AggregateRecord) {
    var hasher = Hasher()
    hasher.combine(record.sourceIP)
    hasher.combine(record.count)
    hasher.combine(record.disposition)
    hasher.combine(record.dkim)
    hasher.combine(record.spf)
    hasher.combine(record.reasons)
    hasher.combine(record.headerFrom)
    hasher.combine(record.envelopeFrom)
    hasher.combine(record.dkimResults)
    hasher.combine(record.spfResults)
    let digest = hasher.finalize()
    count += 1
    sum &+= UInt(bitPattern: digest)
    var next = Hasher()
    next.combine(sequence)
    next.combine(digest)
    sequence = next.finalize()
  }

  /// Whether a copy says something else than the one that was counted; of a copy that ends too soon nothing is known.
  func differs(from entry: ReportLedger.Entry, isWhole: Bool) -> Bool {
    isWhole && (count != entry.content.count || sum != entry.content.sum)
  }
}

extension ReportLimits {
  /// So many reports are told from each other; a domain of a thousand reporters fills that in half a year.
  static let reports = 200_000
  /// So many policy domains have a picture of their own.
  static let domains = 500
}
