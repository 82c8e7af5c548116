import HostFiles
import LDNSKit
import OpenSSLKit
import ProcessKit
import SMTPSubmission

/// What a command reads and writes: the process's own streams, or those of a test.
struct Console: Sendable {
  /// Takes octets for standard output.
  var output: @Sendable ([UInt8]) throws -> Void
  /// Takes octets for standard error.
  var error: @Sendable ([UInt8]) -> Void
  /// Reads standard input to its end, line by line.
  var lines: @Sendable () -> [String]
  /// Standard input as it comes, in pieces.
  var input: @Sendable () -> InputOctets = { InputOctets.standardInput() }
  /// Whether a terminal reads standard output.
  var isTerminal: Bool
  /// Whether a terminal reads standard error, where progress goes.
  var showsProgress: Bool
  /// The columns of the terminal behind standard output, when it tells.
  var columns: Int?
  /// The columns of the terminal behind standard error, when it tells.
  var progressColumns: Int?
  /// Reads an environment variable.
  var environment: @Sendable (String) -> String?
  /// Seconds since 1970, UTC.
  var clock: @Sendable () -> Int
  /// Where zone text is read from.
  var files: any ZoneFiles = DiskZoneFiles()
  /// When a file last changed, in seconds since 1970, UTC; nil when it cannot be seen.
  var changed: @Sendable (String) -> Int? = Surroundings.modificationTime

  /// Where a file of reports, a message or a key lies that the command line names.
  var place: @Sendable (String) -> String = { $0 }
  /// The files of this machine for `/`, or those below another folder.
  var tree: @Sendable (String) -> any FileTree = { DiskTree(root: $0) }
  /// The program that runs; nil when the system does not tell.
  var program: @Sendable () -> String? = { Surroundings.program }
  /// The folder that places are counted from; nil when the system does not tell.
  var folder: @Sendable () -> String? = { Surroundings.folder }
  /// What this machine calls itself; nil when that cannot be had.
  var nodeName: @Sendable () -> String? = { Surroundings.nodeName }
  /// The full name of this machine, when it has one.
  var hostName: @Sendable () -> String? = { Surroundings.hostName }
  /// Talks to mail servers, certificates being judged by these roots.
  var mailServers: @Sendable (TrustStore?) -> any MailServerAccess = { MailServerNetwork(trustStore: $0) }

  /// The arguments of the running command.
  var arguments: [String] = []
  /// What the run has to do with a bundle of evidence.
  var evidence = EvidenceRole.none

  /// The console of the running command.
  @TaskLocal static var current = Console.process

  /// The process's own.
  static var process: Console {
    Console(
      output: { try StandardStream.output.write($0) },
      // Nobody could be told that standard error itself cannot be written.
      error: { try? StandardStream.error.write($0) },
      lines: {
        var lines: [String] = []
        while let line = readLine() { lines.append(line) }
        return lines
      },
      isTerminal: StandardStream.output.isTerminal, showsProgress: StandardStream.error.isTerminal,
      columns: StandardStream.output.columns,
      progressColumns: StandardStream.error.columns, environment: Surroundings.environment, clock: { Surroundings.now })
  }
}

extension Console {
  /// Writes text to standard output.
  func write(_ text: String) throws { try output(Array(text.utf8)) }

  /// Writes text to standard error.
  func writeError(_ text: String) { error(Array(text.utf8)) }

  /// The width of lines: that of the terminal, `COLUMNS` going before it; 80 without a terminal.
  var width: Int {
    guard isTerminal else { return 80 }
    return environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? columns ?? 80
  }

  /// Whether to use colours: only on a terminal that can, and never with `NO_COLOR` (no-color.org).
  var isColoured: Bool {
    isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// The time that reports carry: `SOURCE_DATE_EPOCH` (reproducible-builds.org) goes before the clock.
  var now: Int { environment("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? clock() }
}
