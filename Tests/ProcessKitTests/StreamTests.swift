import Foundation
import Synchronization
import Testing

@testable import ProcessKit

/// Reading, writing and appending, by threads that may wait.
@Suite struct StreamTests {
  private static func withPath(_ body: (String) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "stream-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(path)
  }

  @Test func fileIsReadInPieces() async throws {
    try await Self.withPath { path in
      let octets = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
      try Data(octets).write(to: URL(filePath: path))
      let input = try InputOctets(path: path)
      #expect(input.size == octets.count)
      var read: [UInt8] = []
      while case let piece = try await input.read(), !piece.isEmpty { read += piece }
      #expect(read == octets)
    }
  }

  /// A reader of a pipe into which nobody writes can be ended.
  @Test(.timeLimit(.minutes(5))) func waitingIsEnded() async throws {
    try await Self.withPath { path in
      let status = unsafe mkfifo(path, 0o600)
      #expect(status == 0)
      // Opened for both, so that the pipe has no end.
      let writer = unsafe open(path, O_RDWR)
      defer { close(writer) }
      let input = try InputOctets(path: path)
      async let piece = input.read()
      input.stop()
      #expect(try await piece.isEmpty)
    }
  }

  @Test func folderIsNoInput() { #expect(throws: FileError.folder) { try InputOctets(path: "/") } }

  @Test func octetsAreWrittenInOrder() async throws {
    let written = Mutex<[UInt8]>([])
    let output = OutputQueue { octets in written.withLock { $0 += octets } }
    for number in 0..<1_000 {
      output.append([UInt8(truncatingIfNeeded: number)])
      await output.room()
    }
    try await output.finish()
    #expect(written.withLock { $0 } == (0..<1_000).map { UInt8(truncatingIfNeeded: $0) })
  }

  @Test func failureEndsTheWriting() async throws {
    let calls = Mutex(0)
    let output = OutputQueue { _ in
      calls.withLock { $0 += 1 }
      throw StreamError(number: ENOSPC)
    }
    output.append([1])
    await #expect(throws: StreamError(number: ENOSPC)) { try await output.finish() }
    output.append([2])
    await output.room()
    await #expect(throws: StreamError.self) { try await output.finish() }
    #expect(calls.withLock { $0 } == 1 && output.failure != nil)
  }

  @Test func fileGrowsForOneAlone() async throws {
    try await Self.withPath { path in
      var file: AppendedFile? = try AppendedFile(at: path)
      try file?.append(Array("one two".utf8))
      let error = #expect(throws: FileError.self) { try AppendedFile(at: path) }
      #expect(error?.isTaken == true)
      try file?.truncate(to: 4)
      try file?.append(Array("three".utf8))
      try file?.synchronize()
      #expect(try file?.octets(in: 0..<100) == Array("one three".utf8))
      file = nil
      #expect(try AppendedFile(at: path).size == 9)
    }
  }

  @Test(arguments: ["/", "/dev/null", "/nowhere/at/all"])
  func otherThingsDoNotGrow(path: String) {
    let error = #expect(throws: FileError.self) { try AppendedFile(at: path) }
    #expect(error?.isTaken == false)
  }
}
