import ApplicationSettings
import Testing

/// Changes of files, and how they are shown.
@Suite struct EditingTests {
  @Test(
    arguments: [
      (
        "$wgSMTP = ['host' => 'a', 'localhost' => ''];", .greetingName("w.example"),
        "$wgSMTP = ['host' => 'a', 'localhost' => 'w.example'];"
      ),
      (
        "$wgSMTP = [\n  'host' => 'a'\n];\n$x = 1;", .greetingName("w.example"),
        "$wgSMTP = [\n  'host' => 'a'\n];\n$wgSMTP['localhost'] = 'w.example';\n$x = 1;"
      ),
      (
        "$wgSMTP = ['host' => 'a'];\n?>\n", .from("a@b.example"),
        "$wgSMTP = ['host' => 'a'];\n$wgPasswordSender = 'a@b.example';\n?>\n"
      ),
      ("$wgSMTP = ['host' => 'tls://a'];", .security(.startTLS, port: nil), "$wgSMTP = ['host' => 'a'];"),
      (
        "$wgSMTP = ['host' => 'a'];", .security(.implicitTLS, port: 465),
        "$wgSMTP = ['host' => 'ssl://a'];\n$wgSMTP['port'] = 465;"
      ),
      (
        "$wgSMTP = ['host' => 'it\\'s'];", .greetingName("o'b"),
        "$wgSMTP = ['host' => 'it\\'s'];\n$wgSMTP['localhost'] = 'o\\'b';"
      ),
      (
        "$wgSMTP = ['host' => 'a'];", .greetingName("o'\u{301}b"),
        "$wgSMTP = ['host' => 'a'];\n$wgSMTP['localhost'] = 'o\\'\u{301}b';"
      ),
      (
        "$wgSMTP = ['host' => 'a']; ?>", .from("a@b.example"),
        "$wgSMTP = ['host' => 'a']; $wgPasswordSender = 'a@b.example';\n?>"
      )
    ] as [(String, SettingsChange, String)])
  func changesMediaWiki(text: String, change: SettingsChange, result: String) throws {
    #expect(try changed(text: "<?php\n" + text, .mediawiki, [change]) == "<?php\n" + result)
  }

  @Test(
    arguments: [
      ("$wgSMTP = ['localhost' => gethostname()];", SettingsChange.greetingName("a.example")),
      ("if ($x) { $wgSMTP['localhost'] = 'a'; }", .greetingName("a.example")),
      ("$wgSMTP = ['host' => 'a'", .greetingName("a.example")), ("$wgSMTP = [];", .security(.startTLS, port: nil)),
      ("$wgSMTP = ['host' => 'a']; /*\n*/", .greetingName("a.example")),
      ("$wgSMTP = ['host' => 'a']; $x = 'b\nc';", .greetingName("a.example")),
      ("$wgSMTP = ['host' => 'a']; class B {\n}", .greetingName("a.example")),
      ("$wgSMTP = ['host' => 'a']; if ($x) {\n}", .greetingName("a.example")),
      ("$wgSMTP = ['host' => 'a'] ?>", .from("a@b.example"))
    ])
  func leavesWhatItCannotKnow(text: String, change: SettingsChange) throws {
    #expect(try changed(text: "<?php\n" + text, .mediawiki, [change]) == nil)
  }

  @Test func nothingIsWrittenIntoAValueThatChanges() throws {
    let text = "<?php\n$wgSMTP = ['host' => 'a']; $wgPasswordSender = 'b\n@c';"
    var editor = try #require(SettingsEditor([SettingsFile(name: "f", octets: Array(text.utf8))], of: .mediawiki))
    let isDone = editor.apply([.from("a@b.example"), .greetingName("w.example")])
    #expect(!isDone && editor.changed[0].octets == Array(text.utf8) && editor.patch.isEmpty)
  }

