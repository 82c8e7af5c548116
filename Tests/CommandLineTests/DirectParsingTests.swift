import ArgumentParser
import Testing

@testable import CommandLine

/// The short way to a command says what the way through the root says.
@Suite struct DirectParsingTests {
  @Test func everySubcommandHasAName() {
    #expect(RootCommand.subcommands.allSatisfy { $0.configuration.commandName?.isEmpty == false })
  }

  @Test(arguments: [
    ["example.org"], ["audit", "example.org"], ["--format", "json", "example.org"], ["example.org", "--format", "json"],
    ["probe", "mail.example.org", "--from", "a@example.org", "--to", "b@example.org"], ["checks"], ["--", "checks"],
    ["--areas", "spf", "checks"], ["explain", "SPF-PRESENT"], ["example.org", "mx"], ["help"], ["help", "probe"], []
  ])
  func choosesTheSameCommand(arguments: [String]) throws {
    let (short, long) = (try RootCommand.command(of: arguments), try RootCommand.parseAsRoot(arguments))
    #expect(type(of: short) == type(of: long))
  }

  @Test(arguments: [
    ["--version"], ["probe", "--version"], ["probe", "--help"], ["--help", "probe"], ["--nonsense"], ["probe"],
    ["probe", "--nonsense"], ["explain"], ["example.org", "--help"], ["checks", "--area", "nope"]
  ])
  func complainsInTheSameWords(arguments: [String]) {
    let short = Self.message { try RootCommand.command(of: arguments) }
    let long = Self.message { try RootCommand.parseAsRoot(arguments) }
    #expect(short == long)
  }

  @Test(arguments: ["--help", "-h", "help"])
  func theRootHasOnePageOfHelp(argument: String) throws {
    let page = try #require(Self.message { try RootCommand.parseAsRoot(["--help"]) })
    #expect(RootCommand.helpAlone([argument]) == page + "\n")
  }

  /// What the parser says instead of giving a command: requests for help are commands of its own, which throw the page.
  private static func message(_ parse: () throws -> any ParsableCommand) -> String? {
    do {
      var command = try parse()
      if RootCommand.subcommands.contains(where: { $0 == type(of: command) }) { return nil }
      try command.run()
      return nil
    } catch {
      return RootCommand.fullMessage(for: error, columns: 80)
    }
  }
}
