import Foundation

/// The files in the folder beside this one.
enum Fixtures {
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  static func octets(_ name: String) throws -> [UInt8] { Array(try text(name).utf8) }
}

extension String {
  /// What stands between two texts; empty when they do not occur.
  func part(from start: String, to end: String) -> String {
    guard let first = firstRange(of: start), let last = self[first.upperBound...].firstRange(of: end) else { return "" }
    return String(self[first.upperBound..<last.lowerBound])
  }
}
