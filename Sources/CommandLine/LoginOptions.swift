import ArgumentParser
import AuditModel
import OpenSSLKit
import ProcessKit
import SASL

/// How to log in: the mechanism, and where the password or the token comes from. It is never an argument: everybody on
/// the machine can read arguments.
struct LoginOptions: ParsableArguments {
  @Option(
    name: .customLong("password-env"),
    help: ArgumentHelp("The environment variable that holds the password or the token.", valueName: "name"))
  var variable: String?

  @Option(
    name: .customLong("password-file"),
    help: ArgumentHelp(
      "The file that holds the password or the token; a line end at its end is not part of it.", valueName: "file"))
  var file: String?

  @Option(
    name: .customLong("password-fd"),
    help: ArgumentHelp(
      "The descriptor to read the password or the token from, such as 3 in 3<secret.", valueName: "number"))
  var descriptor: Int32?

  @Option(
    name: .customLong("auth"),
    help: ArgumentHelp(
      """
      The login mechanism: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-1, SCRAM-SHA-256, both with -PLUS, XOAUTH2 or OAUTHBEARER. \
      Without it the strongest that the server offers is used; XOAUTH2 and OAUTHBEARER make the secret a token.
      """, valueName: "mechanism"), transform: Self.mechanism)
  var mechanism: SASLMechanism?

  @Flag(
    name: .customLong("allow-insecure-auth"),
    help: """
      Log in even when the connection is not encrypted or its certificate is not good: whoever is in between may learn \
      the password.
      """)
  var allowsInsecure = false

  private static func mechanism(_ name: String) throws -> SASLMechanism {
    guard let mechanism = SASLMechanism(name: name) else {
      let known = SASLMechanism.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(name) is none of \(known)")
    }
    return mechanism
  }

  func validate() throws {
    let given = [variable != nil, file != nil, descriptor != nil].count { $0 }
    guard given <= 1 else { throw ValidationError("give one of --password-env, --password-file and --password-fd") }
    if let descriptor, descriptor < 0 { throw ValidationError("--password-fd takes the number of an open descriptor") }
  }

  /// Where the secret comes from; the terminal when nothing else is said.
  func source(for user: String) -> SecretSource {
    if let variable { return .environment(variable) }
    if let file { return .file(file) }
    if let descriptor { return .descriptor(descriptor) }
    return .terminal(prompt: mechanism?.takesToken == true ? "Token of \(user): " : "Password of \(user): ")
  }

  /// Reads the secret.
  ///
  /// - Parameters:
  ///   - user: who logs in; shown in the question at the terminal.
  ///   - authorization: the identity to act as; empty for that of the user.
  ///   - warn: takes what is to be said of the source.
  /// - Returns: who logs in, and by what.
  /// - Throws: the line that says why there is no secret.
  func credentials(
    of user: String, actingAs authorization: String = "", warn: (SecretWarning) -> Void
  ) throws(ErrorLine) -> SASLCredentials {
    let secret: Secret
    do {
      secret = try source(for: user).read(warn: warn) { Secret($0) }
    } catch {
      throw ErrorLine(place, error.description, error.isOfTheSystem ? .inputOutput : .usage)
    }
    if mechanism?.takesToken == true { return SASLCredentials(user: user, token: secret) }
    return SASLCredentials(user: user, password: secret, actingAs: authorization)
  }

  private var place: String {
    if variable != nil { return "--password-env" }
    if let file { return file }
    return descriptor.map { "--password-fd \($0)" } ?? ""
  }
}

extension SecretSourceError {
  fileprivate var isOfTheSystem: Bool {
    switch self {
    case .system, .folder: true
    case .noTerminal, .notSet, .empty, .tooLong, .brokenOff: false
    }
  }
}
