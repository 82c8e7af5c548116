public import FeedbackReports

/// The names of reports, and the mail that brought them, beside what stands in them (RFC 9990 §3.5.2).
public struct CarriageTally: Sendable {
  /// How many reports had a name or a mail that can be compared.
  public private(set) var namedCount = 0
  /// How many of them do not agree with what stands in them.
  public private(set) var contradictingCount = 0
  /// The first that do not agree.
  public private(set) var contradicting: [Contradiction] = []
  /// How many came in a mail.
  public private(set) var mailedCount = 0
  /// How many of those have a type that is none of a report.
  public private(set) var oddTypes: [NamedCount] = []
  /// How many came in a mail that the server that took it found to pass DMARC.
  public private(set) var passingCount = 0
  /// How many came in a mail that failed.
  public private(set) var failingCount = 0
  /// The first that failed.
  public private(set) var failing: [Doubt] = []

  /// How many came in a mail that nobody judged.
  public var unjudgedCount: Int { mailedCount - passingCount - failingCount }

  /// A report whose name or mail says something else than its content.
  public struct Contradiction: Sendable, Hashable {
    /// Where it is.
    public let source: ReportSource
    /// What does not agree, phrases.
    public let statements: [String]
  }

  /// A report in a mail that fails DMARC.
  public struct Doubt: Sendable, Hashable {
    /// Where it is.
    public let source: ReportSource
    /// Who says that it reports.
    public let organization: String
    /// What the server said.
    public let result: ReportCarrier.Authentication
  }

  mutating func take(_ report: AggregateReport, _ source: ReportSource, names: inout NameStore) {
    let name = source.carrier?.fileNameParts ?? ReportFileName(source.part ?? source.file)
    if name != nil || source.carrier?.subjectParts != nil {
      namedCount += 1
      let statements = Self.statements(report, name, source.carrier?.subjectParts)
      if !statements.isEmpty {
        contradictingCount += 1
        if contradicting.count < ReportLimits.repeats {
          contradicting.append(Contradiction(source: source, statements: statements))
        }
      }
    }
    if let carrier = source.carrier { take(carrier, report, source, names: &names) }
  }

  private mutating func take(
    _ carrier: ReportCarrier, _ report: AggregateReport, _ source: ReportSource, names: inout NameStore
  ) {
    mailedCount += 1
    if !Self.types.contains(carrier.mediaType) {
      NamedCount.add(carrier.mediaType, 1, to: &oddTypes, names: &names)
    }
    guard let result = carrier.authentication.first(where: { $0.dmarc != nil }) else { return }
    if result.dmarc == "pass" { return passingCount += 1 }
    // An error or no policy is no failure of the sender.
    guard result.dmarc == "fail" else { return }
    failingCount += 1
    if failing.count < ReportLimits.repeats {
      failing.append(Doubt(source: source, organization: report.metadata.orgName, result: result))
    }
  }

  private static func statements(
    _ report: AggregateReport, _ name: ReportFileName?, _ subject: ReportSubject?
  ) -> [String] {
    var statements: [String] = []
    let domain = report.policyPublished.domain
    func compare(_ other: String, _ place: String) {
      if let told = other.domainName, let real = domain.domainName, told != real {
        statements.append("\(place) says \(other), the report is about \(domain)")
      }
    }
    if let name { compare(name.policyDomain, "the file name") }
    if let subject { compare(subject.reportDomain, "the subject") }
    for (told, real, word) in [
      (ReportMetadata.time(name?.begin), report.metadata.beginTime, "begin"),
      (ReportMetadata.time(name?.end), report.metadata.endTime, "end")
    ] {
      if let told, let real, told.distance(to: real).magnitude > ReportLimits.clockSlack {
        statements.append("the file name says \(word) \(told), the report says \(real)")
      }
    }
    return statements
  }

  /// RFC 9990 §3.5.2, and what was usual before it.
  private static let types: Set<String> = [
    "application/gzip", "application/x-gzip", "application/zip", "application/x-zip", "application/x-zip-compressed",
    "application/x-gzip-compressed", "text/xml", "application/xml", "application/octet-stream"
  ]
}

extension ReportLimits {
  /// Names that are made before the report is closed are some seconds off.
  static let clockSlack = 3_600
}
