/// Words of examples that were copied without being replaced.
public enum Placeholder {
  /// Whether `text` is a placeholder: `<your-host>`, `YOUR_PASSWORD`, `smtp.server`.
  public static func isPlaceholder(_ text: String) -> Bool {
    let word = text.lowercased()
    if word.hasPrefix("<"), word.hasSuffix(">"), word.count > 2, !word.contains("@") { return true }
    if word.contains("<your") || word.contains("{{") || word.contains("xxx") && word.allSatisfy({ "x.@-".contains($0) })
    {
      return true
    }
    if known.contains(word) { return true }
    let bare = word.filter { $0.isLetter }
    return bare.hasPrefix("your") && starts.contains { bare.hasPrefix("your" + $0) }
  }

  /// Texts that published examples use.
  private static let known: Set<String> = [
    "smtp.server", "smtp user", "smtp password", "username:password", "true/false", "user/pass", "changeme"
  ]

  /// What follows `your` in examples.
  private static let starts = [
    "host", "server", "domain", "password", "user", "mail", "email", "smtp", "api", "key", "gitlab", "name", "account"
  ]
}
