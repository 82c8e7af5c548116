import AuditTesting
import DNS
import Foundation

/// The tool behind `script/lab`.
///
/// It writes the configuration of the servers, plays the server that nsd cannot be (it fails, keeps silent,
/// truncates), and waits until a server answers.
enum LabCommand {
  private static let usage = """
    usage: LabServer generate FOLDER RESOLVER NSD SCRIPTED SCENARIO…
           LabServer serve ADDRESS@PORT SCENARIO…
           LabServer web FOLDER SCENARIO…
           LabServer mail FOLDER SCENARIO…
           LabServer postfix FOLDER SCENARIO…
           LabServer names DIALOGUE…
           LabServer submission FOLDER DIALOGUE…
           LabServer wait ADDRESS@PORT NAME SECONDS
    """

  static func run() async {
    do {
      try await obey(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("LabServer: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func obey(_ arguments: [String]) async throws {
    switch (arguments.first, arguments.count) {
    case ("generate", 6...):
      let servers = LabServers(
        resolver: try endpoint(arguments[2]), authority: try endpoint(arguments[3]),
        scripted: try endpoint(arguments[4]))
      try LabConfiguration(servers, try scenarios(arguments[5...])).write(to: arguments[1])
    case ("serve", 3...): try await ScriptedServer(try scenarios(arguments[2...])).serve(try endpoint(arguments[1]))
    case ("web", 3...): try await LabWeb.serve(try scenarios(arguments[2...]), folder: arguments[1])
    case ("mail", 3...): try await LabMail.serve(try scenarios(arguments[2...]), folder: arguments[1])
    case ("postfix", 3...): try LabMail.configurePostfix(try scenarios(arguments[2...]), folder: arguments[1])
    case ("names", 2...): print(DialogueScenario.zone(of: try dialogues(arguments[1...])), terminator: "")
    case ("submission", 3...):
      try await LabSubmission.serve(try dialogues(arguments[2...]), folder: arguments[1])
    case ("wait", 4):
      guard let name = DomainName(arguments[2]), let seconds = Int64(arguments[3]) else { throw Failure(usage) }
      guard try await Asker(try endpoint(arguments[1])).isAnswered(name, within: .seconds(seconds)) else {
        throw Failure("\(arguments[1]) does not answer")
      }
    default: throw Failure(usage)
    }
  }

  private static func scenarios(_ paths: ArraySlice<String>) throws -> [LabScenario] {
    try paths.map { path in try LabScenario(path: path) }
  }

  private static func dialogues(_ paths: ArraySlice<String>) throws -> [DialogueScenario] {
    try paths.map { path in
      let file = URL(fileURLWithPath: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      return try DialogueScenario(name: file.deletingPathExtension().lastPathComponent, text: text)
    }
  }

  private static func endpoint(_ text: String) throws -> Endpoint {
    let parts = text.split(separator: "@")
    guard parts.count == 2, let port = Int(parts[1]), IPAddress(String(parts[0])) != nil else { throw Failure(usage) }
    return Endpoint(address: String(parts[0]), port: port)
  }
}

/// Where a server listens.
struct Endpoint: CustomStringConvertible {
  let address: String
  let port: Int

  /// As nsd and unbound write it.
  var description: String { "\(address)@\(port)" }
}

/// Why the tool gives up.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
