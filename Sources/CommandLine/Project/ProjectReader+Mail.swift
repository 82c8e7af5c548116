import DNS
import IDNKit
import SMTPSubmission
import Survey

extension ProjectReader {
  private static let mailKeys = ["to", "from", "server", "helo", "user", "password-file", "password-env", "ca-file"]

  /// Where news go.
  mutating func readMail(_ entry: ProjectText.Entry) {
    var mail = ProjectMail()
    let entries = text.entries(entry.value, "mail", known: Self.mailKeys)
    for entry in entries { read(entry, into: &mail) }
    for key in ["to", "from", "server"] where !entries.contains(where: { $0.key == key && $0.value != nil }) {
      text.fault(entry.place, "mail needs \"\(key)\": \(Self.examples[key] ?? "")")
    }
    if mail.user != nil, mail.passwordFile == nil, mail.passwordVariable == nil {
      text.fault(
        entry.place, "mail has a user and no password: write \"password-file: FILE\" or \"password-env: NAME\"")
    }
    project.mail = mail
  }

  private static let examples = [
    "to": "who gets the news, such as [admin@example.org]", "from": "their author, such as mailaudit@example.org",
    "server": "the submission server, such as smtp.example.org:587"
  ]

  private func read(_ entry: ProjectText.Entry, into mail: inout ProjectMail) {
    guard let node = entry.value else { return }
    switch entry.key {
    case "to": mail.recipients = text.strings(node).compactMap { address($0.text, $0.place) }
    case "from": mail.sender = text.string(node).flatMap { address($0, text.place(node)) } ?? ""
    case "server":
      guard let word = text.string(node) else { return }
      do throws(ErrorLine) { mail.server = try SubmissionPlace.parse(word) } catch {
        text.fault(text.place(node), error.description)
      }
    case "helo": mail.helo = text.string(node).flatMap { name($0, text.place(node)) }?.description
    case "user": mail.user = text.string(node)
    case "password-env": mail.passwordVariable = text.string(node)
    case "password-file": mail.passwordFile = text.string(node).map { existing($0, text.place(node)) }
    default: mail.caFile = text.string(node).map { existing($0, text.place(node)) }
    }
  }

  /// An address that can stand in a header field and in a command without any quoting (RFC 5321 §4.1.2): plain letters,
  /// digits and some signs, and a domain with a dot.
  private func address(_ word: String, _ place: Int) -> String? {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain =
      parts.count == 2
      && parts[0].utf8.allSatisfy { $0.isAlphanumeric || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
      && !parts[0].isEmpty && parts[0].utf8.count <= 64
    guard isPlain, let domain = DomainName(typed: String(parts[1])), domain.labelCount > 1 else {
      text.fault(place, "\"\(word)\" is no address: write local-part@domain")
      return nil
    }
    return "\(parts[0])@\(domain.serverName)"
  }
}

extension UInt8 {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
