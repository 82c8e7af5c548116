import AuditModel
import Checks
import FoundationEssentials
import Reporting

/// The index of standards: which paragraph is in which check and in which file.
enum StandardsPage {
  /// The index as Markdown; the Swift files below `Sources` of `folder` are read.
  static func text(of folder: String) throws(ErrorLine) -> String {
    var index = StandardsIndex()
    for check in Catalogue.descriptions {
      for reference in check.standards { index.entries[reference, default: .init()].checks.insert(check.id) }
    }
    for (path, text) in try sources(in: folder) {
      for reference in StandardsIndex.references(in: text) {
        index.entries[reference, default: .init()].files.insert(path)
      }
    }
    return index.page
  }

  private static func sources(in folder: String) throws(ErrorLine) -> [(path: String, text: [UInt8])] {
    let root = folder + "/Sources"
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
      return try paths.map { ("Sources/" + $0, Array(try Data(contentsOf: URL(filePath: root + "/" + $0)))) }
    } catch {
      throw ErrorLine(root, "cannot be read", .inputOutput)
    }
  }
}

/// Paragraphs with the places that follow them.
struct StandardsIndex {
  /// The places of one paragraph.
  struct Entry {
    var checks: Set<CheckID> = []
    var files: Set<String> = []
  }

  var entries: [StandardReference: Entry] = [:]

  /// The index as Markdown.
  var page: String {
    var lines = ["# Standards", "", GeneratedNotice.line, "", "Where each paragraph is followed in checks and files."]
    let documents = Dictionary(grouping: entries.keys, by: \.document)
    for document in documents.keys.sorted(by: { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }) {
      lines += ["", "## \(document)", "", "| section | checks | files |", "|---|---|---|"]
      let sections = (documents[document] ?? []).sorted {
        Self.key($0.section).lexicographicallyPrecedes(Self.key($1.section))
      }
      lines += sections.map(row)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ reference: StandardReference) -> String {
    let entry = entries[reference] ?? Entry()
    let checks = entry.checks.sorted().map { "[\($0)](catalogue.md#\($0.rawValue.lowercased()))" }
    let files = entry.files.sorted().map { path in
      "[\(path.dropFirst("Sources/".count))](../\(path.replacing("+", with: "%2B")))"
    }
    let section = reference.section.isEmpty ? "whole" : reference.sectionWords
    return "| \(section) | \(checks.joined(separator: ", ")) | \(files.joined(separator: ", ")) |"
  }

  /// A key that sorts numbers in a text by their value: `RFC 822` before `RFC 7208`, `§4.10` behind `§4.9`.
  private static func key(_ text: String) -> [Int] {
    var key: [Int] = []
    var isNumber = false
    for octet in text.utf8 {
      if (48...57).contains(octet) {
        let digit = Int(octet) - 48
        if isNumber, let last = key.popLast() { key.append(min(last, 1 << 30) * 10 + digit) } else { key.append(digit) }
        isNumber = true
      } else {
        key.append(1 << 40 + Int(octet))
        isNumber = false
      }
    }
    return key
  }
}
