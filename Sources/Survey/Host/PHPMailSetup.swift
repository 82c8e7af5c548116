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
    for place in places(in: tree) {
      let main = setup(place.folder, ["\(place.folder)/php.ini"] + files(place.parts, "ini", tree), tree)
      if tree.has("\(place.folder)/php.ini") || tree.has(place.parts) { setups.append(main) }
      for pool in files(place.pools, "conf", tree) {
        let own = setup(pool, [pool], tree)
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
      guard name.hasPrefix("php"), !name.dropFirst(3).isEmpty, name.dropFirst(3).allSatisfy(\.isNumber) else { continue }
      places.append(("/etc/\(name)", "/etc/\(name)/conf.d", "/etc/\(name)/php-fpm.d"))
    }
    return Array(places.prefix(HostLimits.phpFiles))
  }

  private static func files(_ folder: String, _ ending: String, _ tree: any FileTree) -> [String] {
    (tree.list(folder).value ?? []).filter { $0.hasSuffix(".\(ending)") }.prefix(HostLimits.phpFiles).map {
      "\(folder)/\($0)"
    }
  }

  private static func setup(_ place: String, _ files: [String], _ tree: any FileTree) -> PHPMailSetup {
    var (command, unread): (PHPMailCommand?, [String]) = (nil, [])
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
