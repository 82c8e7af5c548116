public import AuditModel

/// Reports for code scanners (SARIF 2.1.0, OASIS): a report is a run, a finding a result, a check a rule. A finding
/// points at the line of the settings or the zone file that it was seen in, or names its place in words.
public struct SARIFSheet: ReportSheet {
  private var isFirst = true

  /// Makes an empty sheet.
  public init() {}

  /// Takes a report.
  public mutating func add(_ report: AuditReport) -> [UInt8] {
    var writer = JSONWriter(isIndented: false)
    SARIFRun(report).write(to: &writer)
    defer { isFirst = false }
    return Array((isFirst ? Self.beginning : ",\n").utf8) + writer.octets
  }

  /// Ends the log.
  public func finish() -> [UInt8] { Array(((isFirst ? Self.beginning : "") + "\n]}\n").utf8) }

  private static let beginning = """
    {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[

    """
}

/// One run (SARIF §3.14).
private struct SARIFRun {
  private let report: AuditReport
  /// The outcomes that have results; passes and what does not apply are left out.
  private let outcomes: [CheckOutcome]

  init(_ report: AuditReport) {
    self.report = report
    outcomes = report.outcomes.filter { !$0.findings.isEmpty }
  }

  func write(to writer: inout JSONWriter) {
    writer.object { run in
      run.name("tool")
      run.object { tool in
        tool.name("driver")
        tool.object { write(driver: &$0) }
      }
      run.member("invocations", [report.time]) { writer, time in
        writer.object { invocation in
          invocation.name("executionSuccessful")
          invocation.literal("true")
          invocation.member("startTimeUtc", Timestamp.rfc3339(time))
        }
      }
      let results = outcomes.enumerated().flatMap { rule, outcome in
        outcome.findings.map { SARIFResult(outcome, $0, rule: rule, target: report.target) }
      }
      run.member("results", results) { $1.write(to: &$0) }
      run.name("properties")
      run.object { properties in
        properties.member("target", report.target)
        properties.member("goal", report.goal.rawValue)
        properties.member("grade", report.overallGrade.description)
      }
    }
  }

  private func write(driver: inout JSONWriter) {
    driver.member("name", "mailaudit")
    driver.member("version", report.toolVersion)
    driver.member("rules", outcomes) { writer, outcome in
      writer.object { rule in
        let check = outcome.description
        rule.member("id", check.id.rawValue)
        rule.message("shortDescription", check.title)
        rule.message("fullDescription", check.whyItMatters)
        rule.message("help", "\(check.remedy) (\(check.standards.inShort))")
        rule.name("defaultConfiguration")
        rule.object { $0.member("level", word: check.severity.sarifLevel) }
        rule.name("properties")
        rule.object { properties in
          properties.member("severity", check.severity.name)
          properties.member("tags", [check.area.rawValue]) { $0.text($1) }
        }
      }
    }
  }
}

/// One result (SARIF §3.27).
private struct SARIFResult {
  private let outcome: CheckOutcome
  private let fact: Finding
  private let rule: Int
  private let target: String

  init(_ outcome: CheckOutcome, _ fact: Finding, rule: Int, target: String) {
    self.outcome = outcome
    self.fact = fact
    self.rule = rule
    self.target = target
  }

  func write(to writer: inout JSONWriter) {
    writer.object { result in
      result.member("ruleId", outcome.check.rawValue)
      result.member("ruleIndex", rule)
      result.member("kind", word: kind)
      result.member("level", word: kind == "fail" ? level : "none")
      let remedy = fact.remedy ?? (fact.verdict >= .warn ? outcome.description.remedy : nil)
      result.message("message", fact.statement + (remedy.map { " Do: " + $0 } ?? ""))
      let evidence = fact.evidence.isEmpty ? [Evidence(source: target, excerpt: "")] : fact.evidence
      result.member("locations", evidence.prefix(1)) { $1.writeLocation(to: &$0) }
      if evidence.count > 1 {
        result.member("relatedLocations", evidence.dropFirst()) { $1.writeLocation(to: &$0) }
      }
      result.name("partialFingerprints")
      result.object { $0.member("mailaudit/v1", "\(outcome.check) \(target) \(fact.subject)") }
    }
  }

  /// `open` is what nobody could decide (SARIF §3.27.9).
  private var kind: String {
    switch fact.verdict {
    case .fail, .warn: "fail"
    case .unknown: "open"
    case .info: "informational"
    case .pass: "pass"
    case .notApplicable: "notApplicable"
    }
  }

  private var level: String {
    let severity = outcome.description.severity
    return (fact.verdict == .warn ? severity.lowered : severity).sarifLevel
  }
}

extension Evidence {
  /// The place of the evidence (SARIF §3.28): a line of a file, or words.
  fileprivate func writeLocation(to writer: inout JSONWriter) {
    writer.object { place in
      if let location {
        place.name("physicalLocation")
        place.object { $0.physical(location, excerpt) }
      } else {
        place.member("logicalLocations", [source]) { writer, name in
          writer.object { $0.member("fullyQualifiedName", name) }
        }
      }
      if !excerpt.isEmpty { place.message("message", excerpt) }
    }
  }
}

extension JSONWriter {
  /// A message (SARIF §3.11), or a description.
  fileprivate mutating func message(_ name: String, _ text: String) {
    self.name(name)
    object { $0.member("text", text) }
  }

  /// The members of a physical location (SARIF §3.29).
  fileprivate mutating func physical(_ location: SourceLocation, _ excerpt: String) {
    name("artifactLocation")
    object { $0.member("uri", URIText.path(location.file)) }
    name("region")
    object { region in
      region.member("startLine", location.line)
      if let column = location.column { region.member("startColumn", column) }
    }
  }
}

extension Severity {
  /// The level of a result (SARIF §3.27.10).
  fileprivate var sarifLevel: String {
    switch self {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low, .info: "note"
    }
  }
}

/// Paths as references (RFC 3986 §4.2).
enum URIText {
  /// The path with every octet escaped that stands for something else in a reference; an absolute path is a file URI.
  static func path(_ path: String) -> String {
    let text = path.utf8.map { octet in
      isUnreserved(octet)
        ? String(UnicodeScalar(octet))
        : "%" + String(octet >> 4, radix: 16, uppercase: true)
          + String(octet & 15, radix: 16, uppercase: true)
    }.joined()
    return path.hasPrefix("/") ? "file://" + text : text
  }

  private static func isUnreserved(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "-._~/".utf8.contains(octet)
    }
  }
}
