public import HostFiles

/// The files of a machine of an example.
public struct StagedFiles: FileTree, ExpressibleByDictionaryLiteral {
  private var files: [String: StagedFile]

  /// Takes the files by their paths.
  public init(dictionaryLiteral elements: (String, StagedFile)...) {
    files = Dictionary(elements) { $1 }
  }

  /// The files of both, those of the right one going before.
  public static func + (left: StagedFiles, right: StagedFiles) -> StagedFiles {
    var files = left
    files.files.merge(right.files) { $1 }
    return files
  }

  /// What stands at a path, links not followed.
  public func status(of path: String) throws(FileTreeError) -> FileStatus {
    switch files[path] {
    case .text, .hidden: return FileStatus(.file, mode: 0o644, owner: 0)
    case .program(let mode): return FileStatus(.file, mode: mode, owner: 0)
    case .link(let target): return FileStatus(.link(target), mode: 0o777, owner: 0)
    case .locked: throw .hidden("Permission denied")
    case nil: break
    }
    guard path == "/" || files.keys.contains(where: { $0.hasPrefix(path + "/") }) else { throw .absent }
    return FileStatus(.folder, mode: 0o755, owner: 0)
  }

  /// The octets of a file.
  public func octets(of path: String, atMost count: Int) throws(FileTreeError) -> [UInt8] {
    switch files[path] {
    case .text(let text): return Array(text.utf8.prefix(count))
    case .hidden, .locked: throw .hidden("Permission denied")
    case .program: return []
    case .link, nil: throw .absent
    }
  }

  /// The names in a folder, in order.
  public func names(in path: String, atMost count: Int) throws(FileTreeError) -> [String] {
    let prefix = path == "/" ? path : path + "/"
    if files["\(prefix)."] == .hidden { throw .hidden("Permission denied") }
    let below = files.keys.filter { $0.hasPrefix(prefix) }.compactMap { path in
      path.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
    }
    return Array(Set(below).sorted().prefix(count))
  }

  /// The paths of all files.
  public var paths: [String] { files.keys.sorted() }

  /// Whether a program stands at a path, or a link.
  public func isProgram(_ path: String) -> Bool { if case .text = files[path] { false } else { true } }

  /// All files as people read them: the path, and what is in it.
  public var text: String {
    files.sorted { $0.key < $1.key }.map { path, file in
      switch file {
      case .text(let text):
        text.contains("\n")
          ? "\(path):\n" + text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n") : "\(path): \(text)"
      case .link(let target): "\(path) -> \(target)"
      case .program(let mode): "\(path) (mode \(String(mode, radix: 8)))"
      case .hidden, .locked: "\(path) (not readable)"
      }
    }.joined(separator: "\n")
  }
}

/// A file of an example.
public enum StagedFile: Sendable, Hashable, ExpressibleByStringLiteral {
  /// A text.
  case text(String)
  /// A program with its mode.
  case program(UInt32)
  /// A link to this path.
  case link(String)
  /// A file that may not be read; a folder when its name is `.`.
  case hidden
  /// A file in a folder that may not be entered.
  case locked

  /// A text.
  public init(stringLiteral text: String) { self = .text(text) }
}

extension StagedFiles {
  /// Postfix with a main.cf.
  static func postfix(_ settings: String) -> StagedFiles {
    [
      "/usr/sbin/sendmail": .program(0o755), "/usr/sbin/postfix": .program(0o755),
      "/usr/sbin/postdrop": .program(0o2755), "/etc/postfix/main.cf": .text(settings)
    ]
  }

  /// Exim as Debian sets it up, in one of its ways of working.
  static func exim(_ type: String, relay: String = "") -> StagedFiles {
    [
      "/usr/sbin/sendmail": .link("exim4"), "/usr/sbin/exim4": .program(0o4755),
      "/etc/exim4/update-exim4.conf.conf": .text("dc_eximconfig_configtype='\(type)'\ndc_smarthost='\(relay)'")
    ]
  }

  /// Sendmail as Debian sets it up; `macros` stand in sendmail.cf.
  public static func sendmail(_ macros: String = "DS") -> StagedFiles {
    [
      "/usr/sbin/sendmail": .link("/etc/alternatives/sendmail-mta"),
      "/etc/alternatives/sendmail-mta": .link("/usr/lib/sm.bin/sendmail"),
      "/usr/lib/sm.bin/sendmail": .program(0o2755), "/etc/mail/sendmail.cf": .text("V10/Berkeley\n" + macros)
    ]
  }

  /// msmtp with its settings for everybody.
  static func msmtp(_ settings: String) -> StagedFiles {
    [
      "/usr/sbin/sendmail": .link("../bin/msmtp"), "/usr/bin/msmtp": .program(0o2755), "/etc/msmtprc": .text(settings)
    ]
  }

  /// A table of hosts beside what most machines have.
  public static func hosts(_ rows: String) -> StagedFiles {
    ["/etc/hosts": .text(rows), "/etc/nsswitch.conf": "hosts: files dns"]
  }

  /// PHP as Debian sets it up, with a line of its php.ini.
  public static func php(_ setting: String = "; nothing is set") -> StagedFiles {
    ["/etc/php/8.4/fpm/php.ini": .text(setting)]
  }
}
