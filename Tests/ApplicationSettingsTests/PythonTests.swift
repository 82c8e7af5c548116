import ApplicationSettings
import Testing

/// `settings.py` of Django, read as data.
@Suite struct PythonTests {
  @Test(arguments: [
    ("'a' + \"b\"", SettingValue<String>.read("ab")), ("r'a\\b'", .read("a\\b")), ("'it\\'s'", .read("it's")),
    ("\"\"\"a\"\"\"", .read("a")), ("('a')", .read("a")), ("f'a{b}'", .computed("f'a{b}'")), ("u'a'", .read("a")),
    ("env('A', default='b')", .computed("env('A', default='b')")), ("os.environ['A']", .computed("os.environ['A']")),
    ("config('A')", .computed("config('A')")), ("None", .absent), ("'a',", .malformed("it is no text")),
    ("'a' if b else 'c'", .computed("set under a condition")), ("'%s' % a", .computed("'%s' % a"))
  ])
  func readsValues(text: String, content: SettingValue<String>) {
    #expect(SettingsText.read("import os\nEMAIL_HOST = \(text)\n", of: .django).host.content == content)
  }

  @Test(arguments: [
    "if not DEBUG:\n    EMAIL_HOST = 'a'", "try:\n\tEMAIL_HOST = 'a'\nexcept ImportError:\n\tpass",
    "class Production(Base):\n  EMAIL_HOST = 'a'"
  ])
  func whatIsIndentedDependsOnSomething(text: String) {
    #expect(SettingsText.read(text, of: .django).host.content == .computed("set under a condition"))
  }

  @Test(
    arguments: [
      ("EMAIL_USE_TLS = True", "starttls"), ("EMAIL_USE_SSL = True", "implicit-tls"), ("EMAIL_USE_TLS = False", "none"),
      ("EMAIL_USE_TLS = 'False'", "starttls"), ("EMAIL_USE_TLS = 1", "starttls"), ("", "none"),
      ("EMAIL_USE_TLS = env('A')", nil),
      ("EMAIL_USE_TLS = True\nEMAIL_USE_SSL = True", nil), ("EMAIL_USE_TLS = None", "none")
    ] as [(String, String?)])
  func tellsTheSecurity(text: String, security: String?) {
    #expect(SettingsText.read(text, of: .django).prediction.security?.value == security)
  }

  @Test(
    arguments: [
      ("django.core.mail.backends.smtp.EmailBackend", "smtp"),
      ("django.core.mail.backends.console.EmailBackend", "disabled"),
      ("anymail.backends.mailgun.EmailBackend", nil)
    ] as [(String, String?)])
  func tellsTheTransport(path: String, transport: String?) {
    #expect(SettingsText.read("EMAIL_BACKEND = '\(path)'", of: .django).prediction.transport.value == transport)
  }

  @Test(arguments: [
    ("from .base import *", 1), ("from django.conf import settings", 0), ("exec(open('a.py').read())", 1),
    ("import os", 0)
  ])
  func tellsOtherFiles(text: String, count: Int) {
    #expect(SettingsText.read(text + "\nEMAIL_HOST = 'a'", of: .django).remarks.count == count)
  }

  @Test(arguments: [
    "APPS = [\n  'a'\nEMAIL_HOST = 'b'", "APPS = {'a': ('b',\nEMAIL_HOST = 'b'\n", "NAME = 'a\nEMAIL_HOST = 'b'"
  ])
  func goesOnBehindWhatIsBroken(text: String) {
    let settings = SettingsText.read(text, of: .django)
    #expect(settings.host.value == "b")
    #expect(!settings.faults.isEmpty)
  }

  @Test func aMissingServerEmailIsTold() {
    let settings = SettingsText.read("ADMINS = [('a', 'a@example.org')]", of: .django)
    #expect(settings.remarks.map(\.message).contains { $0.contains("root@localhost") })
  }

  /// The setting of Django 6.1 that takes the place of `EMAIL_…`.
  @Test(
    arguments: [
      ("'host': 'a.example', 'use_tls': True, 'username': 'u', 'password': 'geheim'", "a.example:587", "starttls"),
      ("'host': 'a.example', 'use_ssl': True", "a.example:465", "implicit-tls"),
      ("'host': 'a.example'", "a.example:25", "none"),
      ("'host': 'a.example', 'port': 2525", "a.example:2525", "none"), ("'use_tls': True", nil, "starttls")
    ] as [(String, String?, String)])
  func readsMailers(options: String, server: String?, security: String) {
    let settings = SettingsText.read("MAILERS = {'default': {'OPTIONS': {\(options)}}}\n", of: .django)
    #expect(settings.transport.value == .smtp)
    #expect(settings.prediction.server?.value == server)
    #expect(settings.prediction.security?.value == security)
    #expect(!"\(settings)".contains("geheim"))
  }

  @Test(
    arguments: [
      ("{'default': {'BACKEND': 'django.core.mail.backends.console.EmailBackend'}}", "disabled"),
      ("{'bulk': {'OPTIONS': {'host': 'a'}}}", nil), ("{'default': {}}", "smtp"), ("mailers()", nil)
    ] as [(String, String?)])
  func tellsTheTransportOfMailers(text: String, transport: String?) {
    #expect(SettingsText.read("MAILERS = \(text)", of: .django).prediction.transport.value == transport)
  }

  @Test func oldSettingsDoNotCountBesideMailers() {
    let settings = SettingsText.read(
      "EMAIL_HOST = 'old.example'\nMAILERS = {\n  \"default\": {\n    \"OPTIONS\": {\"host\": \"a.example\"},\n  },\n}\n",
      of: .django)
    #expect(settings.host.value == "a.example")
    #expect(settings.host.place?.description == "f:4:25")
    #expect(settings.remarks.map(\.place.description) == ["f:1:14"])
  }
}
