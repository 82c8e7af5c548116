import AuditTesting
import Checks
import DNS
import HostFiles
import Survey
import Testing

/// What is made of the files of a machine.
@Suite struct HostSurveyTests {
  private func survey(_ files: StagedFiles, name: String? = "ubuntu", _ zone: String? = nil) async -> HostSurvey {
    var instruments = HostInstruments(tree: files)
    instruments.runningName = name
    instruments.resolver = zone.map { World("$TTL 3600\n\($0)\n", origin: "example.org") }
    return await HostSurvey.gather(HostOptions(), with: instruments)
  }

  @Test(
    arguments: [
      ("127.0.0.1 localhost", "files dns", .bare), ("127.0.0.1 localhost ubuntu", "files dns", .bare),
      ("127.0.0.1 ubuntu.localdomain ubuntu localhost", "files dns", .canonical("ubuntu.localdomain")),
      ("127.0.0.1 localhost\n127.0.1.1 ubuntu.example.org ubuntu", "files dns", .canonical("ubuntu.example.org")),
      // A row of its own for the full name alone: nothing leads from the short name to it.
      ("127.0.0.1 localhost ubuntu\n127.0.0.1 ubuntu.localdomain", "files dns", .bare),
      ("127.0.0.1 ubuntu.localdomain\n127.0.0.1 localhost", "files dns", .bare),
      ("192.0.2.80 ubuntu ubuntu.example.org", "files dns", .alias("ubuntu.example.org")),
      ("192.0.2.80 ubuntu ubuntu.example.org", "myhostname files", .bare)
    ] as [(String, String, HostNaming.Origin)])
  func completesTheName(rows: String, order: String, origin: HostNaming.Origin) async {
    let survey = await survey(["/etc/hosts": .text(rows), "/etc/nsswitch.conf": .text("hosts: \(order)")])
    #expect(survey.naming.origin == origin)
  }

  @Test func asksTheSearchListInOrder() async {
    let files: StagedFiles = [
      "/etc/hosts": "127.0.0.1 localhost", "/etc/resolv.conf": "search a.example.org b.example.org"
    ]
    let zone = "ubuntu.b A 192.0.2.80\n80.2.0.192.in-addr.arpa. PTR ubuntu.b"
    let found = await survey(files, zone)
    #expect(found.naming.origin == .searched("ubuntu.b.example.org"))
    #expect(found.dns?.hosts.first?.confirmedNames == ["ubuntu.b.example.org"])
    guard case .unseen = await survey(files).naming.origin else { return #expect(Bool(false)) }
    #expect(await survey(files, "www A 192.0.2.1").naming.origin == .bare)
  }

  @Test func anImageHasTheNameOfItsFile() async {
    #expect(
      await survey(["/etc/hostname": "# own\nweb01.example.org\n"], name: nil).naming.fullName == "web01.example.org")
    #expect(await survey([:], name: nil).naming.name.isAbsent)
  }

  @Test(
    arguments: [
      (["/usr/sbin/sendmail": .link("exim4"), "/usr/sbin/exim4": .program(0o4755)], .exim),
      (
        [
          "/usr/sbin/sendmail": .link("/etc/alternatives/mta"),
          "/etc/alternatives/mta": .link("/usr/sbin/sendmail.postfix"),
          "/usr/sbin/sendmail.postfix": .program(0o755)
        ], .postfix
      ),
      (["/usr/lib/sendmail": .program(0o755), "/usr/sbin/nullmailer-send": .program(0o755)], .nullmailer),
      (
        ["/usr/sbin/sendmail": .program(0o755), "/usr/sbin/postfix": .program(0o755), "/etc/mail/sendmail.cf": "V10"],
        nil
      ),
      (["/usr/sbin/sendmail": .program(0o755)], nil),
      (["/usr/sbin/sendmail": .link("/opt/catch"), "/opt/catch": .program(0o755)], nil),
      (["/usr/sbin/sendmail": .link("dma"), "/usr/sbin/dma": .program(0o2755)], .dma), ([:], nil)
    ] as [(StagedFiles, MailProgram?)])
  func recognisesTheProgram(files: StagedFiles, program: MailProgram?) async {
    #expect(await survey(files).mail.program == program)
  }

  @Test func readsEverySettingOfPHP() async {
    let files: StagedFiles = [
      "/etc/php/8.4/fpm/php.ini": "sendmail_path = /bin/a",
      "/etc/php/8.4/fpm/conf.d/9-mail.ini": "sendmail_path = /bin/b -t",
      "/etc/php/8.4/fpm/pool.d/www.conf": "php_admin_value[sendmail_path] = /bin/c",
      "/etc/php83/conf.d/00.ini": "x = y",
      "/etc/php/8.4/mods-available/x.ini": "sendmail_path = /bin/d", "/usr/local/etc/php/conf.d/x.ini": "",
      "/bin/c": .program(0o755)
    ]
    let setups = await survey(files).php
    #expect(
      setups.map(\.place) == [
        "/usr/local/etc/php", "/etc/php/8.4/fpm/php.ini", "/etc/php/8.4/fpm/pool.d/www.conf", "/etc/php83"
      ])
    #expect(
      setups.map(\.commandText) == ["/usr/sbin/sendmail -t -i", "/bin/b -t", "/bin/c", "/usr/sbin/sendmail -t -i"])
    #expect(setups.map { $0.program.value != nil } == [false, false, true, false])
  }

  @Test func countsWhatWaits() async {
    let files: StagedFiles = [
      "/usr/sbin/sendmail": .link("exim4"), "/usr/sbin/exim4": .program(0o4755), "/var/spool/exim4/input/1a-H": "",
      "/var/spool/exim4/input/1a-D": "", "/var/spool/exim4/input/x/1b-H": ""
    ]
    #expect(await survey(files).queue.value == .some(WaitingMail(folder: "/var/spool/exim4/input", count: 2)))
  }
}
