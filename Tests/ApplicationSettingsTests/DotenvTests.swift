import ApplicationSettings
import Testing

/// Files of `NAME=value`, read as Laravel and Mastodon load them.
@Suite struct DotenvTests {
  @Test(arguments: [
    ("MAIL_HOST=a.example", SettingValue<String>.read("a.example")),
    ("export MAIL_HOST = 'a.example'", .read("a.example")),
    ("MAIL_HOST=a.example # why", .read("a.example")), ("MAIL_HOST=\"a#b\" # why", .read("a#b")),
    ("MAIL_HOST=a#b", .read("a")), ("MAIL_HOST=", .read("")), ("MAIL_HOST", .absent), ("#MAIL_HOST=a", .absent),
    ("MAIL_HOST=null", .absent), ("MAIL_HOST=(null)", .absent), ("MAIL_HOST=empty", .read("")),
    ("D=example.org\nMAIL_HOST=smtp.${D}", .read("smtp.example.org")), ("MAIL_HOST=${D}\nD=a", .computed("${D}")),
    ("D=a\nMAIL_HOST='${D}'", .read("${D}")), ("D=a\nMAIL_HOST=${D:-b}", .read("a")),
    ("MAIL_HOST=${D:-b}", .computed("${D:-b}")), ("MAIL_HOST=a\nMAIL_HOST=b", .read("b")),
    ("D=a\nMAIL_HOST=$D", .read("$D")), ("MAIL_HOST=\"a\\\"b\"\r\n", .read("a\"b")),
    ("MAIL_HOST=<your-host>", .read("<your-host>")),
    ("MAIL_HOST=\"a\nb\"", .malformed("the text runs over several lines: a quote is missing"))
  ])
  func readsValues(text: String, content: SettingValue<String>) {
    #expect(SettingsText.read(text, of: .laravel).host.content == content)
  }

  @Test(arguments: [
    ("SMTP_SERVER=$D", SettingValue<String>.computed("$D")), ("D=a\nSMTP_SERVER=$D.example", .read("a.example")),
    ("SMTP_SERVER=$(hostname)", .computed("$(hostname)")), ("SMTP_SERVER=", .absent), ("SMTP_SERVER='$D'", .read("$D"))
  ])
  func readsValuesOfRuby(text: String, content: SettingValue<String>) {
    #expect(SettingsText.read(text, of: .mastodon).host.content == content)
  }

  @Test(arguments: [
    ("MAIL_FROM_NAME=My shop", "a value with blanks needs quotes"), ("MAIL_HOST: a", "this is no NAME=value"),
    ("MAIL_HOST='a", "a text in quotes does not end"), ("MAIL_HOST='a'b", "something stands behind the closing quote")
  ])
  func saysWhatIsBroken(text: String, fault: String) {
    #expect(SettingsText.read(text, of: .laravel).faults.map(\.message) == [fault])
  }

  @Test func aNameThatDoublesDoesNotGrow() {
    let lines = (1...60).map { "A\($0)=${A\($0 - 1)}${A\($0 - 1)}" }.joined(separator: "\n")
    let settings = SettingsText.read("A0=aaaaaaaaaa\n\(lines)\nMAIL_HOST=${A60}", of: .laravel)
    #expect(settings.host.isUnknown)
  }
}
