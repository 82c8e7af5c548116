import Checks
import Testing

@testable import HostFiles

/// What signs mail on a machine, by its settings.
@Suite struct DKIMSignerTests {
  /// A machine, the keys of its signer as `domain selector file`, and why others may be missing.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let files: StagedFiles
    let keys: [String]
    var unread = 0
  }

  private static func openDKIM(_ text: String, _ more: StagedFiles = [:]) -> StagedFiles {
    ["/etc/opendkim.conf": .text(text)] + more
  }

  private static func rspamd(_ text: String, _ more: StagedFiles = [:]) -> StagedFiles {
    ["/etc/rspamd/local.d/dkim_signing.conf": .text(text)] + more
  }

  private static let rows: [Row] = [
    Row(
      testDescription: "one key", files: openDKIM("Domain a.example, b.example\nSelector s\nKeyFile /k.pem # x"),
      keys: ["a.example s /k.pem # x", "b.example s /k.pem # x"]),
    Row(
      testDescription: "a table",
      files: openDKIM("keytable file:/t", ["/t": "# keys\nx a.example:s:/k.pem\ny %:t:/l.pem\nz broken\n"]),
      keys: ["a.example s /k.pem"], unread: 2),
    Row(testDescription: "a table that is not there", files: openDKIM("KeyTable /t"), keys: [], unread: 1),
    Row(testDescription: "a database", files: openDKIM("KeyTable dsn:mysql://x"), keys: [], unread: 1),
    Row(
      testDescription: "it verifies only", files: openDKIM("Mode v\nDomain a\nSelector s\nKeyFile /k"), keys: []),
    Row(
      testDescription: "domains of rspamd",
      files: rspamd("selector = \"s\";\ndomain {\n a.example { path = \"/$domain/$selector\"; }\n}\n"),
      keys: ["a.example s /a.example/s"]),
    Row(
      testDescription: "several keys of a domain",
      files: rspamd(
        "domain { a.example { selectors [ { path: \"/k1\"; selector: \"s1\"; }, { path: \"/k2\"; selector: \"s2\"; } ] } }"
      ),
      keys: ["a.example s1 /k1", "a.example s2 /k2"]),
    Row(
      testDescription: "keys by their names",
      files: rspamd("enabled = true;", ["/var/lib/rspamd/dkim/a.example.dkim.key": "x", "/var/lib/rspamd/dkim/b": "x"]),
      keys: ["a.example dkim /var/lib/rspamd/dkim/a.example.dkim.key"]),
    Row(testDescription: "maps", files: rspamd("selector_map = \"/m\";"), keys: [], unread: 1),
    Row(testDescription: "switched off", files: rspamd("enabled = false;\nselector_map = \"/m\";"), keys: [])
  ]

  @Test(arguments: rows)
  func reads(row: Row) throws {
    let signers = DKIMSignerSettings.all(in: row.files)
    let settings = try #require(signers.first?.value)
    #expect(signers.count == 1)
    #expect(settings.keys.map { "\($0.domain.text) \($0.selector) \($0.keyPath)" } == row.keys)
    #expect(settings.unread.count == row.unread, "\(settings.unread)")
  }

  @Test func aMachineWithoutASignerHasNone() {
    #expect(DKIMSignerSettings.all(in: [:] as StagedFiles).isEmpty)
  }

  /// Files that are made to take long.
  @Test(arguments: ["{", "a {", "}", "a = b;", "[{", ",", "domain { a { selector = s; } }\n"])
  func takesLinearTime(piece: String) {
    let start = ContinuousClock.now
    let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
    _ = DKIMSignerSettings.all(in: Self.rspamd(text) + Self.openDKIM(text))
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
