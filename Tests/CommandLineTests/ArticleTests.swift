import ArgumentParser
import Foundation
import Testing

@testable import CommandLine

/// Every command that an article or the README shows can be typed. What the main ones write stands in
/// `Fixtures/articles.transcript`.
@Suite struct ArticleTests {
  static let project = GeneratedPagesTests.project
  static let folder = "Sources/CommandLine/CommandLine.docc"
  static let articles = [
    "ReadingAReport", "RunningFromCron", "ScanningManyDomains", "WhyMailLandsInSpam", "AddingACheck"
  ]

  /// The commands in a page: in indented lines and between backticks, without what the shell does around them.
  static func commands(in text: String) -> [String] {
    let indented = text.split(separator: "\n").filter { $0.hasPrefix("    ") }
    let running = text.split(separator: "\n").filter { !$0.hasPrefix("    ") }
    let quoted = running.flatMap { line in
      line.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
    }
    return (indented + quoted).compactMap { line in
      guard let match = line.firstMatch(of: /(^|[ (]|\/usr\/bin\/)(mailaudit [^<>|);]*)/) else { return nil }
      let command = match.2.split(separator: " #")[0].split(separator: " 2")[0].trimmingCharacters(in: .whitespaces)
      return command.contains("$") || command.contains("…") ? nil : command
    }
  }

  @Test(arguments: articles.map { "\(folder)/\($0).md" } + ["README.md"])
  func commandsCanBeTyped(page: String) throws {
    let text = try String(contentsOf: Self.project.appending(path: page), encoding: .utf8)
    let commands = Self.commands(in: text)
    #expect(!commands.isEmpty)
    for command in commands {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      // A name alone, in running text, names the subcommand.
      if words.count == 1, RootCommand.subcommands.contains(where: { $0.configuration.commandName == words[0] }) {
        continue
      }
      #expect(throws: Never.self, "\(page): \(command)") { _ = try RootCommand.command(of: words) }
    }
  }

  @Test func commandsAreFound() {
    let text = """
      A `mailaudit data` here, (`mailaudit message mail.eml`).

          mailaudit audit - < domains.txt   # a remark
          17 5 * * * nobody r=$(mailaudit spf 2>&1) || echo "$r"
          ExecStart=/usr/bin/mailaudit mx example.org
      """
    #expect(
      Self.commands(in: text) == [
        "mailaudit audit -", "mailaudit spf", "mailaudit mx example.org", "mailaudit data", "mailaudit message mail.eml"
      ])
  }

  @Test func articlesAreListed() throws {
    let page = try String(contentsOf: Self.project.appending(path: "\(Self.folder)/CommandLine.md"), encoding: .utf8)
    for article in Self.articles { #expect(page.contains("<doc:\(article)>")) }
  }
}
