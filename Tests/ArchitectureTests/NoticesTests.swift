import Foundation
import Testing

/// What the binary holds of others, and links to, has its line in THIRD-PARTY-NOTICES.md.
@Suite struct NoticesTests {
  private static func text(_ name: String) throws -> String {
    let project = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    return try String(contentsOf: project.appending(path: name), encoding: .utf8)
  }

  @Test func packagesAreNamed() throws {
    let notices = try Self.text("THIRD-PARTY-NOTICES.md")
    let direct = try Self.text("Package.swift").matches(of: /url: "[^"]*\/([^"\/]+)"/).map { String($0.1) }
    #expect(direct.count >= 2)
    // Written by the package manager when it resolves; it names what those need in turn.
    let resolved =
      (try? Self.text("Package.resolved"))?.matches(of: /"identity" : "([^"]+)"/).map { String($0.1) } ?? []
    for name in Set(direct + resolved) { #expect(notices.contains("[\(name)]("), "\(name)") }
  }

  @Test func librariesAreNamed() throws {
    let notices = try Self.text("THIRD-PARTY-NOTICES.md").lowercased()
    let libraries = try Self.text("Package.swift").matches(of: /pkgConfig: "([a-z]+[0-9]*)[-."]/).map { String($0.1) }
    #expect(libraries.count >= 6)
    for name in libraries { #expect(notices.contains(name), "\(name)") }
  }

  @Test func theLicenceIsWhole() throws {
    let licence = try Self.text("LICENSE")
    #expect(licence.contains("Version 2.0, January 2004") && licence.contains("END OF TERMS AND CONDITIONS"))
    #expect(try Self.text("NOTICE").contains("SwiftNIO"))
  }
}
