public import HostFiles

/// How one PHP of a machine hands mail over.
public struct PHPMailSetup: Sendable {
  /// The file or the folder of its settings.
  public let place: String
  /// The command that is set; nil when PHP's own default holds.
  public let command: PHPMailCommand?
  /// What the program of the command leads to.
  public let program: Sight<ResolvedFile>
  /// Files of its settings that could not be read.
  public let unread: [String]

  /// The command that runs.
  public var commandText: String { command?.setting.text ?? PHPMailCommand.standard }
}

extension PHPMailSetup {
  /// Every PHP of a machine with its pools, where packages of Debian, Red Hat, Alpine and images of Docker keep them.
  static func all(in tree: any FileTree) -> [PHPMailSetup] {
    var setups: [PHPMailSetup] = []
    if let reason = tree.list("/etc/php").unseenReason {
      setups.append(
        PHPMailSetup(place: "/etc/php", command: nil, program: .unseen(reason), unread: ["/etc/php: \(reason)"]))
    }
    for place in places(in: tree) {
      let (main, parts, pools) = ("\(place.folder)/php.ini", tree.list(place.parts), tree.list(place.pools))
      if !tree.look(at: main).isAbsent || !parts.isAbsent {
        let hidden = parts.unseenReason.map { ["\(place.parts): \($0)"] } ?? []
        setups.append(
          setup(
            tree.look(at: main).isAbsent ? place.folder : main, [main] + files(parts, place.parts, "ini"), hidden, tree)
        )
      }
      for pool in files(pools, place.pools, "conf") {
        let own = setup(pool, [pool], [], tree)
        if own.command != nil || !own.unread.isEmpty { setups.append(own) }
      }
    }
    return Array(setups.prefix(HostLimits.phpFiles))
  }

  private typealias Place = (folder: String, parts: String, pools: String)

  private static func places(in tree: any FileTree) -> [Place] {
    var places: [Place] = [
      ("/etc", "/etc/php.d", "/etc/php-fpm.d"),
      ("/usr/local/etc/php", "/usr/local/etc/php/conf.d", "/usr/local/etc/php-fpm.d")
    ]
    for version in tree.list("/etc/php").value ?? [] {
      for kind in tree.list("/etc/php/\(version)").value ?? [] where kind != "mods-available" {
        let folder = "/etc/php/\(version)/\(kind)"
        places.append((folder, "\(folder)/conf.d", "\(folder)/pool.d"))
      }
    }
    for name in tree.list("/etc").value ?? [] {
      guard name.hasPrefix("php"), !name.dropFirst(3).isEmpty, name.dropFirst(3).allSatisfy(\.isNumber) else {
        continue
      }
      places.append(("/etc/\(name)", "/etc/\(name)/conf.d", "/etc/\(name)/php-fpm.d"))
    }
    return Array(places.prefix(HostLimits.phpFiles))
  }

  private static func files(_ names: Sight<[String]>, _ folder: String, _ ending: String) -> [String] {
    (names.value ?? []).filter { $0.hasSuffix(".\(ending)") }.prefix(HostLimits.phpFiles).map { "\(folder)/\($0)" }
  }

  private static func setup(
    _ place: String, _ files: [String], _ hidden: [String], _ tree: any FileTree
  ) -> PHPMailSetup {
    var (command, unread): (PHPMailCommand?, [String]) = (nil, hidden)
    for path in files {
      switch tree.text(at: path) {
      case .present(let file): command = PHPMailCommand.last(in: file) ?? command
      case .unseen(let reason), .malformed(let reason): unread.append("\(path): \(reason)")
      case .absent: continue
      }
    }
    let program = command?.program ?? "/usr/sbin/sendmail"
    return PHPMailSetup(place: place, command: command, program: look(for: program, tree), unread: unread)
  }

  /// A program without a slash is looked for where shells look.
  private static func look(for program: String, _ tree: any FileTree) -> Sight<ResolvedFile> {
    if program.hasPrefix("/") { return tree.look(at: program) }
    let folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"]
    let sights = folders.map { tree.look(at: "\($0)/\(program)") }
    return sights.first { $0.value != nil } ?? .unseen("\(program) is looked for in the PATH of PHP")
  }
}
