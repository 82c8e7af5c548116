import Glibc
import Synchronization

/// Asks at the terminal, without echo.
///
/// However the question ends, the terminal is as it was before: a signal is noted by a handler, the settings are put
/// back, and then the signal does what it always does. After a stop (Ctrl-Z) the question is put again.
enum Terminal {
  /// Signals that end or stop a process at a terminal.
  private static let watched = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU]
  private static let stops: Set<Int32> = [SIGTSTP, SIGTTIN, SIGTTOU]
  /// A handler may touch nothing but this.
  private static let noted = Atomic<Int32>(0)
  /// How long a signal that another thread took stays unseen, in milliseconds.
  private static let patience: Int32 = 100

  static func read(
    into octets: inout SecretBuffer, asking prompt: String, at path: String = "/dev/tty"
  ) throws(SecretSourceError) {
    let terminal = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0, isatty(terminal) == 1 else {
      if terminal >= 0 { close(terminal) }
      throw .noTerminal
    }
    defer { close(terminal) }
    while true {
      let signal = try readOnce(into: &octets, from: terminal, prompt)
      guard let signal else { return }
      raise(signal)
      guard stops.contains(signal) else { throw .brokenOff }
    }
  }

  /// Puts the question once; the signal that broke it off, if one did.
  private static func readOnce(
    into octets: inout SecretBuffer, from terminal: Int32, _ prompt: String
  ) throws(SecretSourceError) -> Int32? {
    // The first touch makes the value, which a handler must not do.
    noted.store(0, ordering: .sequentiallyConsistent)
    let before = handlersReplaced()
    defer { restore(before) }
    var settings = termios()
    guard unsafe tcgetattr(terminal, &settings) == 0 else { throw .system(errno) }
    var quiet = settings
    quiet.c_lflag &= ~tcflag_t(ECHO)
    quiet.c_lflag |= tcflag_t(ECHONL)
    // What was typed before the question is thrown away.
    guard unsafe tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 else { throw .system(errno) }
    defer { unsafe _ = tcsetattr(terminal, TCSAFLUSH, &settings) }
    write(prompt, to: terminal)
    return try line(into: &octets, from: terminal)
  }

  private static func line(
    into octets: inout SecretBuffer, from terminal: Int32
  ) throws(SecretSourceError) -> Int32? {
    while true {
      if case let signal = noted.load(ordering: .sequentiallyConsistent), signal != 0 { return signal }
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&waiting, 1, patience)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      if ready < 0 { throw .system(errno) }
      let more = octets.readOnce(from: terminal)
      if more < 0, errno == EINTR { continue }
      if more < 0 { throw errno == EIO ? .brokenOff : .system(errno) }
      if more == 0 { throw .brokenOff }
      if octets.isTooLong { throw .tooLong }
      if octets.endsWithLineEnd { return nil }
    }
  }

  private static func write(_ text: String, to terminal: Int32) {
    let octets = Array(text.utf8)
    unsafe _ = Glibc.write(terminal, octets, octets.count)
  }

  private static func handlersReplaced() -> [(Int32, sigaction)] {
    watched.map { number in
      var (new, old) = (sigaction(), sigaction())
      unsafe new.__sigaction_handler.sa_handler = { Terminal.noted.store($0, ordering: .sequentiallyConsistent) }
      unsafe _ = sigaction(number, &new, &old)
      return (number, old)
    }
  }

  private static func restore(_ handlers: [(Int32, sigaction)]) {
    for (number, handler) in handlers {
      var old = handler
      unsafe _ = sigaction(number, &old, nil)
    }
  }
}
