import AuditModel
import MailAuthentication
import MailMessage
import Survey

/// A message that arrived at a mailbox of the owner's own: what its receiver made of it.
enum SeedMessage {
  /// The results of the topmost Authentication-Results: the receiver puts its own on top, and those below may be of
  /// anybody (RFC 8601 §5). A method with several results passes when one of them does (RFC 8601 §2.7.1).
  static func results(of file: String) throws -> [String: String] {
    guard let item = try MessageFiles.items([file]).first else { return [:] }
    let message: Message
    do { message = try Message(reading: try item.open()) } catch { throw ErrorLine(file, "\(error)", .inputOutput) }
    guard let read = MessageFields(message).authenticationResults.first?.value else { return [:] }
    var results: [String: String] = [:]
    for method in LaunchAnswers.Seed.methods {
      let all = read.results(of: method).map(\.result)
      results[method] = all.contains("pass") ? "pass" : all.first
    }
    return results
  }
}
