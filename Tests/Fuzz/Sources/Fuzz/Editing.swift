import ApplicationSettings
import Checks

extension FuzzTarget {
  /// Files that are mended: what is written is read back, nothing else changes, and the patch does the same.
  static let editing = [
    editor(
      "edit-mediawiki", .mediawiki, "<?php\n$wgSMTP = ['host' => 'a', 'localhost' => '']; $wgPasswordSender = 'b';\n?>"),
    editor("edit-dokuwiki", .dokuwiki, "<?php\n$conf['plugin']['smtp'] = ['smtp_ssl' => '', 'auth_pass' => 'c'];"),
    editor("edit-gitlab", .gitlab, "gitlab_rails['smtp_port'] = 25\r\ngitlab_rails['smtp_ssl'] = false # a")
  ]

  private static func editor(_ name: String, _ application: Application, _ seed: String) -> FuzzTarget {
    FuzzTarget(name: name, seeds: { [Array(seed.utf8)] + examples(of: application) }) { input in
      let file = SettingsFile(name: "f", octets: input)
      let old = SubmissionSettings.read([file], of: application)
      for order in [changes, changes.reversed()] {
        guard var editor = SettingsEditor([file], of: application) else {
          return promise(false, "the files are written")
        }
        for change in order {
          let before = editor.changed[0].octets
          if editor.apply([change]) {
            checkChange(change, editor, of: application)
          } else {
            promise(editor.changed[0].octets == before, "what cannot be done leaves the file as it was")
          }
        }
        checkOthers(old, SubmissionSettings.read(editor.changed, of: application))
        checkPatch(editor.patch, from: input, to: editor.changed[0].octets)
      }
      checkRepair(file, of: application)
    }
  }

  private static let changes: [SettingsChange] = [
    .greetingName("o'b\\.example"), .messageIDHost("m.example"), .from("a@b.example"),
    .security(.implicitTLS, port: 465), .security(.startTLS, port: 587), .fullVerification, .noDebug, .usersInReplyTo,
    .login
  ]

  private static func checkChange(_ change: SettingsChange, _ editor: SettingsEditor, of application: Application) {
    let settings = SubmissionSettings.read(editor.changed, of: application)
    promise(settings.faults.isEmpty, "a file that could be read is still one")
    switch change {
    case .greetingName(let name): promise(settings.greetingName.value == name, "EHLO says what was written")
    case .from(let address): promise(settings.from.value == address, "From says what was written")
    case .noDebug: promise(settings.debug.value == false, "debug is off")
    default: break
    }
  }

  /// No change touches the login.
  private static func checkOthers(_ old: SubmissionSettings, _ new: SubmissionSettings) {
    promise(old.userName.content == new.userName.content, "the user name stays")
    promise(old.secret.content == new.secret.content, "the password stays")
    promise(old.site.content == new.site.content, "the address of the application stays")
  }

  private static func checkRepair(_ file: SettingsFile, of application: Application) {
    let hints = RepairHints(hostName: "w.example", from: "a@b.example")
    let repair = SettingsRepair([file], of: application, checks: Catalogue.settingsChecks, hints: hints)
    guard let diff = repair?.patch.first, !diff.isMasked else { return }
    let mended = SettingsFile(name: "f", octets: Patch(diff.lines).apply(to: file.octets))
    promise(SubmissionSettings.read([mended], of: application).faults.isEmpty, "a repaired file can be read")
  }

  private static func checkPatch(_ patch: [UnifiedDiff], from old: [UInt8], to new: [UInt8]) {
    promise(!patch.isEmpty || old == new, "what changed is shown")
    for diff in patch where !diff.isMasked {
      promise(Patch(diff.lines).apply(to: old) == new, "the patch does what the editor does")
    }
  }
}

/// A unified diff of one file, applied as patch(1) does it, but without tolerance.
private struct Patch {
  private var lines: ArraySlice<String>
  private var result: [UInt8] = []

  init(_ lines: [String]) { self.lines = lines.dropFirst(2) }

  /// `old` with all hunks done.
  func apply(to old: [UInt8]) -> [UInt8] {
    var patch = self
    let oldLines = Self.cut(old)
    var place = 0
    while let head = patch.lines.popFirst() {
      let start = Self.start(of: head)
      promise(start >= place && start <= oldLines.count, "hunks follow each other")
      for line in oldLines[place..<start] { patch.result += line }
      place = start
      while let line = patch.lines.first, !line.hasPrefix("@@ ") { patch.step(line, oldLines, &place) }
    }
    for line in oldLines[place...] { patch.result += line }
    return patch.result
  }

  private mutating func step(_ line: String, _ old: [[UInt8]], _ place: inout Int) {
    lines.removeFirst()
    var octets = Array(line.utf8.dropFirst()) + [0x0A]
    if lines.first?.hasPrefix("\\") == true {
      octets.removeLast()
      lines.removeFirst()
    }
    if !line.hasPrefix("+") {
      promise(place < old.count && old[place] == octets, "the patch shows what stands in the file")
      place += 1
    }
    if !line.hasPrefix("-") { result += octets }
  }

  /// The index of the first line of `@@ -12,7 +12,8 @@`.
  private static func start(of head: String) -> Int {
    let numbers = head.dropFirst(4).prefix { $0 != " " }.split(separator: ",").compactMap { Int($0) }
    promise(numbers.count == 2, "a hunk has a place")
    return numbers[1] == 0 ? numbers[0] : numbers[0] - 1
  }

  /// The lines with their ends.
  private static func cut(_ octets: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for octet in octets {
      if lines.last.map({ $0.last == 0x0A }) ?? true { lines.append([]) }
      lines[lines.count - 1].append(octet)
    }
    return lines
  }
}
