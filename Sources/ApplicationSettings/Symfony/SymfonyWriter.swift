/// Writes `MAILER_DSN`. It holds the password and everything else in one line, which is never shown: such a line is not
/// changed, only written anew.
struct SymfonyWriter: SettingsWriter {
  let syntax = SettingsSyntax.dotenv(.ruby)

  func assignments(_ change: SettingsChange, _ settings: SubmissionSettings) -> [SettingAssignment]? { nil }

  func example(_ wish: ExampleWish) -> [String] {
    let login = wish.userName.map { Self.encoded($0) + ":\(ExampleWish.password)@" } ?? ""
    let scheme = wish.security == .implicitTLS ? "smtps" : "smtp"
    let required = wish.security == .startTLS ? "&require_tls=true" : ""
    return ["MAILER_DSN=\"\(scheme)://\(login)\(wish.host):\(wish.port)?local_domain=\(wish.hostName)\(required)\""]
  }

  /// The signs of an address that a URL keeps for itself, RFC 3986 §2.1; a word to fill in stays as it is.
  private static func encoded(_ name: String) -> String {
    name.map {
      "@:/?#%".contains($0) ? $0.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined() : String($0)
    }
    .joined()
  }
}
