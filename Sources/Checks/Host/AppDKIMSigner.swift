import AuditModel
import DNS
import HostFiles
import MailAuthentication
import OpenSSLKit
import Survey
import Syntax

extension HostCheck {
  static let appDKIMSigner = HostCheck(
    CheckDescription(
      id: "APP-DKIM-SIGNER",
      area: .appConfig,
      title: "The signer signs with keys that DNS has",
      severity: .high,
      severityReason: "all mail fails DKIM, and nothing on the machine tells of it",
      appliesWhen: "OpenDKIM or rspamd is set up on the machine to sign",
      rule: """
        For each domain and selector of the signer: fail when SELECTOR._domainkey.DOMAIN has no key, or a revoked one, when \
        the file with the private key is not there or holds none, and when its public half is another than p=. Warn when \
        the header fields to sign are set without List-Unsubscribe, and when Postfix has a milter for mail by SMTP and none \
        for mail of the program sendmail. Unknown when DNS or the file could not be read, or the keys stand where no file \
        tells them. Whether an application sends in a domain without an entry is for the audit of its message.
        """,
      whyItMatters: "Receivers find no key or a wrong one, and treat each message as unsigned or changed.",
      remedy: "Publish the record of the key, or have the signer use the selector that is published.",
      standards: ["RFC 6376 §3.6", "RFC 8058 §4"],
      causes: ["DNS-RESOLVE-ERROR"],
      profiles: [.required(.preLaunch)]
    ),
    examples: [
      HostExample(.pass, "OpenDKIM with a key of DNS", openDKIM()) { $0.zone = published },
      HostExample(.pass, "rspamd with a key of DNS", rspamd) { $0.zone = published },
      HostExample(.fail, "another selector", openDKIM(selector: "mail")) { $0.zone = published },
      HostExample(.fail, "another key", openDKIM()) {
        $0.zone = "s26._domainkey TXT \"v=DKIM1; k=ed25519; p=\(other)\""
      },
      HostExample(.fail, "no private key", openDKIM() + ["/etc/dkim/s26.pem": "hello"]) { $0.zone = published },
      HostExample(.warn, "fields to sign without List-Unsubscribe", openDKIM(more: "SignHeaders From,To,Subject,Date"))
      {
        $0.zone = published
      },
      HostExample(.unknown, "a key that cannot be read", openDKIM() + ["/etc/dkim/s26.pem": .hidden]) {
        $0.zone = published
      },
      HostExample(.unknown, "no answer", openDKIM()) { $0.zone = "s26._domainkey TXT SERVFAIL" },
      HostExample(.unknown, "DNS was not asked", openDKIM()),
      HostExample(.notApplicable, "no signer", .postfix(""))
    ]
  ) { survey in
    let signers = survey.signers
    if signers.isEmpty { return .notApplicable("neither OpenDKIM nor rspamd is set up to sign") }
    var findings: [Finding] = []
    for sight in signers {
      switch sight {
      case .present(let signer): findings += SignerJudge(signer: signer).findings
      case .absent: continue
      case .malformed(let reason), .unseen(let reason):
        findings.append(Finding(.unknown, "The settings of a signer could not be read: \(reason)."))
      }
    }
    let signs = signers.contains { $0.value?.keys.isEmpty == false }
    if !signs, findings.isEmpty { return .notApplicable("the signer has no keys") }
    return .findings(findings + (signs ? [unsigned(survey)].compactMap(\.self) : []))
  }

  /// smtpd_milters sees what comes by SMTP; what programs hand to sendmail is for non_smtpd_milters (postconf(5)).
  private static func unsigned(_ survey: HostSurvey) -> Finding? {
    guard let postfix = survey.mail.settings.value?.postfix, let milters = postfix.setting("smtpd_milters"),
      !milters.text.isEmpty, postfix.setting("non_smtpd_milters")?.text.isEmpty ?? true
    else { return nil }
    return Finding(
      .warn, subject: "non_smtpd_milters", "Mail that programs hand to sendmail passes no signer.",
      evidence: [Evidence(milters), Evidence(source: postfix.path, excerpt: "non_smtpd_milters is not set")],
      remedy: "Run: postconf -e 'non_smtpd_milters = $smtpd_milters', then postfix reload.")
  }

  // MARK: Examples

  /// The key pair of RFC 8463 §A.2.
  private static let secret = """
    -----BEGIN PRIVATE KEY-----
    MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
    -----END PRIVATE KEY-----

    """
  private static let published =
    "s26._domainkey TXT \"v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\""
  /// The key of another pair, RFC 8032 §7.1.
  private static let other = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="

  private static func openDKIM(selector: String = "s26", more: String = "") -> StagedFiles {
    [
      "/etc/opendkim.conf": .text("Mode sv\nKeyTable refile:/etc/opendkim/key.table\n\(more)\n"),
      "/etc/opendkim/key.table": .text("own example.org:\(selector):/etc/dkim/s26.pem\n"),
      "/etc/dkim/s26.pem": .text(secret)
    ]
  }

