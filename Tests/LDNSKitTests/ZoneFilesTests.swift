import Foundation
import LDNSKit
import Testing

/// Zone text on disk: includes stay in the folder, and nothing that hangs is opened.
@Suite struct ZoneFilesTests {
  @Test(arguments: [
    ("part.zone", ""), ("sub/part.zone", ""), ("inside.link", ""), ("outside.link", "lies outside"),
    ("sub", "no regular file"), ("absent", "No such file")
  ])
  func includes(name: String, cause: String) throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = base.appendingPathComponent("zones")
    defer { try? FileManager.default.removeItem(at: base) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("sub"), withIntermediateDirectories: true)
    let record = Data("a. 1 A 192.0.2.1\n".utf8)
    for path in ["part.zone", "sub/part.zone", "../secret"] {
      try record.write(to: folder.appendingPathComponent(path))
    }
    let links = [("inside.link", "sub/part.zone"), ("outside.link", "../secret")]
    for (link, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(link).path, withDestinationPath: target)
    }
    let main = folder.appendingPathComponent("main.zone")
    try Data("$INCLUDE \(name)\n".utf8).write(to: main)

    let result = ZoneText.load(main.path, files: DiskZoneFiles())
    #expect(result.zone.records.count == (cause.isEmpty ? 1 : 0))
    #expect(result.faults.count == (cause.isEmpty ? 0 : 1))
    #expect(cause.isEmpty || result.faults.allSatisfy { $0.message.contains(cause) }, "\(result.faults)")
  }

  @Test func aFileThatIsNotThereIsAFault() {
    let result = ZoneText.load("/nowhere/x.zone", files: DiskZoneFiles())
    #expect(result.faults.map(\.description) == ["/nowhere/x.zone:1:1: cannot be read: No such file or directory"])
  }
}
