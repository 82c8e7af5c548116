import Foundation
import ProcessKit
import Testing

@Suite struct RegularFileTests {
  @Test func filesAreReadInPieces() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("0123456789".utf8).write(to: folder.appending(path: "b"))
    try Data().write(to: folder.appending(path: "a"))
    #expect(try Folder.names(at: folder.path) == ["a", "b"])
    let file = try RegularFile(path: folder.appending(path: "b").path)
    #expect(file.size == 10)
    #expect(try file.read(3..<6) == Array("345".utf8))
    #expect(try file.read(8..<20) == Array("89".utf8))
    #expect(try file.read(0..<0) == [])
  }

  @Test(arguments: [("/", FileError.folder), ("/dev/null", .notRegular), ("/no/such/file", .system(2))])
  func whatIsNoFileIsRefused(path: String, error: FileError) {
    #expect(throws: error) { try RegularFile(path: path) }
    #expect(!error.description.isEmpty)
  }
}
