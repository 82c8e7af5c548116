import AuditModel
import MailMessage
import ProcessKit

/// Writes a message with everything replaced that tells who wrote to whom about what.
enum RedactedCopy {
  /// Writes the copy of the one message to a new file or to standard output, and a line on what was replaced to standard
  /// error.
  static func write(_ items: [MessageItem], to path: String?) throws {
    guard let item = items.first, items.count == 1 else {
      throw ErrorLine("--redact", "takes one message, here are \(items.count)")
    }
    let table: RedactionTable
    if let path, path != "-" {
      table = try write(item, toFile: path)
    } else {
      let output = Console.current.output
      table = try write(item) { try output($0) }
    }
    Console.current.writeError("mailaudit: replaced \(table.summary); read the copy before you show it to others\n")
  }

  private static func write(_ item: MessageItem, _ give: @escaping ([UInt8]) throws -> Void) throws -> RedactionTable {
    do {
      return try Redactor.redact(Message(reading: item.open()), giving: give)
    } catch let error as MessageReadError {
      throw ErrorLine(item.name, error.description, .inputOutput)
    }
  }

  /// Nothing that exists is written over, the message least of all.
  private static func write(_ item: MessageItem, toFile path: String) throws -> RedactionTable {
    do {
      guard let file = try WholeFile(at: path) else { throw exists(path) }
      let table = try write(item) { try file.append($0) }
      guard try file.publish() else { throw exists(path) }
      return table
    } catch let error as StreamError {
      throw ErrorLine("--copy \(path)", error.description, .inputOutput)
    }
  }

  private static func exists(_ path: String) -> ErrorLine {
    ErrorLine("--copy \(path)", "exists already; name a new file", .inputOutput)
  }
}
