/// A line of the reply to EHLO: a service extension and its parameters (RFC 5321 §4.1.1.1).
public struct SMTPExtension: Sendable, Hashable, Codable {
  /// The keyword in capitals.
  public let keyword: String
  /// What stands behind it.
  public let parameters: [String]

  /// Makes the value of its parts.
  public init(keyword: String, parameters: [String] = []) {
    self.keyword = keyword
    self.parameters = parameters
  }

  /// The extensions of a reply to EHLO: all lines but the first, which greets.
  public static func list(in reply: SMTPReply) -> [SMTPExtension] {
    reply.lines.dropFirst().compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      return words.first.map { SMTPExtension(keyword: $0.uppercased(), parameters: Array(words.dropFirst())) }
    }
  }
}

extension [SMTPExtension] {
  /// Whether an extension is offered.
  public func offers(_ keyword: String) -> Bool { contains { $0.keyword == keyword } }
}
