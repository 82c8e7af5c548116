internal import CProcess
import Glibc

/// Where a password or a token comes from. An argument is no source: everybody on the machine can read arguments.
public enum SecretSource: Sendable, Hashable {
  /// The terminal, without echo. The text asks for it.
  case terminal(prompt: String)
  /// An environment variable.
  case environment(String)
  /// A file.
  case file(String)
  /// A descriptor that whoever started the process opened, such as `3` in `3<secret`.
  case descriptor(Int32)

  /// Reads the secret and hands it to `body`; the memory that it was read into is wiped afterwards. From then on the
  /// process leaves no core dump.
  ///
  /// One line end at the end of a file, a descriptor or a line typed is not part of it.
  ///
  /// - Parameters:
  ///   - warn: takes what is to be said of the source, such as a file that others can read.
  ///   - body: copies the octets to where they stay.
  /// - Returns: what `body` returns.
  /// - Throws: why there is no secret.
  public func read<Result>(
    warn: (SecretWarning) -> Void = { _ in }, _ body: (Span<UInt8>) -> Result
  ) throws(SecretSourceError) -> Result {
    CoreDumps.refuse()
    var octets = SecretBuffer()
    switch self {
    case .terminal(let prompt): try Terminal.read(into: &octets, asking: prompt)
    case .environment(let name): try octets.takeEnvironment(name)
    case .file(let path): try octets.takeFile(path, warn)
    case .descriptor(let number): try octets.take(from: number)
    }
    octets.dropLineEnd()
    if octets.count == 0 { throw .empty }
    return octets.show(body)
  }
}

/// What is to be said of a source that could be read nevertheless.
public enum SecretWarning: Sendable, Hashable, CustomStringConvertible {
  /// Others than the owner can read the file: the last three digits of its mode.
  case readableByOthers(path: String, mode: UInt32)

  /// One sentence.
  public var description: String {
    switch self {
    case .readableByOthers(let path, let mode):
      "\(path): other users can read it (mode \(String(mode, radix: 8))); chmod 600 makes it yours alone"
    }
  }
}

/// Why a secret could not be read. None of it comes from the secret.
public enum SecretSourceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no terminal to ask at.
  case noTerminal
  /// The environment variable is not set.
  case notSet(String)
  /// The system's number of the error.
  case system(Int32)
  /// It is a folder.
  case folder
  /// There is nothing in it.
  case empty
  /// There is more in it than any password or token has.
  case tooLong
  /// Nothing was typed before the end of input, or it was broken off.
  case brokenOff

  /// A phrase.
  public var description: String {
    switch self {
    case .noTerminal:
      """
      there is no terminal to ask for the password at; give it by --password-env, --password-file or --password-fd
      """
    case .notSet(let name): "the environment variable \(name) is not set"
    case .system(let number): unsafe String(cString: strerror(number))
    case .folder: "is a folder"
    case .empty: "the password is empty"
    case .tooLong: "the password has more than \(SecretBuffer.capacity) octets"
    case .brokenOff: "no password was typed"
    }
  }
}

/// Core dumps: images of the memory that the system writes when a process crashes.
public enum CoreDumps {
  /// From now on the process leaves none, and no other process of the user can look into its memory (prctl(2),
  /// PR_SET_DUMPABLE). False when the system refuses.
  @discardableResult
  public static func refuse() -> Bool { refuse_dumps() == 0 }

  /// Whether the process leaves none.
  public static var areRefused: Bool { dumps_are_refused() == 1 }
}
