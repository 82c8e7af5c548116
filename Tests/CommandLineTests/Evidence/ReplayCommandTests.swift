import AuditTesting
import Checks
import Foundation
import LDNSKit
import Testing

@testable import CommandLine

/// `--save-evidence` and `mailaudit replay`: the same octets again, and no secret on the way.
@Suite struct ReplayCommandTests {
  private static let commands = ["audit", "message", "probe"]

  /// Transcripts that end in a report of one target.
  static let transcripts = Transcript.all.filter { entry in
    let words = entry.command.split(separator: " ").map(String.init)
    let first = words.dropFirst().first ?? ""
    let isReport = ["\n[0]\n", "\n[1]\n", "\n[2]\n"].contains { entry.expected.hasSuffix($0) }
    return commands.contains(first) && isReport && !entry.command.contains("--redact")
      && !entry.expected.contains("--save-evidence")
  }

  @Test func thereAreSome() {
    for command in ["audit", "probe"] { #expect(Self.transcripts.contains { $0.command.contains(" \(command) ") }) }
    #expect(Self.transcripts.count > 15)
  }

  @Test(arguments: transcripts)
  func aReplayWritesWhatTheCommandWrote(transcript: Transcript) async throws {
    let file = try EvidenceFile()
    let live = await transcript.run(adding: ["--save-evidence", file.path])
    if live.contains("goes with one domain") { return }
    #expect(live == transcript.expected)
    #expect(await Replay(file).text == transcript.expected, "\(file.text.prefix(2000))")
  }

  @Test(arguments: ["json", "html", "markdown", "sarif", "junit", "csv", "nagios", "prometheus"])
  func anyFormIsTheSame(form: String) async throws {
    let file = try EvidenceFile()
    let start = ["audit", "bad.example", "--zone", "worlds.zone", "--overlay", "launch-overlay.zone"]
    let entry = Transcript(file: "", line: 0, command: "mailaudit " + start.joined(separator: " "), expected: "")
    let live = await entry.run(adding: ["--format", form])
    _ = await entry.run(adding: ["--save-evidence", file.path])
    #expect(await Replay(file, ["--format", form]).text == live)
  }

  @Test(arguments: [
    "message redact.eml --zone night.zone", "message redact.eml night.eml --zone night.zone --format json",
    "message night.eml --zone night.zone --ip 203.0.113.5 --receiver gmail --verbose",
    "audit mail.example.org --zone probe.zone --probe-mx --probe-recipients --intrusive --verbose",
    "probe mail.example.org --zone probe.zone --helo app.example.org --tls-versions --verbose",
    "audit hosts.example --zone hosts.zone --ip 192.0.2.25 --rpki-vrps vrps.csv --registered 2026-11-01"
  ])
  func messagesServersAndFilesAreKept(command: String) async throws {
    let file = try EvidenceFile()
    let entry = Transcript(file: "", line: 0, command: "mailaudit " + command, expected: "")
    let live = await entry.run(adding: ["--save-evidence", file.path])
    #expect(live.hasSuffix("[0]\n") || live.hasSuffix("[1]\n") || live.hasSuffix("[2]\n"), "\(live)")
    #expect(await Replay(file).text == live)
  }

  @Test(arguments: UInt64(1)...48)
  func aDamagedBundleBreaksNothing(seed: UInt64) async throws {
    let file = try EvidenceFile()
    let command =
      "mailaudit probe mail.example.org --zone probe.zone --helo app.example.org --from a@example.org --tls-versions"
    _ = await Transcript(file: "", line: 0, command: command, expected: "")
      .run(adding: ["--save-evidence", file.path])
    let damaged = Damage(seed: seed).applied(to: Array(file.text.utf8))
    try Data(damaged).write(to: URL(filePath: file.path))
    let said = await Replay(file, ["--quiet"]).text
    #expect(["[0]", "[1]", "[2]", "[64]", "[74]"].contains { said.hasSuffix($0 + "\n") }, "\(said)")
  }

  @Test func nothingSecretIsKept() async throws {
    let folder = try EvidenceFile()
    let secret = "Zwiebelkuchen-4711"
    let settings = """
      <?php
      $wgDBpassword = 'Datenbank-0815';
      $wgPasswordSender = 'wiki@example.org';
      $wgSMTP = [ 'host' => 'ssl://mail.example.org', 'port' => 465, 'auth' => true, 'localhost' => 'app.example.org',
        'username' => 'wiki', 'password' => '\(secret)' ];
      """
    let file = folder.path + ".php"
    try settings.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let command =
      "mailaudit audit example.org --zone probe.zone --settings \(file) --app mediawiki --probe --auth PLAIN"
    let entry = Transcript(file: "", line: 0, command: command, expected: "")
    let live = await entry.run(adding: ["--verbose", "--save-evidence", folder.path])
    #expect(live.contains("AUTH PLAIN"), "\(live)")
    #expect(await Replay(folder).text == live)
    let octets = Array("\u{0}wiki\u{0}\(secret)".utf8)
    for leak in [secret, "Datenbank-0815", Data(octets).base64EncodedString(), Data(secret.utf8).base64EncodedString()]
    {
      #expect(!folder.text.contains(leak), "\(leak)")
    }
    #expect(folder.text.contains("\"smtp\"") && folder.text.contains("\"settings\""))
    #expect(!folder.text.contains("\"plainCount\":18"))
  }

  @Test func theKeyOfTheClientIsNotKept() async throws {
    let file = try EvidenceFile()
    let zone = "$ORIGIN example.org.\n$TTL 300\n@ SOA ns h 1 1 1 1 1\nmail A 192.0.2.25\n"
    let chain = [ExampleCertificates.good, ExampleCertificates.issuer].joined(separator: "\n")
    let files = ["z": zone, "chain.pem": chain, "key.pem": ExampleKeys.good]
    let command = [
      "probe", "mail.example.org", "--zone", "z", "--helo", "app.example.org", "--client-cert", "chain.pem",
      "--client-key", "key.pem", "--verbose", "--save-evidence", file.path
    ]
    let live = await Transcript.written { console in
      console.files = MemoryZoneFiles(files)
      console.environment = { _ in nil }
      console.changed = { _ in ExampleCertificates.time }
      console.clock = { ExampleCertificates.time }
      (console.isTerminal, console.showsProgress, console.columns) = (false, false, nil)
      console.mailServers = { _ in ProbeServers.access }
    } run: {
      await MailAudit.run(command)
    }
    #expect(await Replay(file).text == live)
    #expect(file.text.contains("\"clientCertificate\""), "\(live)")
    let lines = ExampleKeys.good.split(separator: "\n").filter { !$0.hasPrefix("-") }
    for line in lines { #expect(!file.text.contains(line)) }
  }

  @Test func aMessageThatWasSentKeepsItsName() async throws {
    let file = try EvidenceFile()
    let command =
      "mailaudit probe mail.example.org --zone probe.zone --helo app.example.org --from wiki@example.org "
      + "--to admin@example.net --send-test --transcript -"
    let live = await Transcript(file: "", line: 0, command: command, expected: "")
      .run(adding: ["--save-evidence", file.path])
    #expect(live.contains("<mailaudit."), "\(live)")
    #expect(await Replay(file).text == live)
  }

  @Test func aHistoryIsKept() async throws {
    let (file, history) = (try EvidenceFile(), try EvidenceFile())
    let entry = Transcript(
      file: "", line: 0, command: "mailaudit audit good.example --zone worlds.zone --selector k26 --verbose",
      expected: "")
    _ = await entry.run(adding: ["--history", history.path])
    let live = await entry.run(adding: ["--history", history.path, "--save-evidence", file.path])
    #expect(await Replay(file).text == live)
    #expect(file.text.contains("\"past\""))
  }

  @Test func whatIsWrongIsOneLine() async throws {
    let file = try EvidenceFile()
    let heading = #"{"evidence":{"format":1,"version":"0.0.9","time":1,"command":["#
    for (text, says) in [
      ("x\n", ":1: octet 1: "), (heading + "\"checks\"]}}\n{\"end\":{\"lines\":1}}\n", "checks cannot be replayed"),
      (heading + "\"audit\",\"--nope\"]}}\n{\"end\":{\"lines\":1}}\n", "means nothing to this version")
    ] {
      try text.write(toFile: file.path, atomically: true, encoding: .utf8)
      let said = await Replay(file).text
      #expect(said.contains(says) && said.hasSuffix("[74]\n"), "\(said)")
    }
    // An older version judges the same; a bundle of another one says so, and knows nothing of what it does not hold.
    try (heading + "\"audit\",\"example.org\",\"--quiet\"]}}\n{\"end\":{\"lines\":1}}\n")
      .write(toFile: file.path, atomically: true, encoding: .utf8)
    let said = await Replay(file).text
    #expect(
      said.contains("! mailaudit: \(file.path): was recorded by mailaudit 0.0.9") && said.hasSuffix("[2]\n"), "\(said)")
  }

  @Test func aFileThatCannotBeWrittenIsKnownAtOnce() async {
    let entry = Transcript(file: "", line: 0, command: "mailaudit audit good.example --zone worlds.zone", expected: "")
    let said = await entry.run(adding: ["--save-evidence", "/nowhere/at/all"])
    #expect(said.hasPrefix("! mailaudit: --save-evidence /nowhere/at/all: ") && said.hasSuffix("[74]\n"))
  }
}

/// Changes numbers, letters and lines of a text, the same for the same seed.
struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next(below count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, count)
  }

  func applied(to text: [UInt8]) -> [UInt8] {
    var (damage, lines) = (self, text.split(separator: UInt8(ascii: "\n")).map(Array.init))
    let digits = [UInt8(ascii: "-"), UInt8(ascii: "0"), UInt8(ascii: "9")]
    for _ in 0..<4 {
      let line = 1 + damage.next(below: lines.count - 2)
      let places = lines[line].indices.filter { (0x30...0x39).contains(lines[line][$0]) }
      switch damage.next(below: 4) {
      case 0: lines[line] = lines[1 + damage.next(below: lines.count - 2)]
      case 1 where !places.isEmpty:
        lines[line][places[damage.next(below: places.count)]] = digits[damage.next(below: digits.count)]
      case 2 where !places.isEmpty:
        let place = places[damage.next(below: places.count)]
        lines[line].insert(contentsOf: Array("999999999999".utf8.prefix(damage.next(below: 13))), at: place)
      default: lines[line][damage.next(below: lines[line].count)] ^= UInt8(1 << damage.next(below: 7))
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }
}

/// A file for a bundle, gone at the end of the test.
final class EvidenceFile: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).evidence").path

  init() throws {}
  deinit { try? FileManager.default.removeItem(atPath: path) }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}

/// A replay where nothing else is to be had: no file but the bundle, no server, another clock.
struct Replay {
  let text: String

  init(_ file: EvidenceFile, _ arguments: [String] = []) async {
    text = await Transcript.written { console in
      console.files = OneFile(path: file.path)
      console.place = { _ in "/nowhere" }
      console.lines = { ["nothing"] }
      console.clock = { 4_000_000_000 }
      console.changed = { _ in nil }
      console.hostName = { "other.example" }
      console.mailServers = { _ in StagedMailAccess(servers: [:]) }
      console.environment = { _ in nil }
      (console.isTerminal, console.showsProgress, console.columns) = (false, false, nil)
    } run: {
      await MailAudit.run(["replay", file.path] + arguments)
    }
  }
}
