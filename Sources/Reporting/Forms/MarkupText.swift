/// Text from strangers inside of HTML and XML: nothing of it is taken for markup.
public enum MarkupText {
  /// The text with its control characters spelled out and the five special characters as references.
  public static func of(_ text: String) -> String {
    var result = ""
    for character in VisibleText.of(text).unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
