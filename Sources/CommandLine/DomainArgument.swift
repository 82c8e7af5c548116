import DNS
import IDNKit

/// Domain names as users write them.
enum DomainArgument {
  /// Reads a name: A-labels or U-labels, in any case, with or without the final dot.
  ///
  /// - Parameter text: the argument.
  /// - Returns: the name as it is asked for.
  /// - Throws: the text as the place, and what it is instead of a name.
  static func parse(_ text: String) throws(ErrorLine) -> DomainName {
    if let hint = hint(for: text) { throw ErrorLine(text, hint) }
    do {
      return try DomainName(userInput: text)
    } catch {
      throw ErrorLine(text.isEmpty ? "DOMAIN" : text, error.description)
    }
  }

  /// What is wrong with a text that is meant for something else; nil when it may be a name.
  private static func hint(for text: String) -> String? {
    // What people write by mistake has one of these, or no letter.
    let isOdd = text.utf8.contains { $0 == 0x2F || $0 == 0x3A || $0 == 0x40 || $0 <= 0x20 || $0 >= 0x80 }
    if !isOdd, text.utf8.contains(where: \.isASCIILetter) { return nil }
    if text.contains("://") || text.contains("/") { return "is no domain name: leave out the scheme and the path" }
    if let at = text.lastIndex(of: "@") { return "is an address: audit its domain, \(text[text.index(after: at)...])" }
    if IPAddress(text) != nil { return "is an address: audit a domain, and give the address with --ip" }
    if text.contains(where: \.isWhitespace) { return "is no domain name: it has a blank" }
    return nil
  }
}
