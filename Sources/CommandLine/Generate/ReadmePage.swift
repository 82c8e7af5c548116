import AuditModel
import FoundationEssentials

/// README.md, with the beginning of the demo in place of what stands in its block of code.
enum ReadmePage {
  /// How the block of the demo begins: the only one that is fenced.
  private static let fence = "```\n"

  /// The README in `folder`, its excerpt made anew.
  static func text(of folder: String, demo: [UInt8]) throws(ErrorLine) -> String {
    let path = folder + "/README.md"
    guard let data = try? Data(contentsOf: URL(filePath: path)) else {
      throw ErrorLine(path, "cannot be read", .inputOutput)
    }
    let parts = String(decoding: data, as: UTF8.self).components(separatedBy: fence)
    guard parts.count == 3 else { throw ErrorLine(path, "is to have one fenced block, the demo", .inputOutput) }
    return parts[0] + fence + excerpt(String(decoding: demo, as: UTF8.self)) + fence + parts[2]
  }

  /// The answer, what to do next, the grades, and the first thing that was found.
  private static func excerpt(_ demo: String) -> String {
    let lines = demo.split(separator: "\n", omittingEmptySubsequences: false)
    let found = lines.firstIndex(of: "What was found") ?? lines.startIndex
    let end = lines[found...].firstIndex { $0.hasPrefix("2 ") } ?? lines.endIndex
    return lines[..<end].joined(separator: "\n") + "…\n"
  }
}