  @Test func changesGitLab() throws {
    let text = "gitlab_rails['smtp_port'] = 465\ngitlab_rails['smtp_ssl'] = false\n"
    let result = try changed(text: text, .gitlab, [.security(.implicitTLS, port: nil)])
    #expect(
      result == """
        gitlab_rails['smtp_port'] = 465
        gitlab_rails['smtp_ssl'] = true
        gitlab_rails['smtp_tls'] = true
        gitlab_rails['smtp_enable_starttls_auto'] = false

        """)
  }

  @Test func showsAPatchThatAppliesWithoutSecrets() throws {
    let text = """
      <?php
      $a = 1;
      $wgSMTP = [
        'host' => 'mail.example.org',
        'password' => 'geheim',
        'port' => 587,
        'localhost' => ''
      ];
      $b = 2;
      $c = 3;
      $d = 4;
      $e = 5;
      $wgPasswordSender = 'a@localhost';
      """
    let editor = try edited(text, .mediawiki, [.greetingName("w.example"), .from("a@example.org")])
    #expect(
      editor.patch.map(\.lines) == [
        [
          "--- a/f", "+++ b/f", "@@ -6,5 +6,5 @@", "   'port' => 587,", "-  'localhost' => ''",
          "+  'localhost' => 'w.example'", " ];", " $b = 2;", " $c = 3;", "@@ -11,3 +11,3 @@", " $d = 4;", " $e = 5;",
          "-$wgPasswordSender = 'a@localhost';",
          "\\ No newline at end of file", "+$wgPasswordSender = 'a@example.org';", "\\ No newline at end of file"
        ]
      ])
  }

  @Test func aLineBehindTheLastOneWithoutAnEnd() throws {
    let editor = try edited("<?php\n$wgSMTP = ['host' => 'a'];", .mediawiki, [.greetingName("w.example")])
    #expect(
      editor.patch[0].lines == [
        "--- a/f", "+++ b/f", "@@ -1,2 +1,3 @@", " <?php", "-$wgSMTP = ['host' => 'a'];",
        "\\ No newline at end of file", "+$wgSMTP = ['host' => 'a'];", "+$wgSMTP['localhost'] = 'w.example';",
        "\\ No newline at end of file"
      ])
  }

  @Test func aLineThatEndsWithTheEndOfPHP() throws {
    let editor = try edited("<?php $wgSMTP = ['host' => 'a']; ?>", .mediawiki, [.from("a@b.example")])
    #expect(
      editor.patch[0].lines == [
        "--- a/f", "+++ b/f", "@@ -1,1 +1,2 @@", "-<?php $wgSMTP = ['host' => 'a']; ?>",
        "\\ No newline at end of file", "+<?php $wgSMTP = ['host' => 'a']; $wgPasswordSender = 'a@b.example';", "+?>",
        "\\ No newline at end of file"
      ])
  }

  @Test(arguments: ["// caf\u{E9}", "// smtp://u:geheim/x@a"])
  func neverShowsWhatIsNoTextOrAPasswordInAURL(line: String) throws {
    let octets = line.unicodeScalars.map { UInt8($0.value) }
    let text = Array("<?php\n$wgSMTP = ['localhost' => '']; ".utf8)
    for (before, isMasked) in [(text, true), (text + [UInt8(ascii: "\n")], false)] {
      let file = SettingsFile(name: "f", octets: before + octets + Array("\n$a = 1;\n".utf8))
      var editor = try #require(SettingsEditor([file], of: .mediawiki))
      let isDone = editor.apply([.greetingName("w.example")])
      #expect(isDone && editor.patch[0].isMasked == isMasked)
      #expect(!editor.patch[0].lines.contains { $0.contains("//") })
    }
  }

  /// Every octet of a line is looked at once for a password.
  @Test func showsALongLineInLinearTime() throws {
    let line = "// ://" + String(repeating: ":", count: 30_000)
    let editor = try edited("<?php\n$wgSMTP = ['localhost' => ''];\n" + line, .mediawiki, [.greetingName("w.example")])
    let time = ContinuousClock().measure { _ = editor.patch }
    #expect(time < .seconds(5))
  }

  @Test(arguments: [
    "$wgSMTP = ['password' => 'geheim', 'localhost' => ''];", "$wgSMTP = ['password' =>\n'geheim', 'localhost' => ''];"
  ])
  func masksALineWithASecret(text: String) throws {
    let patch = try edited("<?php\n" + text, .mediawiki, [.greetingName("w.example")]).patch
    #expect(patch.allSatisfy(\.isMasked) && patch.count == 1)
    #expect(!"\(patch)".contains("geheim"))
  }

  private func changed(text: String, _ application: Application, _ changes: [SettingsChange]) throws -> String? {
    var editor = try #require(SettingsEditor([SettingsFile(name: "f", octets: Array(text.utf8))], of: application))
    guard editor.apply(changes) else { return nil }
    return String(decoding: editor.changed[0].octets, as: UTF8.self)
  }

  private func edited(
    _ text: String, _ application: Application, _ changes: [SettingsChange]
  ) throws -> SettingsEditor {
    var editor = try #require(SettingsEditor([SettingsFile(name: "f", octets: Array(text.utf8))], of: application))
    let isDone = editor.apply(changes)
    #expect(isDone)
    return editor
  }
}
