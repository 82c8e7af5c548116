import DNS
import Foundation
import LDNSKit
import ProcessKit
import Synchronization
import Testing

@testable import CommandLine

/// A command and what it writes, as a person can read it. In a transcript file:
///
///     # A remark.
///     $ mailaudit checks --area nope < input.txt
///     what standard output gets
///     ! what standard error gets
///     [64]
///
/// The status stands in brackets, and ends the entry. Files are those of the folder `Fixtures`.
struct Transcript: Sendable, CustomTestStringConvertible {
  /// The file, and the line of the command in it.
  let file: String
  let line: Int
  /// The command with its arguments, as written behind `$ `.
  let command: String
  /// Everything up to the status, and the status.
  let expected: String

  var testDescription: String { "\(file):\(line): \(command)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// All entries of all files, in order.
  static var all: [Transcript] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".transcript") }.sorted().flatMap { name in
      read((try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? "", file: name)
    }
  }

  private static func read(_ text: String, file: String) -> [Transcript] {
    var entries: [Transcript] = []
    var open: (line: Int, command: String, lines: [Substring])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let entry = open {
        open?.lines.append(line)
        guard line.wholeMatch(of: /\[\d+\]/) != nil else { continue }
        let expected = (entry.lines + [line]).joined(separator: "\n") + "\n"
        entries.append(Transcript(file: file, line: entry.line, command: entry.command, expected: expected))
        open = nil
      } else if line.hasPrefix("$ ") {
        open = (index + 1, String(line.dropFirst(2)), [])
      }
    }
    return entries
  }

  /// Runs the command in this process, with further arguments, and writes down what it does in the form of ``expected``.
  func run(adding further: [String] = []) async -> String {
    var words = command.split(separator: " ").map(String.init)
    var input = ""
    if let sign = words.firstIndex(of: "<"), sign + 1 < words.count {
      input = (try? String(contentsOf: Self.folder.appending(path: words[sign + 1]), encoding: .utf8)) ?? ""
      words.removeSubrange(sign...)
    }
    let (recorder, arguments) = (Recorder(), words.dropFirst() + further)
    let status = await Console.$current.withValue(Self.console(recorder, input: input)) {
      await MailAudit.run(Array(arguments))
    }
    return recorder.text + "[\(status)]\n"
  }

  /// Runs something with a console of its own, and writes down what it does in the form of ``expected``.
  static func written(_ configure: (inout Console) -> Void, run: () async -> Int32) async -> String {
    let recorder = Recorder()
    var console = Console.process
    console.output = { recorder.add($0, isError: false) }
    console.error = { recorder.add($0, isError: true) }
    configure(&console)
    let status = await Console.$current.withValue(console) { await run() }
    return recorder.text + "[\(status)]\n"
  }

  /// A console without a terminal, over the files of the folder; the clock stands still.
  private static func console(_ recorder: Recorder, input: String) -> Console {
    var console = Console.process
    console.output = { recorder.add($0, isError: false) }
    console.error = { recorder.add($0, isError: true) }
    console.lines = { input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    console.input = { InputOctets(Array(input.utf8)) }
    (console.isTerminal, console.showsProgress, console.columns) = (false, false, nil)
    console.environment = { _ in nil }
    console.clock = { 1_795_251_600 }
    console.changed = { _ in 1_795_251_600 }
    console.files = FolderFiles(folder: folder.path)
    console.place = { $0.hasPrefix("/") ? $0 : folder.path + "/" + $0 }
    console.tree = { DiskTree(root: folder.path + "/" + $0) }
    console.mailServers = { _ in ProbeServers.access }
    return console
  }
}

/// What a command wrote, in order, lines of standard error marked.
private final class Recorder: Sendable {
  private let pieces = Mutex<String>("")

  var text: String { pieces.withLock { $0 } }

  func add(_ octets: [UInt8], isError: Bool) {
    let text = String(decoding: octets, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
    pieces.withLock { $0 += lines.map { (isError ? "! " : "") + $0 + "\n" }.joined() }
  }
}

/// One file, and no other.
struct OneFile: ZoneFiles {
  let path: String

  func octets(of path: String, within bounds: String?) throws(ZoneFileError) -> [UInt8] {
    guard path == self.path else { throw .unreadable("nothing else is to be had") }
    return try DiskZoneFiles().octets(of: path, within: nil)
  }
}

/// Files by their names in one folder, so that a transcript is the same wherever the checkout lies.
private struct FolderFiles: ZoneFiles {
  let folder: String

  func octets(of path: String, within bounds: String?) throws(ZoneFileError) -> [UInt8] {
    try DiskZoneFiles().octets(of: folder + "/" + path, within: bounds.map { _ in folder })
  }
}
