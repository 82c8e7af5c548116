import AuditModel
import EvidenceBundle
import FeedbackReports
import MailMessage
import ProcessKit
import Survey

/// The reports of a command line: files, mailboxes, folders, and standard input.
enum ReportFiles {
  /// How deep folders are entered: a Maildir with folders in it has three levels.
  private static let depth = 8

  /// Reads all files of `paths` in order, those of a folder by their names; `-` stands for standard input. A file in a
  /// folder that cannot be read is told as such; one that the command line names ends the run.
  static func read(
    _ paths: [String], into survey: inout ReportsSurvey, showsRecipients: Bool = false,
    history: ReportsHistory? = nil
  ) throws(ErrorLine) {
    let fold = Fold(survey, showsRecipients, history)
    survey = ReportsSurvey()
    if let player = Console.current.evidence.player {
      player.reports.forEach(fold.replay)
    } else {
      for path in paths { try read(path, fold) }
    }
    if let full = fold.full { throw full }
    survey = fold.survey
  }

  private static func read(_ path: String, _ fold: Fold) throws(ErrorLine) {
    if path == "-" {
      let folder = Console.current.environment("TMPDIR") ?? "/tmp"
      do throws(FileError) { fold.read(try RegularFile.standardInput(keptIn: folder), named: "-") } catch {
        throw ErrorLine("standard input", error.description, .inputOutput)
      }
      return
    }
    do throws(FileError) { fold.read(try RegularFile(path: Console.current.place(path)), named: path) } catch {
      guard error == .folder else { throw ErrorLine(path, error.description, .inputOutput) }
      fold.folders = []
      guard folder(path, fold, depth: depth) else { throw ErrorLine(path, "cannot be read as a folder", .inputOutput) }
    }
  }

  /// Reads what is in a folder; false when its names cannot be read. Names that begin with a dot are left out but in a
  /// Maildir, whose folders have such names, and so is what a Maildir is just taking in.
  private static func folder(_ path: String, _ fold: Fold, depth: Int) -> Bool {
    let place = Console.current.place(path)
    guard let identity = try? Folder.identity(at: place), let names = try? Folder.names(at: place) else { return false }
    // A link that leads back to where it is, or to what was read: each folder is read once.
    if !fold.folders.insert(identity).inserted { return true }
    let isMaildir = names.contains("cur")
    for name in names where isMaildir ? name != "tmp" : !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      do throws(FileError) { fold.read(try RegularFile(path: Console.current.place(inner)), named: inner) } catch {
        if error == .folder {
          if depth > 0, folder(inner, fold, depth: depth - 1) { continue }
          fold.tell("the folder is nested too deep or cannot be read", inner)
        } else if !isMaildir || !name.hasPrefix(".") {
          fold.tell(error.description, inner)
        }
      }
    }
    return true
  }

  /// The fold, which readers call back.
  private final class Fold {
    var survey: ReportsSurvey
    /// The folders that were entered below one path of the command line.
    var folders: Set<Folder.Identity> = []
    /// Why the evidence cannot hold all that was read.
    var full: ErrorLine?

    private let showsRecipients: Bool
    private let history: ReportsHistory?

    init(_ survey: ReportsSurvey, _ showsRecipients: Bool, _ history: ReportsHistory?) {
      self.survey = survey
      self.showsRecipients = showsRecipients
      self.history = history
    }

    func read(_ file: RegularFile, named name: String) {
      if let recorder = Console.current.evidence.recorder { return read(file, named: name, recorder) }
      let octets = MessageOctets(count: file.size) { range throws(MessageReadError) in
        do throws(FileError) { return try file.read(range) } catch { throw MessageReadError(error.description) }
      }
      take(octets, name)
    }

    private func take(_ octets: MessageOctets, _ name: String) {
      FeedbackReader.read(octets, named: name, showsRecipients: showsRecipients) {
        self.survey.take($0)
        self.history?.keep($0)
      }
    }

    private func read(_ file: RegularFile, named name: String, _ recorder: EvidenceRecorder) {
      guard recorder.takesRoom(for: file.size) else {
        full = ErrorLine(name, "makes the evidence larger than it can be", .inputOutput)
        return
      }
      do throws(FileError) {
        let octets = try file.read(0..<file.size)
        recorder.add(.report(name: name, octets: octets, failure: nil))
        take(MessageOctets(octets), name)
      } catch {
        tell(error.description, name)
      }
    }

    func replay(_ text: RecordedText) {
      switch text.content {
      case .success(let octets): take(MessageOctets(octets), text.name)
      case .failure(let failure): tell(failure.description, text.name)
      }
    }

    func tell(_ words: String, _ name: String) {
      Console.current.evidence.recorder?.add(.report(name: name, octets: nil, failure: words))
      survey.take(.unreadable(ReportFault(.unreadable(words)), ReportSource(file: name)))
    }
  }
}
