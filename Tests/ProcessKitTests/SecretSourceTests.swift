import Foundation
import Synchronization
import Testing

@testable import ProcessKit

/// One after the other: signal handlers belong to the whole process.
@Suite(.serialized) struct SecretSourceTests {
  private static func text(_ source: SecretSource, warn: (SecretWarning) -> Void = { _ in }) throws -> String {
    try source.read(warn: warn) { octets in String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self) }
  }

  private static func withFile(_ content: String, mode: Int = 0o600, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)").path
    try Data(content.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(arguments: [
    ("pencil", "pencil"), ("pencil\n", "pencil"), ("pencil\r\n", "pencil"), ("pencil\n\n", "pencil\n"),
    (" pencil ", " pencil "), ("two\nlines", "two\nlines"), ("\r", "\r")
  ])
  func oneLineEndIsNoPartOfIt(content: String, secret: String) throws {
    try Self.withFile(content) { path in
      let fromFile = try Self.text(.file(path))
      #expect(fromFile == secret)
      let descriptor = unsafe open(path, O_RDONLY)
      defer { close(descriptor) }
      let fromDescriptor = try Self.text(.descriptor(descriptor))
      #expect(fromDescriptor == secret)
    }
  }

  @Test(arguments: [(0o600, false), (0o640, false), (0o644, true), (0o604, true)])
  func aFileThatOthersReadIsWarnedOf(mode: Int, isWarned: Bool) throws {
    try Self.withFile("pencil", mode: mode) { path in
      var warnings: [SecretWarning] = []
      let text = try Self.text(.file(path)) { warnings.append($0) }
      #expect(text == "pencil")
      #expect(warnings == (isWarned ? [.readableByOthers(path: path, mode: UInt32(mode))] : []))
    }
  }

  @Test(arguments: [
    (SecretSource.file("/nowhere/at/all"), SecretSourceError.system(ENOENT)), (.file("/"), .folder),
    (.file("/dev/null"), .empty), (.file("/dev/zero"), .tooLong),
    (.environment("MAILAUDIT_NOT_SET"), .notSet("MAILAUDIT_NOT_SET")),
    (.descriptor(999), .system(EBADF))
  ])
  func whatCannotBeReadHasAReason(source: SecretSource, error: SecretSourceError) {
    #expect(throws: error) { try Self.text(source) }
    #expect(!"\(error)".isEmpty)
  }

  @Test func anEnvironmentVariableIsRead() throws {
    unsafe _ = setenv("MAILAUDIT_TEST_SECRET", "pencil", 1)
    defer { unsafe _ = unsetenv("MAILAUDIT_TEST_SECRET") }
    #expect(try Self.text(.environment("MAILAUDIT_TEST_SECRET")) == "pencil")
  }

  @Test func whoReadASecretLeavesNoCoreDump() throws {
    try Self.withFile("pencil") { path in
      _ = try Self.text(.file(path))
      #expect(CoreDumps.areRefused)
    }
  }

  @Test func thePromptHasNoEcho() async throws {
    let terminal = try PseudoTerminal()
    let before = terminal.echoes
    let reader = Reader(terminal.name, "Password: ")
    try await terminal.wait(for: "Password: ")
    #expect(terminal.echoes == false)
    terminal.type("pencil\n")
    #expect(try await reader.result().get() == "pencil")
    #expect(before && terminal.echoes)
    try await terminal.wait(for: "\n")
    #expect(!terminal.shown.contains("pencil"))
  }

  /// The default of SIGALRM would end the tests; ignored, it does nothing when it is raised again.
  @Test func aSignalPutsTheTerminalBack() async throws {
    let before = signal(SIGALRM, SIG_IGN)
    defer { _ = signal(SIGALRM, before) }
    let terminal = try PseudoTerminal()
    let reader = Reader(terminal.name, "? ")
    try await terminal.wait(for: "? ")
    #expect(!terminal.echoes)
    kill(getpid(), SIGALRM)
    await #expect(throws: SecretSourceError.brokenOff) { try await reader.result().get() }
    #expect(terminal.echoes)
  }

  @Test func theEndOfInputIsNoPassword() async throws {
    let terminal = try PseudoTerminal()
    let reader = Reader(terminal.name, "? ")
    try await terminal.wait(for: "? ")
    terminal.type("\u{4}")
    await #expect(throws: SecretSourceError.brokenOff) { try await reader.result().get() }
    #expect(terminal.echoes)
  }

  @Test func withoutATerminalNobodyIsAsked() throws {
    try Self.withFile("") { path in
      #expect(throws: SecretSourceError.noTerminal) {
        var octets = SecretBuffer()
        try Terminal.read(into: &octets, asking: "? ", at: path)
      }
    }
  }
}

/// A thread of its own that asks: those of Swift's tasks are few, and are not to wait.
private final class Reader: @unchecked Sendable {
  private let outcome = Mutex<Result<String, SecretSourceError>?>(nil)

  init(_ terminal: String, _ prompt: String) {
    Thread.detachNewThread { [self] in
      do throws(SecretSourceError) {
        var octets = SecretBuffer()
        try Terminal.read(into: &octets, asking: prompt, at: terminal)
        octets.dropLineEnd()
        let text = octets.show { octets in String(decoding: octets.indices.map { octets[$0] }, as: UTF8.self) }
        outcome.withLock { $0 = .success(text) }
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
    }
  }

  func result() async throws -> Result<String, SecretSourceError> {
    for _ in 0..<1000 {
      if let result = outcome.withLock({ $0 }) { return result }
      try await Task.sleep(for: .milliseconds(10))
    }
    throw SecretSourceError.system(ETIMEDOUT)
  }
}

/// A terminal that a test types at.
private final class PseudoTerminal: @unchecked Sendable {
  let name: String
  private let master: Int32
  private let slave: Int32
  private(set) var shown = ""

  /// ioctl_tty(2): TIOCSPTLCK unlocks the other end, TIOCGPTN tells its number.
  private static let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  init() throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (lock, index): (Int32, UInt32) = (0, 0)
    try #require(master >= 0)
    try unsafe #require(ioctl(master, Self.unlock, &lock) == 0 && ioctl(master, Self.number, &index) == 0)
    name = "/dev/pts/\(index)"
    slave = unsafe open(name, O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(slave)
    close(master)
  }

  var echoes: Bool {
    var settings = termios()
    unsafe _ = tcgetattr(slave, &settings)
    return settings.c_lflag & tcflag_t(ECHO) != 0
  }

  func type(_ text: String) { _ = unsafe write(master, text, text.utf8.count) }

  func wait(for text: String) async throws {
    for _ in 0..<200 {
      var buffer = [UInt8](repeating: 0, count: 1024)
      let count = unsafe read(master, &buffer, buffer.count)
      if count > 0 { shown += String(decoding: buffer.prefix(count), as: UTF8.self) }
      if shown.contains(text) { return }
      try await Task.sleep(for: .milliseconds(10))
    }
    Issue.record("the terminal does not show \(text)")
  }
}
