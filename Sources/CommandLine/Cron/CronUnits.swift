/// What makes a system run `mailaudit cron` every night.
struct CronUnits {
  private let words: [String]
  private let folders: [String]

  /// - Parameters:
  ///   - project: the project.
  ///   - history: the file of its runs.
  ///   - options: options beside the project.
  init(_ project: Project, history: String?, options: [String]) {
    let program = Console.current.program() ?? "/usr/bin/mailaudit"
    words = [program, "cron", "--project", Self.whole(project.file)] + Self.whole(options: options)
    let files = [history].compactMap(\.self) + project.outputs.map(\.file)
    folders = Set(files.map { Self.folder(Self.whole($0)) }).sorted()
  }

  /// A place from the root on: neither cron nor systemd knows the folder of today.
  private static func whole(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return "\(Console.current.folder() ?? "")/\(plain)"
  }

  private static func whole(options: [String]) -> [String] {
    options.enumerated().map { index, word in index > 0 && options[index - 1] == "--history" ? whole(word) : word }
  }

  private static func folder(_ path: String) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return folder.isEmpty ? "/" : folder
  }

  /// A line for a user's crontab (crontab(5)): at 5:17, not at a full hour, when everybody asks.
  var crontab: String {
    let command = words.map(Self.shell).joined(separator: " ").replacing("%", with: "\\%")
    return """
      # 'crontab -e' takes this line; in a file of /etc/cron.d the name of a user stands in front of the command.
      17 5 * * * \(command)

      """
  }

  /// A word of the shell.
  private static func shell(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { octet in
      switch octet {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "/._-:@+=,%".utf8.contains(octet)
      }
    }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// A service and a timer (systemd.service(5), systemd.timer(5)).
  var systemd: String {
    let command = words.map(Self.unit).joined(separator: " ")
    let paths = folders.map(Self.unit).joined(separator: " ")
    return """
      # /etc/systemd/system/mailaudit.service
      [Unit]
      Description=What has changed at our mail domains
      Wants=network-online.target
      After=network-online.target

      [Service]
      Type=oneshot
      ExecStart=\(command)
      # News are no failure of the unit.
      SuccessExitStatus=1
      TimeoutStartSec=30min
      # A user that may read the project file and the password file, and owns the folders below.
      # User=mailaudit
      NoNewPrivileges=yes
      PrivateTmp=yes
      ProtectSystem=strict
      ProtectHome=read-only
      ReadWritePaths=\(paths)

      # /etc/systemd/system/mailaudit.timer
      [Unit]
      Description=What has changed at our mail domains, every night

      [Timer]
      OnCalendar=*-*-* 05:00
      RandomizedDelaySec=30min
      Persistent=true

      [Install]
      WantedBy=timers.target

      # Then: systemctl daemon-reload && systemctl enable --now mailaudit.timer

      """
  }

  /// A word of a unit file: % begins a specifier, $ a variable, blanks and quotes need quotes.
  private static func unit(_ word: String) -> String {
    let plain = word.replacing("%", with: "%%").replacing("$", with: "$$")
    guard plain.contains(where: { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "\\" || $0 == ";" }) else {
      return plain
    }
    return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
