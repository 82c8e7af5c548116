import EvidenceBundle
import LDNSKit
import SMTPSubmission

extension Console {
  /// The same console, but what a run looks at is kept. The clock stands still, so that a replay can have its time.
  func recording(_ recorder: EvidenceRecorder) -> Console {
    var console = self
    let (time, changed, servers, hostName) = (clock(), changed, mailServers, hostName)
    console.evidence = .recording(recorder)
    console.clock = { time }
    console.changed = { file in
      let time = changed(file)
      recorder.add(.changed(file: file, time: time))
      return time
    }
    console.hostName = {
      let name = hostName()
      recorder.add(.machine(name: name))
      return name
    }
    console.mailServers = { RecordingMailServers(servers($0), recorder) }
    return console
  }

  /// The same console, but a run sees a bundle in the place of network, files and clock. What it writes stays.
  func replaying(_ player: EvidencePlayer) -> Console {
    var console = self
    let environment = environment
    console.evidence = .replaying(player)
    console.clock = { player.heading.time }
    // How the page is written is for whoever reads it; what changes the facts is that of the bundle.
    console.environment = { Self.pageVariables.contains($0) ? environment($0) : nil }
    console.changed = { player.changed($0) }
    console.hostName = { player.machineName }
    console.mailServers = { _ in ReplayingMailServers(player) }
    console.showsProgress = false
    return console
  }

  private static let pageVariables: Set<String> = ["COLUMNS", "NO_COLOR", "TERM"]

  /// Files whose content belongs to the evidence. What is secret is read from ``files``, which nothing keeps.
  var keptFiles: any ZoneFiles {
    switch evidence {
    case .none: files
    case .recording(let recorder): RecordingFiles(base: files, recorder: recorder)
    case .replaying(let player): ReplayingFiles(player: player)
    }
  }

  /// The lines of standard input, where they belong to the evidence.
  func keptLines() -> [String] {
    if let player = evidence.player { return player.input }
    let lines = lines()
    evidence.recorder?.add(.input(lines: lines))
    return lines
  }

  /// A number drawn at random.
  func draw() -> UInt64 {
    if let player = evidence.player { return player.draw() }
    let number = UInt64.random(in: .min ... .max)
    evidence.recorder?.add(.random(number: "\(number)"))
    return number
  }
}

/// Files that are kept when they are read.
private struct RecordingFiles: ZoneFiles {
  let base: any ZoneFiles
  let recorder: EvidenceRecorder

  func octets(of path: String, within folder: String?) throws(ZoneFileError) -> [UInt8] {
    let octets = try base.octets(of: path, within: folder)
    guard recorder.takesRoom(for: octets.count) else { throw .tooLarge }
    recorder.addFile(path, octets)
    return octets
  }
}

/// Files of a bundle.
private struct ReplayingFiles: ZoneFiles {
  let player: EvidencePlayer

  func octets(of path: String, within folder: String?) throws(ZoneFileError) -> [UInt8] {
    guard let octets = player.file(path) else { throw .unreadable("it is not in the evidence") }
    return octets
  }
}
