import Testing

@testable import HostFiles

/// The settings of mail programs, as far as mail goes out.
@Suite struct MailSettingsTests {
  /// A file of settings, and what is to be read of it.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let settings: LocalMailSettings
    var greeting: String?
    var origin: String?
    let delivery: String

    init(
      _ title: String, _ settings: LocalMailSettings, greeting: String? = nil, origin: String? = nil, _ delivery: String
    ) {
      (testDescription, self.settings) = (title, settings)
      (self.greeting, self.origin, self.delivery) = (greeting, origin, delivery)
    }
  }

  private static let mailName = LocatedText("example.org", file: "/etc/mailname", line: 1)

  private static func file(_ text: String) -> TextFile { TextFile(path: "/etc/file", octets: Array(text.utf8)) }

  private static func postfix(_ text: String, hostName: String? = "web01") -> LocalMailSettings {
    LocalMailSettings(PostfixSettings(file(text)), hostName: hostName, mailName: mailName)
  }

  private static func nullmailer(_ remotes: Sight<TextFile>) -> LocalMailSettings {
    LocalMailSettings(
      nullmailer: remotes, me: LocatedText("web01.example.org", file: "/etc/nullmailer/me", line: 1), greeting: nil,
      domain: nil)
  }

  private static let servers: [Row] = [
    Row("nothing is set", postfix(""), "direct"),
    Row("an empty relay", postfix("relayhost ="), "direct"),
    Row("the last counts", postfix("relayhost = [a]\nrelayhost = [b]:587"), "relay [b]:587"),
    Row("a line goes on", postfix("relayhost =\n\t[a]:587\n# a comment\n"), "relay [a]:587"),
    Row(
      "names of names", postfix("mydomain = example.org\nmyhostname = web01.$mydomain\nmyorigin = ${mydomain}"),
      greeting: "web01.example.org", origin: "example.org", "direct"),
    Row(
      "the domain of the name", postfix("myhostname = a.b.example\nmyorigin = $mydomain"), greeting: "a.b.example",
      origin: "b.example", "direct"),
    Row("the name of the machine", postfix("myorigin = $myhostname"), origin: "web01.localdomain", "direct"),
    Row("a file", postfix("myorigin = /etc/mailname"), origin: "example.org", "direct"),
    Row(
      "another name in EHLO", postfix("myhostname = a.example\nsmtp_helo_name = b.example"), greeting: "b.example",
      "direct"),
    Row("a parameter of itself", postfix("myhostname = $myhostname"), "direct"),
    Row("a condition", postfix("relayhost = ${x?a:b}"), "unknown relayhost is computed"),
    Row("no mail leaves", postfix("default_transport = error: no mail"), "none error: no mail"),
    Row("a relay of an unknown name", postfix("relayhost = $x"), "unknown relayhost is computed"),
    Row(
      "Exim of Debian",
      LocalMailSettings(
        debianExim: file("dc_eximconfig_configtype='satellite'\ndc_smarthost='smtp.example.org::587'"),
        made: .present(
          file("MAIN_HARDCODE_PRIMARY_HOSTNAME = web01.example.org\nprimary_hostname = MAIN_HARDCODE_PRIMARY_HOSTNAME")),
        mailName: mailName), greeting: "web01.example.org", origin: "example.org", "relay smtp.example.org::587"),
    Row(
      "Exim of Debian for local mail",
      LocalMailSettings(debianExim: file("dc_eximconfig_configtype='local'"), made: .absent, mailName: nil),
      "none local"),
    Row(
      "Exim of its own",
      LocalMailSettings(
        exim: file(
          "primary_hostname = a.example\nqualify_domain = b.example\nbegin routers\ndriver = dnslookup\nprimary_hostname = c"
        )),
      greeting: "a.example", origin: "b.example", "direct"),
    Row(
      "Exim with a relay by hand", LocalMailSettings(exim: file("begin routers\n driver = manualroute")),
      "unknown its routers have to be read by a person"),
    Row(
      "Sendmail", LocalMailSettings(sendmail: file("V10/Berkeley\n#Dj$w.Foo.COM\nDS\nDMexample.org")),
      origin: "example.org", "direct"),
    Row(
      "Sendmail with a relay", LocalMailSettings(sendmail: file("Djweb01.example.org\nDS[smtp.example.org]")),
      greeting: "web01.example.org", "relay [smtp.example.org]"),
    Row(
      "no sendmail.cf", LocalMailSettings(sendmail: file("hello")), "unknown /etc/file is no configuration of Sendmail")
  ]

  private static let clients: [Row] = [
    Row(
      "msmtp",
      LocalMailSettings(
        msmtp: file(
          """
          defaults
          tls on
          domain web01.example.org
          account other
          host other.example
          password "s3cret"
          account a : other
          host smtp.example.org
          from wiki@example.org
          account default : a
          """)), greeting: "web01.example.org", origin: "example.org", "relay smtp.example.org"),
    Row("msmtp without an account", LocalMailSettings(msmtp: file("host a.example")), "relay a.example"),
    Row(
      "msmtp without a default", LocalMailSettings(msmtp: file("account a\nhost a.example")),
      "none no host for the default account"),
    Row(
      "sSMTP", LocalMailSettings(ssmtp: file("mailhub=smtp.example.org:587\nhostname=web01\nrewriteDomain=\n")),
      greeting: "web01", "relay smtp.example.org:587"),
    Row("sSMTP as installed", LocalMailSettings(ssmtp: file("root=postmaster")), "relay mail"),
    Row(
      "dma", LocalMailSettings(dma: file("#SMARTHOST a\nMAILNAME /etc/mailname"), mailName: mailName),
      greeting: "example.org", origin: "example.org", "direct"),
    Row(
      "dma with a relay", LocalMailSettings(dma: file("SMARTHOST a\nMASQUERADE root@b.example"), mailName: nil),
      origin: "b.example", "relay a"),
    Row(
      "nullmailer", nullmailer(.present(file("# relay\nsmtp.example.org smtp --pass=s3cret"))),
      greeting: "web01.example.org", origin: "web01.example.org", "relay smtp.example.org"),
    Row(
      "nullmailer without a relay", nullmailer(.absent), greeting: "web01.example.org", origin: "web01.example.org",
      "none no relay"),
    Row(
      "nullmailer behind a wall", nullmailer(.unseen("Permission denied")), greeting: "web01.example.org",
      origin: "web01.example.org", "unknown /etc/nullmailer/remotes could not be read: Permission denied")
  ]

  @Test(arguments: servers + clients)
  func reads(row: Row) {
    #expect(row.settings.greetingName?.text == row.greeting)
    #expect(row.settings.origin?.text == row.origin)
    let delivery =
      switch row.settings.delivery {
      case .direct: "direct"
      case .relay(let text): "relay \(text.text)"
      case .none(let text): "none \(text.text)"
      case .unknown(let reason): "unknown \(reason)"
      }
    #expect(delivery == row.delivery)
    #expect(!"\(row.settings)".contains("s3cret"))
  }

  /// Files that are made to take long: a lot of one thing.
  @Test(arguments: [" ", "a ", "= ", "$a", "a = $a\n", " \n", "account a : a,a\n", "[", "\"", "D\n", "#\n\t"])
  func takesLinearTime(piece: String) {
    let text = "myhostname = a\n" + String(repeating: piece, count: 200_000 / piece.utf8.count)
    let start = ContinuousClock.now
    let file = Self.file(text)
    _ = Self.postfix(text)
    _ = [
      LocalMailSettings(exim: file), LocalMailSettings(sendmail: file), LocalMailSettings(msmtp: file),
      LocalMailSettings(ssmtp: file), LocalMailSettings(dma: file, mailName: nil)
    ]
    _ = (HostsTable(file).row(of: "a"), NameServiceOrder(file), ResolverFile(file), PHPMailCommand.last(in: file))
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func parametersThatExplodeEnd() {
    let names = (0..<60).map { "p\($0) = $p\($0 + 1) $p\($0 + 1)" } + ["p60 = x", "myhostname = $p0"]
    #expect(Self.postfix(names.joined(separator: "\n")).greetingName == nil)
    let wide =
      "a = \(String(repeating: "$b", count: 5_000))\nb = \(String(repeating: "$c", count: 5_000))\nc = x\nmyhostname = $a"
    #expect(Self.postfix(wide).greetingName == nil)
  }

  @Test(
    arguments: [
      ("sendmail_path = \"/usr/bin/msmtp -t -f wiki@example.org\" ; comment", "/usr/bin/msmtp", true),
      ("sendmail_path = /usr/sbin/sendmail -t -i ; comment", "/usr/sbin/sendmail", false),
      ("php_admin_value[sendmail_path] = /bin/true", "/bin/true", false), (";sendmail_path = /bin/true", nil, false),
      ("[mail function]\nsendmail_path =\n", nil, false), ("sendmail_path = a\nsendmail_path = b", "b", false)
    ] as [(String, String?, Bool)])
  func readsTheCommandOfPHP(text: String, program: String?, namesSender: Bool) {
    let command = PHPMailCommand.last(in: Self.file(text))
    #expect(command?.program == program)
    #expect(command?.namesSender ?? false == namesSender)
  }
}
