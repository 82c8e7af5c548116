import Syntax

extension TLSReport {
  /// Reads a report in JSON, already unpacked (RFC 8460 §4). What is written otherwise than the standard says is read all
  /// the same where its meaning is clear, and told in ``deviations``.
  ///
  /// - Parameter octets: the JSON.
  /// - Returns: the report.
  /// - Throws: why it is no report that can be read.
  public static func read(_ octets: [UInt8]) throws(ReportFault) -> TLSReport {
    if octets.count > FeedbackLimits.tlsOctets {
      throw ReportFault(.tooMuch("more than \(FeedbackLimits.tlsOctets >> 20) MiB of JSON"))
    }
    var reader = TLSReportReader(octets)
    return try reader.read()
  }
}

/// Reads the object of a TLS report; keys may come in any order.
struct TLSReportReader {
  private let octets: [UInt8]
  private var report = TLSReport()
  /// A limit that was met.
  private var excess: String?
  private var failures = 0

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  mutating func read() throws(ReportFault) -> TLSReport {
    var keys = ReportKeys(octets)
    let isObject = keys.reader.kind() == .object
    var seen: Set<String> = []
    if isObject {
      keys.object("") { keys, key in
        seen.insert(key)
        take(key, &keys)
      }
    }
    if let excess { throw ReportFault(.tooMuch(excess)) }
    if let fault = keys.reader.finish() {
      throw ReportFault(.json(fault.message), line: TextPosition(fault.offset, in: octets).line)
    }
    guard isObject else { throw ReportFault(.noReport("JSON that is no object")) }
    guard !seen.isDisjoint(with: ["policies", "organization-name", "report-id"]) else {
      throw ReportFault(.noReport("JSON without the keys of a TLS report"))
    }
    for key in ["organization-name", "date-range", "report-id", "policies"] where !seen.contains(key) {
      keys.miss(key)
    }
    if !seen.contains("contact-info") { keys.tell("contact-info", "is missing", .missingByHabit) }
    report.deviations = keys.deviations()
    return report
  }

  private mutating func take(_ key: String, _ keys: inout ReportKeys) {
    switch key {
    case "organization-name": report.organizationName = keys.required(key)
    case "contact-info": report.contactInfo = keys.text(key)
    case "report-id": report.reportID = keys.required(key)
    case "date-range": dateRange(&keys)
    case "policies":
      keys.elements(key) { keys in
        if report.policies.count >= FeedbackLimits.tlsPolicies {
          excess = "more than \(FeedbackLimits.tlsPolicies) policies"
          keys.reader.skipValue()
        } else {
          policy(&keys)
        }
      }
    default: keys.tell(key, "is no key of RFC 8460", .unknown)
    }
  }

  private mutating func dateRange(_ keys: inout ReportKeys) {
    var seen: Set<String> = []
    keys.object("date-range") { keys, key in
      seen.insert(key)
      let path = "date-range/\(key)"
      switch key {
      case "start-datetime": report.start = keys.time(path)
      case "end-datetime": report.end = keys.time(path)
      default: keys.tell(path, "is no key of RFC 8460", .unknown)
      }
    }
    for key in ["start-datetime", "end-datetime"] where !seen.contains(key) { keys.miss("date-range/\(key)") }
  }
}

extension TLSReportReader {
  private mutating func policy(_ keys: inout ReportKeys) {
    var policy = TLSReportPolicy()
    var seen: Set<String> = []
    keys.object("policies") { keys, key in
      seen.insert(key)
      let path = "policies/\(key)"
      switch key {
      case "policy": describe(&policy, &keys)
      case "summary": summary(&policy, &keys)
      case "failure-details": keys.elements(path) { keys in failure(&policy, &keys) }
      default: keys.tell(path, "is no key of RFC 8460", .unknown)
      }
    }
    for key in ["policy", "summary"] where !seen.contains(key) { keys.miss("policies/\(key)") }
    report.policies.append(policy)
  }

  /// The object `policy`.
  private func describe(_ policy: inout TLSReportPolicy, _ keys: inout ReportKeys) {
    var seen: Set<String> = []
    keys.object("policies/policy") { keys, key in
      seen.insert(key)
      let path = "policies/policy/\(key)"
      switch key {
      case "policy-type": policy.policyType = keys.required(path)
      case "policy-string": policy.policyStrings = keys.texts(path, asArray: true)
      case "policy-domain": policy.policyDomain = keys.required(path)
      case "mx-host": policy.mxHosts = keys.texts(path, asArray: false)
      default: keys.tell(path, "is no key of RFC 8460", .unknown)
      }
    }
    for key in ["policy-type", "policy-domain"] where !seen.contains(key) { keys.miss("policies/policy/\(key)") }
  }

  private func summary(_ policy: inout TLSReportPolicy, _ keys: inout ReportKeys) {
    var seen: Set<String> = []
    keys.object("policies/summary") { keys, key in
      seen.insert(key)
      let path = "policies/summary/\(key)"
      switch key {
      case "total-successful-session-count": policy.successful = keys.count(path)
      case "total-failure-session-count": policy.failed = keys.count(path)
      default: keys.tell(path, "is no key of RFC 8460", .unknown)
      }
    }
    for key in ["total-successful-session-count", "total-failure-session-count"] where !seen.contains(key) {
      keys.tell("policies/summary/\(key)", "is missing, and counts as 0", .missingByHabit)
    }
  }

  /// An object of `failure-details`.
  private mutating func failure(_ policy: inout TLSReportPolicy, _ keys: inout ReportKeys) {
    failures += 1
    guard failures <= FeedbackLimits.tlsFailureDetails else {
      excess = "more than \(FeedbackLimits.tlsFailureDetails) failure details"
      return keys.reader.skipValue()
    }
    var details = TLSFailureDetails()
    var seen: Set<String> = []
    keys.object("policies/failure-details") { keys, key in
      seen.insert(key)
      let path = "policies/failure-details/\(key)"
      switch key {
      case "result-type": details.resultType = keys.required(path)
      case "sending-mta-ip": details.sendingMTAIP = keys.text(path)
      case "receiving-mx-hostname": details.receivingMXHostname = keys.text(path)
      case "receiving-mx-helo": details.receivingMXHelo = keys.text(path)
      case "receiving-ip": details.receivingIP = keys.text(path)
      case "failed-session-count": details.failedSessionCount = keys.count(path)
      case "additional-information": details.additionalInformation = keys.text(path)
      case "failure-reason-code": details.failureReasonCode = keys.text(path)
      default: keys.tell(path, "is no key of RFC 8460", .unknown)
      }
    }
    for key in ["result-type", "failed-session-count"] where !seen.contains(key) {
      keys.miss("policies/failure-details/\(key)")
    }
    policy.failures.append(details)
  }
}
