import ApplicationSettings
import AuditModel
import DNS
import EvidenceBundle
import MailMessage
import Providers

extension EvidenceRecorder {
  /// Keeps what settings say, and of the password what a report may tell: not even how long it is.
  func keep(_ settings: SubmissionSettings) {
    var kept = settings
    if let trace = settings.secret.value {
      let host = settings.host.value.flatMap { DomainName($0) }
      let provider = host.flatMap { SubmissionDirectory.services(ofHost: $0).first?.provider }
      let length = provider?.secret?.letters
      kept.secret = Setting(settings.secret.name, .read(trace.keeping(length: length)), settings.secret.place)
    }
    add(.settings(values: kept, isPasswordUserName: settings.isPasswordUserName))
  }

  /// Keeps a message as it is.
  func keep(_ item: MessageItem) throws(ErrorLine) -> MessageItem {
    let octets: MessageOctets
    do throws(ErrorLine) { octets = try item.open() } catch {
      add(.message(name: item.name, octets: nil, failure: error.description))
      return item
    }
    guard takesRoom(for: octets.count) else {
      throw ErrorLine(item.name, "makes the evidence larger than it can be", .inputOutput)
    }
    do throws(MessageReadError) {
      let whole = try octets.octets(0..<octets.count, limit: .max)
      add(.message(name: item.name, octets: whole, failure: nil))
      return MessageItem(name: item.name) { () throws(ErrorLine) in MessageOctets(whole) }
    } catch {
      throw ErrorLine(item.name, error.description, .inputOutput)
    }
  }
}

extension EvidencePlayer {
  /// The settings; an error when the bundle has none.
  func keptSettings() throws(ErrorLine) -> SubmissionSettings {
    guard let settings else { throw ErrorLine("--settings", "are not in the evidence", .inputOutput) }
    return settings
  }
}

extension MessageItem {
  /// A message of a bundle.
  init(_ text: RecordedText) {
    self.init(name: text.name) { () throws(ErrorLine) in
      do { return MessageOctets(try text.content.get()) } catch {
        throw ErrorLine(text.name, "\(error)", .inputOutput)
      }
    }
  }
}
