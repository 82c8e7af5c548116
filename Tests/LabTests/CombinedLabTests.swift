import AuditModel
import AuditTesting
import Foundation
import Testing

/// Settings of applications that point at the submission servers of the lab, audited, probed and joined.
@Suite(.enabled(if: SubmissionLab.isRunning, "script/lab run starts postfix, exim and dovecot"), .takesTurns)
struct CombinedLabTests {
  /// A file of settings, and what the report says of the way that it describes.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    let verdicts: [CheckID: Verdict]
  }

  static let cases = [
    Case(
      testDescription: "MediaWiki, all in order", file: "LocalSettings.php",
      text: """
        <?php
        $wgServer = 'https://wiki.apps.test';
        $wgPasswordSender = 'wiki@apps.test';
        $wgUserEmailUseReplyTo = true;
        $wgSMTP = [
          'host' => 'ssl://submit.apps.test', 'port' => 465, 'auth' => true, 'localhost' => 'wiki.apps.test',
          'username' => 'wiki@apps.test', 'password' => 'Zwiebelkuchen-4711'
        ];
        """,
      verdicts: ["SUBMIT-AUTH": .pass, "SUBMIT-SENDER": .pass, "APP-HELO": .pass, "DMARC-PRESENT": .pass]),
    Case(
      testDescription: "MediaWiki, somebody else's sender", file: "LocalSettings.php",
      text: """
        <?php
        $wgPasswordSender = 'gitlab@apps.test';
        $wgSMTP = [
          'host' => 'submit.apps.test', 'port' => 587, 'auth' => true, 'localhost' => 'wiki.apps.test',
          'username' => 'wiki@apps.test', 'password' => 'Zwiebelkuchen-4711'
        ];
        """, verdicts: ["SUBMIT-AUTH": .pass, "SUBMIT-SENDER": .fail]),
    Case(
      testDescription: "DokuWiki, a certificate that ended", file: "local.php",
      text: """
        <?php
        $conf['mailfrom'] = 'doku@apps.test';
        $conf['plugin']['smtp']['smtp_host'] = 'expired.apps.test';
        $conf['plugin']['smtp']['smtp_port'] = 587;
        $conf['plugin']['smtp']['smtp_ssl'] = 'tls';
        $conf['plugin']['smtp']['smtp_allow_insecure'] = 1;
        $conf['plugin']['smtp']['auth_user'] = 'doku@apps.test';
        $conf['plugin']['smtp']['auth_pass'] = 'Maultasche=3141%';
        $conf['plugin']['smtp']['localdomain'] = 'wiki.apps.test';
        """, verdicts: ["TLS-CERT-VALID": .fail, "SUBMIT-AUTH": .unknown, "APP-RELAY-TLS": .warn]),
    Case(
      testDescription: "GitLab, TLS on the port of STARTTLS", file: "gitlab.rb",
      text: """
        external_url 'https://wiki.apps.test'
        gitlab_rails['smtp_enable'] = true
        gitlab_rails['smtp_address'] = 'submit.apps.test'
        gitlab_rails['smtp_port'] = 587
        gitlab_rails['smtp_tls'] = true
        gitlab_rails['smtp_domain'] = 'wiki.apps.test'
        gitlab_rails['smtp_user_name'] = 'gitlab@apps.test'
        gitlab_rails['smtp_password'] = 'Quittengelee+0815'
        gitlab_rails['gitlab_email_from'] = 'gitlab@apps.test'
        """, verdicts: ["APP-TLS-PORT": .fail, "SUBMIT-TLS": .fail])
  ]

  @Test(arguments: cases)
  func settingsServerAndDomainAreOneReport(_ example: Case) async throws {
    let folder = URL.temporaryDirectory.appending(path: "mailaudit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: example.file)
    try example.text.write(to: file, atomically: true, encoding: .utf8)
    let run = try await ProbeRun(
      command: ["audit", "apps.test"],
      [
        "--settings", file.path, "--probe", "--to", "wiki@apps.test", "--ca-file", SubmissionLab.root, "--areas",
        "spf,dmarc,smtp-probe,tls"
      ])
    let said = Dictionary(run.facts.verdicts.map { ($0.check, $0.verdict) }) { first, _ in first }
    for (check, verdict) in example.verdicts {
      #expect(said[check.rawValue] == verdict, "\(check): \(run.facts.transcript) \(run.errors)")
    }
    try FileManager.default.removeItem(at: folder)
  }
}
