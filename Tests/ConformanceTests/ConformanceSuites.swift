import Foundation
import Testing

/// The published suites: a folder that the environment variable `MAILAUDIT_CONFORMANCE` names.
///
/// Unset, their tests are skipped with a line that counts the cases. Set, a folder that is missing or empty fails.
enum ConformanceSuites {
  /// The environment variable.
  static let variable = "MAILAUDIT_CONFORMANCE"

  private static let root: String? = ProcessInfo.processInfo.environment[variable]

  /// Skips a test, with the number of its cases, where the suites are not to be had.
  static func available(_ suite: String, cases: Int) -> ConditionTrait {
    .enabled(if: root != nil, "\(cases) cases of \(suite) are not run: \(variable) is not set")
  }

  /// The octets of a file, by its path in the folder of the suites.
  static func data(_ path: String) throws -> Data {
    guard let root else { throw SuiteError(description: "\(variable) is not set") }
    let names = try? FileManager.default.contentsOfDirectory(atPath: root)
    guard let names, !names.isEmpty else {
      throw SuiteError(description: "\(variable) is set to \"\(root)\", which is missing or empty")
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: root).appendingPathComponent(path))
    guard !data.isEmpty else { throw SuiteError(description: "\(path) is empty") }
    return data
  }

  /// The octets of a text file.
  static func text(_ path: String) throws -> [UInt8] { Array(try data(path)) }

  /// A JSON file, decoded.
  static func decode<Value: Decodable>(_ type: Value.Type, from path: String) throws -> Value {
    try JSONDecoder().decode(type, from: data(path))
  }
}

/// Why a suite cannot be read.
struct SuiteError: Error, CustomStringConvertible {
  /// The cause.
  let description: String
}
