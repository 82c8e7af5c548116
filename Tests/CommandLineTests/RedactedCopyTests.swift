import Foundation
import Testing

@testable import CommandLine

@Suite struct RedactedCopyTests {
  /// The copy of `Fixtures/redact.eml` goes to standard output, and a remark to standard error.
  @Test func writesTheCopy() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let run = try await ZoneCommandRun(["message", "--redact", path], zone: "")
    #expect(run.status == 0)
    #expect(run.error.contains("read the copy before you show it to others"))
    let secrets = ["acme", "jane", "john", "smith", "roe", "482913", "sk_live", "eyJ", "10.1.2.3", "invoice", "Zm9v"]
    for secret in secrets { #expect(!run.output.lowercased().contains(secret.lowercased()), "\(secret)") }
    let kept = [
      "mx.google.com", "dkim=pass header.i=@d1.example", "user1@mail.d1.example", "site1.internal", "PHPMailer"
    ]
    for text in kept { #expect(run.output.contains(text), "\(text)") }
  }

  /// The copy in a file is that of standard output; only its owner may read it, and nothing else is left in the folder.
  @Test func writesAFile() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let (manager, folder) = (FileManager.default, try Self.emptyFolder())
    defer { try? manager.removeItem(at: folder) }
    let file = folder.appending(path: "copy.eml")
    let run = try await ZoneCommandRun(["message", "--redact", path, "--copy", file.path], zone: "")
    #expect(run.status == 0 && run.output.isEmpty && run.error.contains("read the copy"))
    let expected = try await ZoneCommandRun(["message", "--redact", path, "--copy", "-"], zone: "").output
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
    #expect(try manager.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    #expect(try manager.contentsOfDirectory(atPath: folder.path) == ["copy.eml"])
  }

  /// What exists is not written over: the message itself, a link to it, a link that leads nowhere.
  @Test(arguments: ["mail.eml", "link.eml", "nowhere.eml"])
  func writesOverNothing(name: String) async throws {
    let (manager, folder) = (FileManager.default, try Self.emptyFolder())
    defer { try? manager.removeItem(at: folder) }
    let mail = folder.appending(path: "mail.eml")
    try Data("From: a@acme.com\n\nHi\n".utf8).write(to: mail)
    for (link, target) in [("link.eml", "mail.eml"), ("nowhere.eml", "none")] {
      try manager.createSymbolicLink(atPath: folder.appending(path: link).path, withDestinationPath: target)
    }
    let path = folder.appending(path: name).path
    let run = try await ZoneCommandRun(["message", "--redact", mail.path, "--copy", path], zone: "")
    #expect(run.status == 74 && run.error.contains("exists already"))
    #expect(try String(contentsOf: mail, encoding: .utf8) == "From: a@acme.com\n\nHi\n")
    #expect(try manager.contentsOfDirectory(atPath: folder.path).sorted() == ["link.eml", "mail.eml", "nowhere.eml"])
  }

  /// A message that cannot be read leaves no file, and neither does a folder that is not there.
  @Test func failureLeavesNothing() async throws {
    let folder = try Self.emptyFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "copy.eml").path
    let missing = folder.appending(path: "none.eml").path
    let unread = try await ZoneCommandRun(["message", "--redact", missing, "--copy", file], zone: "")
    #expect(unread.status == 74)
    let path = Transcript.folder.appending(path: "redact.eml").path
    let unwritten = try await ZoneCommandRun(["message", "--redact", path, "--copy", missing + "/copy.eml"], zone: "")
    #expect(unwritten.status == 74 && unwritten.error.contains("--copy"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func copyNeedsRedact() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let run = try await ZoneCommandRun(["message", path, "--copy", "x.eml"], zone: "")
    #expect(run.status == 64 && run.error.contains("--copy: is for --redact alone"))
  }

  private static func emptyFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func takesOneMessage() async throws {
    let path = Transcript.folder.appending(path: "redact.eml").path
    let run = try await ZoneCommandRun(["message", "--redact", path, path], zone: "")
    #expect(run.status == 64 && run.error.contains("takes one message, here are 2"))
  }
}
