import DNS

extension AggregateReportReader {
  /// A group begins: what it gathers is empty.
  func prepare(_ group: ElementGroup.Name, line: Int) {
    switch group {
    case .record:
      record = AggregateRecord()
      record.line = line
    case .reason: reason = PolicyOverrideReason(type: "")
    case .dkim: dkim = DKIMAuthResult()
    case .spf: spf = SPFAuthResult()
    case .feedback, .metadata, .dateRange, .policy, .row, .evaluated, .identifiers, .results: break
    }
  }

  /// Keeps the text of an element.
  func assign(_ value: ReportedText) {
    switch value.group {
    case .feedback: assignVersion(value)
    case .metadata: assignMetadata(value)
    case .dateRange: assignDateRange(value)
    case .policy: assignPolicy(value)
    case .row: assignRow(value)
    case .evaluated: assignEvaluated(value)
    case .reason: assignReason(value)
    case .identifiers: assignIdentifier(value)
    case .dkim: assignDKIM(value)
    case .spf: assignSPF(value)
    case .record, .results: break
    }
  }

  private func assignVersion(_ value: ReportedText) {
    guard value.element == .version else { return }
    let version = text(value.octets)
    report.version = version
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal = (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
    if !isDecimal { deviate(value) { "is no decimal number" } }
    // RFC 9990 appendix A fixes it.
    if isDecimal, schema == .rfc9990, version != "1.0", version != "1" { deviate(value) { "is not 1.0" } }
  }

  private func assignMetadata(_ value: ReportedText) {
    let content = text(value.octets)
    switch value.element {
    case .orgName: report.metadata.orgName = needed(content, value)
    case .email: report.metadata.email = content
    case .extraContactInfo: report.metadata.extraContactInfo = content
    case .reportID: report.metadata.reportID = needed(content, value)
    case .generator: report.metadata.generator = content
    default:
      if report.metadata.errors.count < FeedbackLimits.metadataErrors { report.metadata.errors.append(content) }
    }
  }

  private func assignDateRange(_ value: ReportedText) {
    let time = integer(value)
    if value.element == .begin { report.metadata.begin = time } else { report.metadata.end = time }
    if let begin = report.metadata.begin, let end = report.metadata.end, begin > end {
      deviate(value) { "ends before it begins" }
    }
  }

  private func assignPolicy(_ value: ReportedText) {
    switch value.element {
    case .domain: report.policyPublished.domain = needed(text(value.octets), value)
    case .discoveryMethod: report.policyPublished.discoveryMethod = choice(value, .discovery)
    case .p: report.policyPublished.p = choice(value, .policy)
    case .sp: report.policyPublished.sp = choice(value, .policy)
    case .np: report.policyPublished.np = choice(value, .policy)
    case .adkim: report.policyPublished.adkim = choice(value, .alignment)
    case .aspf: report.policyPublished.aspf = choice(value, .alignment)
    case .testing: report.policyPublished.testing = choice(value, .yesOrNo)
    case .fo: report.policyPublished.fo = text(value.octets)
    default:
      report.policyPublished.pct = text(value.octets)
      if let share = integer(value), !(0...100).contains(share) { deviate(value) { "is no percentage" } }
    }
  }

  private func assignRow(_ value: ReportedText) {
    if value.element == .sourceIP {
      record.sourceIP = text(value.octets)
      if IPAddress(text: value.octets) == nil { deviate(value) { "is no address" } }
      return
    }
    let count = integer(value) ?? 0
    record.count = min(max(0, count), FeedbackLimits.messagesOfRecord)
    if count <= 0 || record.count != count { deviate(value) { "is no number of messages" } }
  }

  private func assignEvaluated(_ value: ReportedText) {
    switch value.element {
    case .disposition: record.disposition = choice(value, .disposition)
    case .dkim: record.dkim = choice(value, .aligned)
    default: record.spf = choice(value, .aligned)
    }
  }

  private func assignReason(_ value: ReportedText) {
    if value.element == .type { reason.type = choice(value, .override) } else { reason.comment = text(value.octets) }
  }

  private func assignIdentifier(_ value: ReportedText) {
    let content = text(value.octets)
    switch value.element {
    case .headerFrom: record.headerFrom = needed(content, value)
    // An empty one is the null sender (RFC 9990 §3.1.1.10).
    case .envelopeFrom: record.envelopeFrom = content
    default: record.envelopeTo = content
    }
  }

  private func assignDKIM(_ value: ReportedText) {
    switch value.element {
    case .domain: dkim.domain = text(value.octets)
    case .selector: dkim.selector = text(value.octets)
    case .result: dkim.result = choice(value, .dkim)
    default: dkim.humanResult = text(value.octets)
    }
  }

  private func assignSPF(_ value: ReportedText) {
    switch value.element {
    case .domain: spf.domain = text(value.octets)
    case .scope: spf.scope = choice(value, .scope)
    case .result: spf.result = choice(value, .spf)
    default: spf.humanResult = text(value.octets)
    }
  }
}

/// The text of one element, and where it stands.
struct ReportedText {
  let group: ElementGroup.Name
  let element: AggregateElement
  let octets: ArraySlice<UInt8>
  let line: Int
}

extension AggregateReportReader {
  func text(_ octets: ArraySlice<UInt8>) -> String { pool.text(octets) }

  /// Tells of a value.
  private func deviate(_ value: ReportedText, _ statement: () -> String) {
    deviate(.value, value.group, value.element, value.line) {
      "\(statement()): \"\(String(decoding: value.octets.prefix(80), as: UTF8.self))\""
    }
  }

  private func needed(_ content: String, _ value: ReportedText) -> String {
    if content.isEmpty { deviate(.value, value.group, value.element, value.line) { "is empty" } }
    return content
  }

  private func integer(_ value: ReportedText) -> Int? {
    let number = Int(text(value.octets))
    if number == nil { deviate(value) { "is no number" } }
    return number
  }

  /// One of some values, in lower case; another one is kept as it is.
  private func choice(_ value: ReportedText, _ values: ReportedValues) -> String {
    let found = text(value.octets)
    let allowed = values.of(schema)
    if allowed.contains(found) { return found }
    let lower = String(decoding: value.octets.map(\.lowercasedASCII), as: UTF8.self)
    if allowed.contains(lower) {
      deviate(value) { "is not written in lower case" }
    } else {
      deviate(value) { "is none of \(allowed.joined(separator: ", "))" }
    }
    return lower
  }
}

extension ArraySlice<UInt8> {
  /// The octets without the white space of XML at their ends (XML 1.0 §2.3).
  var trimmed: ArraySlice<UInt8> {
    var (start, end) = (startIndex, endIndex)
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return self[start..<end]
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
