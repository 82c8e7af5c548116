import AuditModel
import MailMessage

/// Writes a message with everything replaced that tells who wrote to whom about what.
enum RedactedCopy {
  /// Writes the copy of the one message to standard output, and a line on what was replaced to standard error.
  static func write(_ items: [MessageItem]) throws {
    guard let item = items.first, items.count == 1 else {
      throw ErrorLine("--redact", "takes one message, here are \(items.count)")
    }
    let output = Console.current.output
    let table: RedactionTable
    do {
      table = try Redactor.redact(Message(reading: item.open())) { try output($0) }
    } catch let error as MessageReadError {
      throw ErrorLine(item.name, error.description, .inputOutput)
    }
    Console.current.writeError("mailaudit: replaced \(table.summary); read the copy before you show it to others\n")
  }
}
