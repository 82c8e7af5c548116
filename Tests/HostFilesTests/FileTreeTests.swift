import Checks
import Testing

@testable import HostFiles

/// Links are followed within the tree, and never out of it.
@Suite struct FileTreeTests {
  private static let tree: StagedFiles = [
    "/usr/sbin/sendmail": .link("/etc/alternatives/mta"), "/etc/alternatives/mta": .link("../../usr/lib/mail/run"),
    "/usr/lib/mail/run": .program(0o2755), "/a": .link("b"), "/b": .link("/a"), "/up": .link("../../../etc/hosts"),
    "/etc/hosts": "127.0.0.1 localhost", "/gone": .link("nowhere"), "/shadow": .hidden, "/octets": "a\u{0}b",
    "/lib": .link("usr/lib")
  ]

  @Test(
    arguments: [
      ("/usr/sbin/sendmail", "/usr/lib/mail/run"), ("/up", "/etc/hosts"), ("/lib/mail/run", "/usr/lib/mail/run"),
      ("/lib/../lib/./mail", "/usr/lib/mail"), ("/", "/"), ("/a", nil), ("/gone", nil), ("/etc/hosts/x", nil)
    ] as [(String, String?)])
  func follows(path: String, place: String?) {
    #expect(Self.tree.look(at: path).value?.path == place)
  }

  @Test func fourAnswers() {
    #expect(Self.tree.text(at: "/etc/hosts").value?.lines.count == 1)
    #expect(Self.tree.text(at: "/gone").isAbsent)
    #expect(Self.tree.text(at: "/shadow").unseenReason == "Permission denied")
    guard case .malformed = Self.tree.text(at: "/octets") else { return #expect(Bool(false)) }
    guard case .malformed = Self.tree.text(at: "/etc") else { return #expect(Bool(false)) }
    #expect(Self.tree.look(at: "/a").unseenReason == "too many links one behind the other")
    #expect(Self.tree.list("/etc").value == ["alternatives", "hosts"])
  }
}
