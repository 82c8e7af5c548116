/// Words of examples that were copied without being replaced.
public enum Placeholder {
  /// Whether `text` can only be a placeholder, whatever it is the value of: `<your-host>`, `{{ host }}`, `true/false`.
  public static func isPlaceholder(_ text: String) -> Bool {
    let word = text.lowercased()
    return word.contains("{{") || known.contains(word) || hasBrackets(word)
  }

  /// Whether `text` is a placeholder for a name in EHLO: it has a blank, or two names to choose from.
  public static func isGreetingPlaceholder(_ text: String) -> Bool {
    isPlaceholder(text) || text.contains(where: \.isWhitespace) || text.contains("_or_")
  }

  /// Whether `text` is a placeholder for a server: it can be none, or it has a part that stands for something else.
  public static func isHostPlaceholder(_ text: String) -> Bool {
    if isGreetingPlaceholder(text) { return true }
    let labels = text.split(separator: ".")
    return labels.contains { isPattern($0) || $0 == "region" || $0.hasPrefix("region-") }
      || labels.count == 1 && isWordOfExample(text)
  }

  /// Whether `text` is a placeholder for an address: brackets around a part or around the address of an example, or two
  /// addresses to choose from (`login_or_login@example.org`).
  public static func isAddressPlaceholder(_ text: String) -> Bool {
    if text.hasPrefix("<"), text.hasSuffix(">"), let domain = SenderText.domain(text) {
      return isReserved(domain) || hasBrackets(text.dropFirst().dropLast().lowercased())
    }
    if let choice = text.firstRange(of: "_or_"), text[choice.upperBound...].hasPrefix(text[..<choice.lowerBound]) {
      return true
    }
    return isPlaceholder(text)
  }

  /// Whether `text` is a placeholder for a user name: brackets around it, or an address with a blank.
  public static func isUserPlaceholder(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") && text.count > 2 || isPlaceholder(text)
      || text.contains("@") && text.contains(where: \.isWhitespace)
  }

  /// Whether `text` is a placeholder for a password.
  public static func isSecretPlaceholder(_ text: String) -> Bool {
    text.hasPrefix("<") && text.hasSuffix(">") && text.count > 2 || isPlaceholder(text) || isWordOfExample(text)
  }

  /// Whether `text` is a word such as `YOUR_API_TOKEN`, which examples use, though it may be meant.
  public static func isWordOfExample(_ text: String) -> Bool {
    let bare = text.lowercased().filter { $0.isLetter }
    return bare.hasPrefix("your") && starts.contains { bare.hasPrefix("your" + $0) }
  }

  /// Whether a name is kept for documentation, RFC 2606 §3.
  public static func isReserved(_ name: String) -> Bool {
    let name = "." + name.lowercased()
    return reserved.contains { name.hasSuffix("." + $0) }
  }

  /// Whether the name of a host is one that examples use for the domain of the reader.
  public static func isDomainOfExample(_ name: String) -> Bool {
    let name = name.lowercased()
    return isReserved(name) || isWordOfExample(name) || domains.contains { name == $0 || name.hasSuffix("." + $0) }
  }

  /// `<` and `>` with text between them that is no address.
  private static func hasBrackets(_ text: String) -> Bool {
    guard let open = text.firstIndex(of: "<"), let close = text.lastIndex(of: ">"), open < close else { return false }
    let inside = text[text.index(after: open)..<close]
    return !inside.isEmpty && (!inside.contains("@") || inside.contains("<"))
  }

  /// Two capital X in a label of small letters stand for something else.
  private static func isPattern(_ label: Substring) -> Bool {
    label.contains("XX") && (label.contains { $0.isLowercase } || label.allSatisfy { $0 == "X" })
  }

  /// Texts that published examples use.
  private static let known: Set<String> = ["smtp.server", "username:password", "true/false", "user/pass"]

  private static let reserved = ["example.com", "example.net", "example.org"]

  private static let domains = ["domain.com", "mydomain.com", "company.com"]

  /// What follows `your` in examples.
  private static let starts = [
    "host", "server", "domain", "password", "user", "mail", "email", "smtp", "api", "key", "gitlab", "name", "account",
    "sender", "mx"
  ]
}
