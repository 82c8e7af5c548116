import ArgumentParser
import FoundationEssentials

/// What the argument parser tells of a command: names, words and options.
struct HelpDump: Decodable {
  let command: Command

  /// A command or subcommand.
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  /// An argument, option or flag.
  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay: Bool
    let sectionTitle: String?
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?
  }

  /// How an argument is written.
  enum Kind: String, Decodable {
    /// By its place.
    case positional
    /// A name and a value.
    case option
    /// A name alone.
    case flag
  }

  /// A name of an option.
  struct Name: Decodable {
    let kind: String
    let name: String

    /// As it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  /// The whole command of ours.
  static func own() throws -> Command {
    try JSONDecoder().decode(HelpDump.self, from: Data(RootCommand._dumpHelp().utf8)).command
  }
}
