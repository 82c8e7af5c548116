/// Something that a paste shows beside its failures.
public struct FailureNote: Sendable, Hashable {
  /// A name for programs, for ever.
  public let id: String
  /// What is shown, and what to do.
  public let text: String
}

extension FailureNote {
  /// All notes of a paste, each once.
  static func all(_ pastes: [FailurePaste], hadSecrets: Bool) -> [FailureNote] {
    var notes: [FailureNote] = []
    if hadSecrets {
      notes.append(
        FailureNote(
          id: "credentials-shown",
          text: "The text holds a password or a token. If it was posted or stored where others read it, change it."))
    }
    for paste in pastes {
      notes += paste.notes + session(paste.session)
      for statement in paste.statements {
        for note in LogNotes.notes(statement) where !notes.contains(where: { $0.id == note.id }) { notes.append(note) }
      }
      notes += [LogNotes.roles(paste.statements), LogNotes.debugging(paste.paste.text)].compactMap(\.self)
    }
    return notes
  }

  private static func session(_ session: SessionFacts) -> [FailureNote] {
    var notes: [FailureNote] = []
    if let greeting = session.greeting, greeting.contains("Coremail") {
      notes.append(
        FailureNote(
          id: "server-coremail", text: "The greeting is that of Coremail, the software of NetEase (163, 126, yeah)."))
    }
    if session.offersSTARTTLS, !session.startsTLS, session.logsInWithoutTLS {
      notes.append(
        FailureNote(
          id: "starttls-unused",
          text:
            "The server offers STARTTLS, and the client logged in without it: the password went in clear text. Switch "
            + "STARTTLS on (smtp_ssl = tls in DokuWiki, tls:// or the port's own mode elsewhere)."))
    }
    if let name = session.helloName, let words = HelloName.fault(name) {
      notes.append(
        FailureNote(
          id: "hello-name",
          text: "The client greets as \(name): \(words). Set the EHLO name to a full name of the public DNS."))
    }
    if session.loginAccepted {
      notes.append(
        FailureNote(id: "login-accepted", text: "The login was accepted (235): user name and password are right."))
    }
    return notes
  }
}

/// What is wrong with a name in EHLO (RFC 5321 §4.1.1.1).
enum HelloName {
  /// The fault in a phrase; nil for a full name and a public address.
  static func fault(_ name: String) -> String? {
    if name.isEmpty { return "no name at all" }
    if name.hasPrefix("[") {
      let literal = name.dropFirst().prefix { $0 != "]" }
      let isPrivate = ["10.", "192.168.", "127.", "169.254."].contains { literal.hasPrefix($0) } || isIn172(literal)
      return isPrivate ? "a private address, which shows the inside of the network and which many servers refuse" : nil
    }
    if name.hasSuffix(".localdomain") || name.hasSuffix(".local") || name == "localhost" {
      return "a name of the local network"
    }
    return name.contains(".") ? nil : "a name without a dot"
  }

  private static func isIn172(_ literal: Substring) -> Bool {
    let parts = literal.split(separator: ".")
    return parts.count == 4 && parts[0] == "172" && Int(parts[1]).map { (16...31).contains($0) } == true
  }
}
