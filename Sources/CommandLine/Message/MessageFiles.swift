import AuditModel
import EvidenceBundle
import MailMessage
import ProcessKit

/// One message of the command line: its name, and how its octets are got when they are wanted.
struct MessageItem: Sendable {
  /// The file, with the number of the message in a mailbox.
  let name: String
  /// Opens the message.
  let open: @Sendable () throws(ErrorLine) -> MessageOctets
}

/// The messages of a command line: files, mailboxes, folders, and standard input.
enum MessageFiles {
  /// Finds all messages of `paths`, in order; `-` stands for standard input.
  static func items(_ paths: [String]) throws(ErrorLine) -> [MessageItem] {
    if let player = Console.current.evidence.player { return player.messages.map(MessageItem.init) }
    var items: [MessageItem] = []
    for path in paths { items += try self.items(path) }
    guard let recorder = Console.current.evidence.recorder else { return items }
    return try items.map { item throws(ErrorLine) in try recorder.keep(item) }
  }

  private static func items(_ path: String) throws(ErrorLine) -> [MessageItem] {
    if path == "-" { return try messages(in: try standardInput(), "standard input") }
    let file: RegularFile
    do throws(FileError) { file = try RegularFile(path: Console.current.place(path)) } catch {
      if error == .folder { return try folder(path) }
      throw ErrorLine(path, error.description, .inputOutput)
    }
    return try messages(in: octets(of: file), path)
  }

  /// The one message of a file, or those of an mbox: where they begin and end is found out now, the rest later.
  private static func messages(in octets: MessageOctets, _ name: String) throws(ErrorLine) -> [MessageItem] {
    var items: [MessageItem] = []
    do throws(MessageReadError) {
      try NamedMessage.each(in: octets, name: name) { message in
        items.append(MessageItem(name: message.name) { () throws(ErrorLine) in message.octets })
        return true
      }
    } catch {
      throw ErrorLine(name, error.description, .inputOutput)
    }
    return items
  }

  private static func folder(_ path: String) throws(ErrorLine) -> [MessageItem] {
    let files = MailFolder.messages { name in try? Folder.names(at: name.isEmpty ? path : "\(path)/\(name)") }
    guard let files, !files.isEmpty else {
      throw ErrorLine(path, "has no message (a Maildir, or files that end in .eml)", .inputOutput)
    }
    return files.map { file in
      let whole = "\(path)/\(file)"
      return MessageItem(name: whole) { () throws(ErrorLine) in
        do throws(FileError) { return octets(of: try RegularFile(path: whole)) } catch {
          throw ErrorLine(whole, error.description, .inputOutput)
        }
      }
    }
  }

  private static func standardInput() throws(ErrorLine) -> MessageOctets {
    let folder = Console.current.environment("TMPDIR") ?? "/tmp"
    do throws(FileError) { return octets(of: try RegularFile.standardInput(keptIn: folder)) } catch {
      throw ErrorLine("standard input", error.description, .inputOutput)
    }
  }

  private static func octets(of file: RegularFile) -> MessageOctets {
    MessageOctets(count: file.size) { range throws(MessageReadError) in
      do throws(FileError) { return try file.read(range) } catch { throw MessageReadError(error.description) }
    }
  }
}
