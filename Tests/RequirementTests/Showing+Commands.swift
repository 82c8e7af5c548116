import Synchronization

@testable import CommandLine

extension Showing {
  /// What a command writes has `words`; what it reads from standard input is `input`.
  static func output(_ command: String, input: String = "", _ words: String...) -> Showing {
    Showing(name(command)) { lacking(words, in: await Run.output(command, input)) }
  }

  /// What a command writes has none of `words`.
  static func withholds(_ command: String, input: String, _ words: String...) -> Showing {
    Showing(name(command)) {
      let output = await Run.output(command, input)
      let shown = words.filter { output.contains($0) }
      return shown.isEmpty && !output.isEmpty ? nil : "\(shown) in: \(output)"
    }
  }

  /// The command without its options.
  private static func name(_ command: String) -> String {
    "mailaudit " + command.split(separator: " ").prefix { !$0.hasPrefix("-") }.joined(separator: " ")
  }

  /// Runs commands in this process.
  private enum Run {
    static func output(_ command: String, _ input: String) async -> String {
      let recorder = Recorder()
      var console = Console.process
      console.output = { recorder.add($0) }
      console.error = { recorder.add($0) }
      console.lines = { input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
      (console.isTerminal, console.showsProgress, console.columns) = (false, false, nil)
      console.environment = { _ in nil }
      let arguments = command.split(separator: " ").map(String.init)
      _ = await Console.$current.withValue(console) { await MailAudit.run(arguments) }
      return recorder.text
    }
  }
}

/// What a command wrote.
private final class Recorder: Sendable {
  private let octets = Mutex<[UInt8]>([])

  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }

  func add(_ more: [UInt8]) { octets.withLock { $0 += more } }
}
