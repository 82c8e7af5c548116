public import FeedbackReports

/// Everything that was learned from what receivers report back: a fold over events, whose memory does not grow with
/// the number of reports. Checks judge it as they judge a ``DomainSurvey``.
public struct ReportsSurvey: Sendable {
  /// Which reports are counted.
  public let options: ReportsOptions
  /// How many of each kind were given.
  public private(set) var given = ReportCounts()
  /// The aggregate reports.
  public private(set) var aggregates: AggregateTally
  /// The TLS reports.
  public private(set) var tls = TLSTally()
  /// The failure reports.
  public private(set) var failures = FailureTally()
  /// The bounces.
  public private(set) var bounces = BounceTally()
  /// What the DNS says of the domains and sources; nil until somebody looked.
  public internal(set) var sight: ReportsSight? { didSet { settled = nil } }
  /// The pictures of the domains, once they were drawn: judging thousands of sources takes time.
  private var settled: [DomainPicture]?
  /// What is no report, or could not be read.
  public private(set) var unreadable = UnreadableTally()

  /// Starts with nothing.
  public init(options: ReportsOptions = ReportsOptions()) {
    self.options = options
    aggregates = AggregateTally(options: options)
  }

  /// The policy domains, those with most messages first, each with its sources judged.
  public var pictures: [DomainPicture] { settled ?? drawn }

  /// Draws the pictures once and for all, when everything was taken and looked at.
  public mutating func settle() { settled = drawn }

  /// Takes what an earlier run read and kept. It comes before what this run reads: of that, nothing is counted again.
  public mutating func takeKept(_ event: FeedbackEvent) {
    settled = nil
    switch event {
    case .aggregateBegan(let report, let source): aggregates.begin(report, source, isKept: true)
    case .record(let record): aggregates.take(record)
    case .aggregateEnded(let report): aggregates.end(report)
    case .tls(let report, let source): tls.take(report, source, options, isKept: true)
    case .failure, .bounce, .unreadable: break
    }
  }

  /// Takes what reading yields next.
  public mutating func take(_ event: FeedbackEvent) {
    settled = nil
    switch event {
    case .aggregateBegan(let report, let source):
      given.aggregates += 1
      aggregates.begin(report, source)
    case .record(let record): aggregates.take(record)
    case .aggregateEnded(let report): aggregates.end(report)
    case .tls(let report, let source):
      given.tls += 1
      tls.take(report, source, options)
    case .failure(let report, let source):
      given.failures += 1
      failures.take(report, source, options)
    case .bounce(let bounce, let source):
      given.bounces += 1
      bounces.take(bounce, source, options)
    case .unreadable(let fault, let source): unreadable.take(fault, source)
    }
  }
}

/// How many reports of each kind were given, before any is left out.
public struct ReportCounts: Sendable, Hashable {
  /// DMARC aggregate reports.
  public var aggregates = 0
  /// TLS reports.
  public var tls = 0
  /// Failure reports.
  public var failures = 0
  /// Bounces.
  public var bounces = 0

  /// All of them.
  public var total: Int { aggregates + tls + failures + bounces }
}

/// What is no report, or could not be read: the first of each, and how many there were.
public struct UnreadableTally: Sendable {
  /// The first of them, in the order of reading.
  public private(set) var first: [Item] = []
  /// How many there were in all.
  public private(set) var count = 0
  /// How many of them are broken XML or archives, which aggregate reports come as.
  public private(set) var brokenCount = 0
  /// How many of them could not be opened.
  public private(set) var unopenedCount = 0

  /// One that could not be read.
  public struct Item: Sendable, Hashable {
    /// Where it is.
    public let source: ReportSource
    /// Why.
    public let fault: ReportFault
  }

  mutating func take(_ fault: ReportFault, _ source: ReportSource) {
    count += 1
    switch fault.cause {
    case .noReport, .json: break
    case .unreadable: unopenedCount += 1
    case .xml, .archive, .tooMuch, .incomplete: brokenCount += 1
    }
    if first.count < ReportLimits.notes { first.append(Item(source: source, fault: fault)) }
  }
}

/// The limits of the picture: what strangers send must not fill the memory.
enum ReportLimits {
  /// So many single facts of a kind are kept for people to read; the rest is counted.
  static let notes = 100
}
