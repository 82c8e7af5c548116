import ArgumentParser

extension RootCommand {
  /// The command that the arguments ask for.
  ///
  /// On the way from the root the parser asks every property of the default subcommand and of the chosen one what it is,
  /// several times over, which costs milliseconds. So the chosen one reads its arguments alone, and only what it cannot
  /// read (errors, requests for help) goes through the root, whose words name the whole command.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    if let (chosen, rest) = choice(of: arguments), let command = try? chosen.parseAsRoot(Array(rest)),
      type(of: command) == chosen
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// The subcommand that is named, or else the default one, and its arguments; nil when the root is to decide.
  private static func choice(of arguments: [String]) -> (any ParsableCommand.Type, ArraySlice<String>)? {
    guard let name = arguments.first, name != "help" else { return nil }
    guard let named = subcommands.first(where: { $0.configuration.commandName == name }) else {
      return (AuditCommand.self, arguments[...])
    }
    return named.configuration.subcommands.isEmpty ? (named, arguments.dropFirst()) : nil
  }

  /// The page of help of the root when nothing else is asked for: there is nothing to parse then.
  static func helpAlone(_ arguments: [String]) -> String? {
    guard [["--help"], ["-h"], ["help"]].contains(arguments) else { return nil }
    return helpMessage(columns: Console.current.width) + "\n"
  }
}
