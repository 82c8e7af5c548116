import Foundation
import Testing

/// The published suites of reports: folders of ``root``, which an environment variable names.
///
/// Unset, their tests are skipped with a line that counts the cases. Set, a folder that is missing or empty fails.
enum ReportSuites {
  /// The environment variable.
  static let variable = "MAILAUDIT_CONFORMANCE"

  private static let root: String? = ProcessInfo.processInfo.environment[variable]

  /// The suites, each with the number of its files.
  static let all = [
    ("reports-mail-auth", 18), ("reports-mail-dmarc", 3), ("reports-mox", 7), ("reports-parsedmarc", 33),
    ("reports-viewer", 16)
  ]

  /// Skips a test, with the number of its cases, where the suites are not to be had.
  static var available: ConditionTrait {
    let cases = all.reduce(0) { $0 + $1.1 }
    return .enabled(if: root != nil, "\(cases) files of reports are not read: \(variable) is not set")
  }

  /// One suite.
  static func suite(_ name: String) throws -> ReportSuite {
    try JSONDecoder().decode(ReportSuite.self, from: data("\(name)/expected.json"))
  }

  /// The reports of a kind in all suites, each with the path of its file.
  static func reports(of kind: String) throws -> [(path: String, expected: ReportSuite.Report)] {
    try all.flatMap { name, _ in
      try suite(name).cases.flatMap { entry in
        entry.reports.filter { $0.kind == kind }.map { ("\(name)/\(entry.file)", $0) }
      }
    }
  }

  /// The octets of a file, by its path in the folder of the suites. A file may be empty: one case is.
  static func data(_ path: String) throws -> Data {
    guard let root else { throw ReportSuiteError(description: "\(variable) is not set") }
    return try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(path))
  }
}

/// Why a suite cannot be read.
struct ReportSuiteError: Error, CustomStringConvertible {
  /// The cause.
  let description: String
}

/// `expected.json` of a suite.
struct ReportSuite: Decodable {
  let suite: String
  let cases: [Case]

  /// A file, and the reports that it holds.
  struct Case: Decodable {
    let file: String
    let reports: [Report]
  }

  /// What is expected of one report.
  struct Report: Decodable {
    let kind: String
    let parse: String?
    let namespace, version, org_name, email, report_id, begin, end: String?
    let domain, adkim, aspf, p, sp, np, pct, testing: String?
    let records, messages, distinct_source_ips: Int?
    let dkim_aligned_messages, spf_aligned_messages, dmarc_pass_messages: Int?
    let dispositions: [String: Int]?
    let note: String?
    // Of TLS reports.
    let organization_name, contact_info, start: String?
    let policies, successful, failed: Int?
    let failure_types: [String: Int]?
    let policy_types: [String]?
    // Of failure reports.
    let fields: [String: FieldValue]?
  }

  /// The value of a field, or those of several with the same name.
  struct FieldValue: Decodable {
    let values: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      values = if let several = try? value.decode([String].self) { several } else { [try value.decode(String.self)] }
    }
  }
}
