/// What is peculiar to an application, beside what it takes where its files are silent. Where nothing is said here, a
/// check takes nothing for a fault.
public struct ApplicationHabits: Sendable {
  /// The sender where none is set, in words: `gitlab@ the host of external_url`; nil where there is none.
  public var defaultSender: String?
  /// Whether it greets with the address of the web server where no name is set: EHLO [192.0.2.1].
  public var greetsWithAddress = false
  /// The mechanism where none is set; nil where the client chooses among those that the server offers.
  public var defaultMechanism: String?
  /// The mechanisms that it knows, in lower case; empty where others may work.
  public var mechanisms: Set<String> = []
  /// Where user name and password may stand besides the file; nil where nothing else holds them.
  public var otherCredentials: String?
  /// Who sees the dialogue with the server when it is shown.
  public var dialogueReaders = DialogueReaders.operators
  /// Whether a quote or a backslash in the password breaks a file that is made of the settings.
  public var copiesPassword = false
  /// What List-Unsubscribe of its notifications lacks, a clause; nil where it lacks nothing, or that is not known.
  public var unsubscription: String?

  /// What most applications have: nothing.
  public init() {}

  /// Who sees a dialogue.
  public enum DialogueReaders: Sendable {
    /// Who runs the application, on a page or in a log of its own.
    case operators
    /// Whoever visits the page that sends.
    case visitors
  }
}
