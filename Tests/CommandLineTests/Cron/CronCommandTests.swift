import AuditModel
import DNS
import Foundation
import ProcessKit
import SMTPSubmission
import Testing

@testable import CommandLine

/// The nights of an administrator: silence, one change, one mail.
@Suite struct CronCommandTests {
  private static let plain = "domains: [example.org]\nhistory: history.db\n"

  @Test func onlyWhatChangesIsTold() async throws {
    try await NightWatch.use(Self.plain) { watch in
      let first = try await watch.run(NightWatch.good, day: 0)
      #expect(first.output.hasPrefix("example.org  grade C?: the first run, recorded\n"), "\(first)")
      #expect(first.status == 0 && first.error == "")
      let second = try await watch.run(NightWatch.good, day: 1)
      #expect(second.output == "" && second.error == "" && second.status == 0)
      let third = try await watch.run(NightWatch.open, day: 2)
      #expect(third.output.hasPrefix("example.org  grade F: 1 new, 1 record changed\n"), "\(third)")
      #expect(third.output.contains("\nNew\n  SPF-ALL-PASS  +all\n    now     fail: "))
      #expect(
        third.output.contains("    - TXT \"v=spf1 ip4:192.0.2.1 -all\"\n    + TXT \"v=spf1 ip4:192.0.2.1 +all\"\n"))
      #expect(third.status == 1)
      #expect(try await watch.run(NightWatch.open, day: 3).output == "")
      let mended = try await watch.run(NightWatch.good, day: 4)
      #expect(mended.output.contains("\nGone\n  SPF-ALL-PASS  +all\n    before  fail: "), "\(mended)")
    }
  }

  @Test func aNightWithoutAnAnswerIsSilent() async throws {
    try await NightWatch.use(Self.plain) { watch in
      for (day, zone) in [NightWatch.good, NightWatch.silent, NightWatch.good, NightWatch.silent, NightWatch.silent]
        .enumerated()
      {
        let night = try await watch.run(zone, day: day)
        #expect(day == 0 || night.output == "", "night \(day): \(night.output)")
      }
      let last = try await watch.run(NightWatch.silent, day: 5)
      #expect(last.output.contains("\nNew\n  DNS-RESOLVE-ERROR"), "\(last)")
      #expect(last.output.contains("\nCould not be looked at for 3 runs\n"), "\(last)")
      #expect(last.output.contains("  DMARC-PRESENT"))
      #expect(try await watch.run(NightWatch.silent, day: 6).output == "")
      #expect(try await watch.run(NightWatch.good, day: 7).output.contains("\nCan be looked at again\n"))
    }
  }

  @Test func whatIsAcceptedIsNotToldUntilItEnds() async throws {
    let project =
      Self.plain + """
        accepted:
          - {check: SPF-ALL-PASS, owner: Ann, reason: a test, until: 2026-11-23}
        watch: {deadlines: 1d}
        """
    try await NightWatch.use(project) { watch in
      _ = try await watch.run(NightWatch.good, day: 0)
      let accepted = try await watch.run(NightWatch.open, day: 1)
      #expect(!accepted.output.contains("SPF-ALL-PASS"), "\(accepted)")
      let near = try await watch.run(NightWatch.open, day: 2)
      #expect(
        near.output.contains("\nDates that came near\n  2026-11-24  today  acceptance  SPF-ALL-PASS (Ann)\n"), "\(near)"
      )
      let ended = try await watch.run(NightWatch.open, day: 3)
      #expect(ended.output.contains("\nAcceptances that have ended\n  SPF-ALL-PASS\n"), "\(ended)")
      #expect(try await watch.run(NightWatch.open, day: 4).output == "")
    }
  }

  @Test func aDateIsToldOnceWhenItComesNear() async throws {
    try await NightWatch.use(Self.plain + "expires: 2026-12-06\n") { watch in
      let first = try await watch.run(NightWatch.good, day: 0)
      #expect(!first.output.contains("registration"), "\(first)")
      let second = try await watch.run(NightWatch.good, day: 1)
      let words = "\nDates that came near\n  2026-12-06  in 13 days  registration  example.org\n"
      #expect(second.output.contains(words), "\(second)")
      #expect(try await watch.run(NightWatch.good, day: 2).output == "")
    }
    try await NightWatch.use(Self.plain + "expires: 2026-12-01\n") { watch in
      let first = try await watch.run(NightWatch.good, day: 0)
      #expect(first.output.contains("\nDates that are near\n  2026-12-01  in 9 days"), "\(first)")
      #expect(try await watch.run(NightWatch.good, day: 1).output == "")
    }
  }

  @Test func anAuditOfTheProjectIsNoNight() async throws {
    try await NightWatch.use(Self.plain) { watch in
      _ = try await watch.run(NightWatch.good, day: 0)
      let audit = try await watch.run(NightWatch.open, day: 1, ["-q"], command: "audit")
      #expect(audit.output.hasPrefix("example.org: F"), "\(audit)")
      #expect(try await watch.run(NightWatch.open, day: 2).status == 1)
    }
  }

  @Test func severalDomainsAreToldTogether() async throws {
    let project = """
      domains: [example.org, example.net]
      history: history.db
      accepted: [{check: SPF-ALL-PASS, domain: example.net, owner: Ann, reason: a test, until: 2027-01-01}]

      """
    let other = "$ORIGIN example.net.\n@ 300 IN SOA ns1 h 1 2 3 4 5\n@ 300 IN TXT \"v=spf1 -all\"\n"
    try await NightWatch.use(project) { watch in
      let first = try await watch.run(NightWatch.good + other, day: 0)
      #expect(first.output.contains("\n\nexample.net  grade "), "\(first)")
      let second = try await watch.run(NightWatch.open + other.replacing("-all", with: "+all"), day: 1)
      #expect(second.output.contains("New\n  SPF-ALL-PASS  +all"), "\(second)")
      // Accepted there; the record is told all the same.
      let rest = second.output.split(separator: "\nexample.net  ").last ?? ""
      #expect(rest.contains("    + TXT \"v=spf1 +all\"") && !rest.contains("SPF-ALL-PASS"), "\(second)")
    }
  }

  @Test func oneRunAtATime() async throws {
    try await NightWatch.use(Self.plain) { watch in
      let lock = try #require(try FileLock(at: watch.folder.appending(path: "history.db.lock").path))
      let night = try await watch.run(NightWatch.good, day: 0)
      #expect(night.output == "" && night.status == 74)
      #expect(night.error.contains("another run of cron is using it"))
      withExtendedLifetime(lock) {}
    }
  }

  @Test func aBrokenHistoryTellsNothingTwice() async throws {
    try await NightWatch.use(Self.plain) { watch in
      let text = String(repeating: "The notes of somebody.\n", count: 50)
      try text.write(to: watch.folder.appending(path: "history.db"), atomically: true, encoding: .utf8)
      let night = try await watch.run(NightWatch.good, day: 0)
      #expect(night.output == "" && night.status == 74)
      #expect(night.error.contains("is no SQLite database"))
    }
  }

  @Test func outputsAreWrittenEveryNight() async throws {
    try await NightWatch.use(Self.plain + "outputs: [json:report.json]\n") { watch in
      for day in 0...1 { _ = try await watch.run(NightWatch.good, day: day) }
      let data = try Data(contentsOf: watch.folder.appending(path: "report.json"))
      let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect((report["time"] as? String)?.hasPrefix("2026-11-22") == true)
    }
  }

  @Test(arguments: [["--print-systemd"], ["--print-crontab"]])
  func unitsNameWholePlaces(arguments: [String]) async throws {
    try await NightWatch.use(Self.plain + "outputs: [\"html:/srv/www/50%/report.html\"]\n") { watch in
      let night = try await watch.run(NightWatch.good, day: 0, arguments + ["--dnssec", "off"])
      #expect(night.status == 0)
      #expect(night.output.contains("/usr/bin/mailaudit cron --project \(watch.project) --dnssec off\n"), "\(night)")
      #expect(!FileManager.default.fileExists(atPath: watch.folder.appending(path: "history.db").path))
      if arguments == ["--print-systemd"] {
        #expect(night.output.contains("ReadWritePaths=/srv/www/50%% \(watch.folder.path)\n"))
      } else {
        #expect(night.output.contains("\n17 5 * * * /usr/bin/mailaudit cron "))
      }
    }
  }

  @Test func placesOfTheFolderOfTodayBecomeWhole() {
    var console = Console.process
    console.program = { "/opt/mail audit/mailaudit" }
    console.folder = { "/etc/100%" }
    Console.$current.withValue(console) {
      let units = CronUnits(Project(file: "./mailaudit.yaml"), history: "history.db", options: ["--history", "h.db"])
      let words = "cron --project /etc/100%%/mailaudit.yaml --history /etc/100%%/h.db\n"
      #expect(units.systemd.contains("ExecStart=\"/opt/mail audit/mailaudit\" \(words)"))
      #expect(units.systemd.contains("ReadWritePaths=/etc/100%%\n"))
      let line = words.replacing("%%", with: "\\%")
      #expect(units.crontab.hasSuffix("\n17 5 * * * '/opt/mail audit/mailaudit' \(line)"))
    }
  }

  @Test func aProjectIsNeeded() async throws {
    let status = await MailAudit.run(["cron"])
    #expect(status == 64)
  }
}
