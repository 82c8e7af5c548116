import ApplicationSettings
import AuditModel
import Checks
import Providers
import Testing

/// Rules of the checks of settings that need more than one example: what a provider asks for, and how settings contradict
/// each other. Each row has the number of the requirement that it stands for.
@Suite struct SettingsRuleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let number: Int
    let check: CheckID
    let level: Severity?
    let words: String
    let application: Application
    let text: String

    var testDescription: String { "R\(number) \(check) \(level?.name ?? "nothing"): \(words)" }
  }

  private static func wiki(_ number: Int, _ check: CheckID, _ level: Severity?, _ words: String, _ text: String) -> Row
  {
    Row(number: number, check: check, level: level, words: words, application: .mediawiki, text: "<?php\n" + text)
  }

  private static func doku(_ number: Int, _ check: CheckID, _ level: Severity?, _ words: String, _ text: String) -> Row
  {
    Row(number: number, check: check, level: level, words: words, application: .dokuwiki, text: "<?php\n" + text)
  }

  /// Lines such as `smtp_port 587`.
  private static func lab(_ number: Int, _ check: CheckID, _ level: Severity?, _ words: String, _ lines: String...)
    -> Row
  {
    let text = (["smtp_enable true"] + lines).map { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      let value = parts[1]
      let isBare = Int(value) != nil || ["true", "false"].contains(value) || value.hasPrefix("\"")
      return parts[0].hasPrefix("sidekiq")
        ? line : "gitlab_rails['\(parts[0])'] = \(isBare ? String(value) : "'\(value)'")"
    }
    return Row(
      number: number, check: check, level: level, words: words, application: .gitlab, text: text.joined(separator: "\n")
    )
  }

  static let rows: [Row] = [
    wiki(1, "APP-LOCAL-MAIL", .info, "mail() of PHP", "$wgSMTP = false;"),
    wiki(
      2, "APP-SENDER", .high, "apache@localhost, and the login is wiki@example.org",
      "$wgPasswordSender = 'apache@localhost'; $wgSMTP = ['host' => 'a.example', 'auth' => true, 'username' => 'wiki@example.org'];"
    ),
    wiki(6, "APP-HELO", .high, "is empty", "$wgSMTP = ['host' => 'a.example', 'localhost' => ''];"),
    wiki(
      13, "APP-PROVIDER", .medium, "16 letters",
      "$wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'auth' => true, 'username' => 'a@gmail.com', 'password' => 'Sommer26'];"
    ),
    wiki(
      13, "APP-PROVIDER", nil, "",
      "$wgSMTP = ['host' => 'ssl://smtp.gmail.com', 'port' => 465, 'auth' => true, 'username' => 'a@gmail.com',\n"
        + "'password' => 'abcd efgh ijkl mnop'];"),
    wiki(
      16, "APP-PROVIDER", .info, "verified recipients only",
      "$wgSMTP = ['host' => 'tls://email-smtp.eu-west-1.amazonaws.com', 'port' => 465];"),
    wiki(24, "APP-SYNTAX", .info, "ends within a list", "$wgSMTP = ['host' => 'a.example',"),
    wiki(28, "APP-RELAY", .medium, "own network alone", "$wgSMTP = ['host' => 'mail.bellsouth.net', 'auth' => false];"),
    wiki(
      31, "APP-PLACEHOLDER", .high, "['username'] holds a word", "$wgSMTP = ['auth' => true/false, 'username' => user];"
    ),
    wiki(
      38, "APP-NOTIFY-VOLUME", .low, "500 messages per day",
      "$wgSMTP = ['host' => 'ssl://smtp.gmail.com']; $wgEnotifWatchlist = true;"),
    wiki(
      40, "APP-SENDER", .medium, "replaced by the login",
      "$wgPasswordSender = 'a@example.org'; $wgSMTP = ['host' => 'smtp.gmail.com', 'auth' => true, 'username' => 'a@gmail.com'];"
    ),
    wiki(
      45, "APP-SECRETS", .info, "access key", "$wgSMTP = ['username' => 'AKIAIOSFODNN7EXAMPLE', 'password' => 'x'];"),
    wiki(46, "APP-SECRETS", .high, "each visitor", "$wgSMTP = ['host' => 'a.example', 'debug' => true];"),
    doku(
      91, "APP-PROVIDER", .medium, "the whole address",
      "$conf['plugin']['smtp'] = ['smtp_host' => 'smtp.163.com', 'auth_user' => 'xxx'];"),
    doku(
      92, "APP-AUTH", .high, "empty", "$conf['plugin']['smtp'] = ['auth_user' => 'a@example.org', 'auth_pass' => ''];"),
    doku(93, "APP-SECRETS", .medium, "debug", "$conf['plugin']['smtp'] = ['smtp_host' => 'a.example', 'debug' => 1];"),
    lab(109, "APP-SECRETS", .medium, "a quote", "smtp_password \"pa'ss\""),
    lab(115, "APP-PROVIDER", .info, "connections at a time", "smtp_address smtp.office365.com", "smtp_pool true"),
    lab(116, "APP-AUTH", nil, "", "smtp_address a.example", "smtp_port 587", "smtp_authentication login"),
    lab(122, "APP-AUTH", .high, "does not know", "smtp_user_name git", "smtp_password x", "smtp_authentication ntlm"),
    lab(122, "APP-AUTH", .info, "capitals", "smtp_user_name git", "smtp_password x", "smtp_authentication LOGIN"),
    lab(
      130, "APP-PROVIDER", .high, "the word apikey", "smtp_address smtp.sendgrid.net", "smtp_user_name my_key_name",
      "smtp_password x"),
    lab(
      133, "APP-REPLY-TO", .medium, "Reply-To", "smtp_address smtp.ess.nifcloud.com", "gitlab_email_from a@example.org",
      "gitlab_email_reply_to b@example.net"),
    lab(
      134, "APP-SENDER", .high, "example.org alone", "smtp_address mx1234.netcup.net",
      "gitlab_email_from gitlab@gitlab.example.org"),
    lab(134, "APP-SENDER", nil, "", "smtp_address mx1234.netcup.net", "gitlab_email_from gitlab@example.org"),
    lab(
      135, "APP-SENDER", .high, "and the login is git@example.org", "smtp_address smtp.protonmail.ch",
      "smtp_user_name git@example.org", "gitlab_email_from gitlab@example.org"),
    lab(
      135, "APP-REPLY-TO", .medium, "and the login is git@example.org", "smtp_address smtp.protonmail.ch",
      "smtp_user_name git@example.org", "gitlab_email_from git@example.org", "gitlab_email_reply_to a@example.org"),
    lab(
      136, "APP-HELO", .high, "not in example.org", "smtp_address in.smtp.sendamatic.net", "smtp_domain b.example",
      "gitlab_email_from git@example.org"),
    lab(
      139, "APP-PROVIDER", .medium, "another user name", "smtp_address s12.goserver.host",
      "smtp_user_name git@example.org",
      "smtp_password x"),
    lab(
      140, "APP-PROVIDER", .medium, "same token", "smtp_address smtp.postmarkapp.com", "smtp_user_name abc",
      "smtp_password x"),
    lab(
      140, "APP-PROVIDER", nil, "", "smtp_address smtp.postmarkapp.com", "smtp_port 587", "smtp_user_name abc",
      "smtp_password abc"),
    lab(
      141, "APP-PROVIDER", .high, "SMTP_Injection", "smtp_address smtp.sparkpostmail.com", "smtp_user_name git",
      "smtp_password x"),
    lab(149, "APP-QUEUE", .high, "queue", "sidekiq['queue_groups'] = ['urgent', 'default,low']"),
    lab(149, "APP-QUEUE", nil, "", "sidekiq['queue_groups'] = ['urgent', 'default,mailers']"),
    lab(154, "APP-MAIL-DISABLED", .high, "switched off", "gitlab_email_enabled false")
  ]

  @Test(arguments: rows)
  func finds(row: Row) throws {
    let check = try #require(Catalogue.settingsChecks.first { $0.description.id == row.check })
    let settings = SubmissionSettings.read(
      [SettingsFile(name: "f", octets: Array(row.text.utf8))], of: row.application)
    let outcome = CheckOutcome(description: check.description, judgement: check.judge(settings))
    let found = outcome.findings.filter { ![.unknown, .pass].contains($0.verdict) }
    guard let level = row.level else {
      #expect(found.isEmpty, "\(found.map(\.statement))")
      return
    }
    let finding = found.first { $0.statement.contains(row.words) }
    let verdict = try #require(finding?.verdict, "\(found.map(\.statement))")
    #expect(CheckOutcome(description: check.description, judgement: .findings([Finding(verdict, "x")])).level == level)
  }

  /// What is only remembered of a provider is no fault of the settings, however they differ.
  @Test func whatIsRememberedNeverFails() throws {
    let checks = Catalogue.settingsChecks.filter { $0.description.id == "APP-PROVIDER" }
    var count = 0
    for facts in SubmissionDirectory.all where facts.userName?.basis.allowsFailure == false {
      guard let host = facts.hosts.first(where: { !$0.isPattern })?.name else { continue }
      count += 1
      let text =
        "gitlab_rails['smtp_enable'] = true\ngitlab_rails['smtp_address'] = '\(host)'\n"
        + "gitlab_rails['smtp_user_name'] = 'qqq'\ngitlab_rails['smtp_password'] = 'x'"
      let settings = SubmissionSettings.read([SettingsFile(name: "f", octets: Array(text.utf8))], of: .gitlab)
      for check in checks {
        guard case .findings(let findings) = check.judge(settings) else { continue }
        let user = findings.filter { $0.statement.contains("user name") }
        #expect(user.allSatisfy { $0.verdict == .info }, "\(facts.id): \(user)")
      }
    }
    #expect(count > 10)
  }
}

extension CheckOutcome {
  /// The level, with info for a remark.
  fileprivate var level: Severity { effectiveLevel ?? .info }
}