  private static let rspamd: StagedFiles = [
    "/etc/rspamd/local.d/dkim_signing.conf": .text(
      "domain {\n  example.org {\n    selector = \"s26\";\n    path = \"/etc/dkim/$selector.pem\";\n  }\n}\n"),
    "/etc/dkim/s26.pem": .text(secret)
  ]
}

/// Holds the keys of a signer against DNS.
struct SignerJudge {
  let signer: DKIMSignerSurvey

  var findings: [Finding] { signer.keys.flatMap(all) + [fields].compactMap(\.self) + unread }

  private func all(_ key: DKIMSignerSurvey.Key) -> [Finding] {
    [record(key), file(key)].compactMap(\.self)
  }

  private func title(_ key: DKIMSignerSurvey.Key) -> String {
    "\(key.setting.selector)._domainkey.\(key.setting.domain.text)"
  }

  private func place(_ key: DKIMSignerSurvey.Key) -> Evidence {
    Evidence(
      source: key.setting.domain.place,
      excerpt: "\(key.setting.domain.text):\(key.setting.selector):\(key.setting.keyPath)")
  }

  private func record(_ key: DKIMSignerSurvey.Key) -> Finding? {
    let subject = title(key)
    guard let lookup = key.record, let answer = lookup.answer else {
      return Finding(
        .unknown, subject: subject, "DNS was not asked for \(subject).", evidence: [place(key)],
        remedy: "Leave out --offline.")
    }
    if let unread = Finding.unread(answer) { return unread }
    let evidence = [place(key), Evidence(answer)]
    let records = lookup.keys.compactMap(\.value)
    if records.isEmpty {
      return Finding(
        .fail, subject: subject, "\(signer.settings.program) signs with \(subject), and DNS has no key there.",
        evidence: evidence, remedy: remedy(key))
    }
    if records.contains(where: { $0.material == .revoked }) {
      return Finding(
        .fail, subject: subject, "\(signer.settings.program) signs with \(subject), which was revoked.",
        evidence: evidence, remedy: "Make a new key under a new selector, and publish it.")
    }
    guard let own = key.publicKey.value, !records.contains(where: { $0.publicKey == own }) else { return nil }
    return Finding(
      .fail, subject: subject, "The key in \(key.setting.keyPath) is another than that of \(subject).",
      evidence: evidence, remedy: remedy(key))
  }

  private func file(_ key: DKIMSignerSurvey.Key) -> Finding? {
    let path = key.setting.keyPath
    switch key.publicKey {
    case .present: return nil
    case .absent:
      return Finding(
        .fail, subject: title(key), "The private key of \(signer.settings.program), \(path), is not there.",
        evidence: [place(key)], remedy: "Put the key there, or correct the path.")
    case .malformed(let reason):
      return Finding(
        .fail, subject: title(key),
        "The private key of \(signer.settings.program), \(path), cannot be used: \(reason).",
        evidence: [place(key)], remedy: "Put the key there, or correct the path.")
    case .unseen(let reason):
      return Finding(
        .unknown, subject: title(key), "Whether \(path) fits DNS could not be seen: \(reason).", evidence: [place(key)],
        remedy: "Run mailaudit host as root.")
    }
  }

  /// The record to publish; without the key, how it is had.
  private func remedy(_ key: DKIMSignerSurvey.Key) -> String {
    guard case .present(.ed25519(let own)) = key.publicKey else {
      return
        "Publish the record of the key at \(title(key)) (opendkim-genkey and rspamadm dkim_keygen print it), or have the "
        + "signer use the selector that is published."
    }
    return "Publish the record \"v=DKIM1; k=ed25519; p=\(Base64.encode(own.octets))\" at \(title(key))."
  }

  /// RFC 8058 §4: both fields have to be covered by a signature. A list may only add to the default.
  private var fields: Finding? {
    guard let setting = signer.settings.signedFields else { return nil }
    let text = setting.text.lowercased()
    if text.contains("list-unsubscribe") || text.contains("*") || text.hasPrefix("+") || text.hasPrefix("/") {
      return nil
    }
    return Finding(
      .warn, subject: setting.key, "The fields to sign lack List-Unsubscribe and List-Unsubscribe-Post.",
      evidence: [Evidence(setting)],
      remedy: "Add both to \(setting.key), or take the line out: the default has what is needed.")
  }

  private var unread: [Finding] {
    signer.settings.unread.prefix(SignerLimits.reasons).map { reason in
      Finding(
        .unknown, "Not all keys of \(signer.settings.program) could be seen: \(reason).",
        evidence: [Evidence(source: signer.settings.path, excerpt: reason)])
    }
  }
}

/// Reasons that are shown of one signer.
private enum SignerLimits {
  /// More rows of a table make nothing clearer.
  static let reasons = 5
}
