import Foundation
import Testing

@testable import CommandLine

/// `mailaudit reports` in its forms, and over folders as they are.
@Suite struct ReportsFormTests {
  private static func run(_ arguments: [String], in folder: URL = Transcript.folder) async throws -> ZoneCommandRun {
    try await ZoneCommandRun(["reports", "--offline"] + arguments, zone: "") { console in
      console.place = { folder.path + "/" + $0 }
    }
  }

  private func withFolder(_ work: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await work(folder)
  }

  private static let bounce = """
    Return-Path: <>
    From: MAILER-DAEMON@mx.example.org
    Subject: Undelivered mail
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org

    Final-Recipient: rfc822; ann.example@receiver.example
    Action: failed
    Status: 5.1.1
    Remote-MTA: dns; mx.receiver.example
    Diagnostic-Code: smtp; 550 5.1.1 <ann.example@receiver.example>: User unknown

    --b--

    """

  @Test func everyFormGoesToItsFile() async throws {
    try await withFolder { folder in
      let forms = ["text", "json", "csv", "html"]
      let options = forms.flatMap { ["--output", "\($0):\(folder.path)/reports.\($0)"] }
      let run = try await Self.run(["--quiet", "reports"] + options)
      #expect(run.output.hasPrefix("example.org: ready for quarantine?"), "\(run.error)")
      for form in forms {
        let text = try String(contentsOf: folder.appending(path: "reports.\(form)"), encoding: .utf8)
        #expect(text.contains("example.org"), "\(form)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == forms.count)
    }
  }

  @Test(
    arguments: [
      (["--output", "html:/no/such/folder/x.html"], 74), (["--output", "pdf:x"], 64), (["--output", "html"], 64),
      (["--output", "html:x", "--output", "csv:x"], 64)
    ] as [([String], Int32)])
  func filesThatCannotBeWrittenAreTold(options: [String], status: Int32) async throws {
    let run = try await Self.run(["reports"] + options)
    #expect(run.status == status && run.output.isEmpty)
  }

  @Test func thePageNeedsNothingElse() async throws {
    let page = try await Self.run(["--format", "html", "reports"]).output
    for word in ["<script", "http:", "https:", "src=", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
    for name in ["section", "article", "details", "table", "ul", "ol", "li", "div", "main", "figure", "svg", "g"] {
      let opened = ["<\(name)>", "<\(name) "].map { page.components(separatedBy: $0).count - 1 }.reduce(0, +)
      #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
    let names = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    let told = page.matches(of: /aria-labelledby="([^"]*)"/).map { String($0.1) }
    #expect(!told.isEmpty && Set(told).isSubset(of: names))
  }

  @Test func recipientsAreHiddenUnlessAskedFor() async throws {
    try await withFolder { folder in
      try Self.bounce.write(to: folder.appending(path: "bounce.eml"), atomically: true, encoding: .utf8)
      for form in ["text", "json", "html"] {
        let hidden = try await Self.run(["--format", form, "bounce.eml"], in: folder).output
        #expect(!hidden.contains("ann.example") && hidden.contains("…@receiver.example"), "\(form)")
        #expect(hidden.contains("550 5.1.1"), "\(form)")
        let shown = try await Self.run(["--format", form, "--show-recipients", "bounce.eml"], in: folder).output
        #expect(shown.contains("ann.example@receiver.example"), "\(form)")
      }
    }
  }

  @Test func linksThatLeadBackEnd() async throws {
    try await withFolder { folder in
      let inner = folder.appending(path: "reports/inner")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try Self.bounce.write(to: inner.appending(path: "bounce.eml"), atomically: true, encoding: .utf8)
      for (link, target) in [("inner/loop", "."), ("inner/other", "../inner"), ("again", "inner"), ("up", "..")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.path + "/reports/" + link, withDestinationPath: target)
      }
      let run = try await Self.run(["--format", "json", "reports"], in: folder)
      #expect(run.output.contains("\"bounces\":1,\"unreadable\":0"), "\(run.output.suffix(400))")
    }
  }
}
