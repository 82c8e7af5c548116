import ArgumentParser
import Foundation
import Testing

@testable import CommandLine

/// Manual pages: one for each command, complete, and of macros that man(7) has.
@Suite struct ManualPagesTests {
  static let macros: Set<Substring> = [".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".\\\""]

  static func pages() throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try ManualPages.all().map { ($0.path, String(decoding: $0.octets, as: UTF8.self)) })
  }

  @Test func everyCommandHasOne() throws {
    let shown = RootCommand.subcommands.filter { $0.configuration.shouldDisplay }
    let names = shown.compactMap { $0.configuration.commandName }.map { "mailaudit-\($0).1" }
    #expect(Set(try Self.pages().keys) == Set(names + ["mailaudit.1"]))
  }

  @Test func theyAreWellFormed() throws {
    for (name, page) in try Self.pages() {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.allSatisfy { !$0.isEmpty && !$0.hasPrefix("'") }, "\(name)")
      let used = lines.filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } }
      #expect(Set(used).subtracting(Self.macros).isEmpty, "\(name)")
      let fills = used.filter { $0 == ".nf" || $0 == ".fi" }
      #expect(fills.count % 2 == 0, "\(name)")
      for (index, macro) in fills.enumerated() { #expect(macro == (index % 2 == 0 ? ".nf" : ".fi"), "\(name)") }
      let sections = lines.filter { $0.hasPrefix(".SH ") }
      #expect(sections.prefix(2) == [".SH NAME", ".SH SYNOPSIS"] && sections.last == ".SH SEE ALSO", "\(name)")
      // A backslash is one of our own escapes.
      #expect(page.matches(of: /\\(?![-e&fB]|\(..|")/).isEmpty, "\(name)")
    }
  }

  @Test func optionsAreAllThere() throws {
    let pages = try Self.pages()
    for command in try HelpDump.own().subcommands ?? [] where command.shouldDisplay && command.commandName != "help" {
      let page = try #require(pages["mailaudit-\(command.commandName).1"])
      for argument in (command.arguments ?? []) where argument.shouldDisplay {
        for name in argument.names ?? [] {
          #expect(
            page.contains("\\fB" + ManualText.escaped(name.typed) + "\\fR"), "\(command.commandName) \(name.typed)")
        }
      }
    }
  }

  @Test(
    arguments: [
      (".x", "\\&.x"), ("a-b", "a\\-b"), ("\\n", "\\en"), ("it's", "it\\(aqs"), ("~^`", "\\(ti\\(ha\\(ga")
    ])
  func wordsHaveNoMeaningToRoff(words: String, escaped: String) {
    #expect(ManualText.escaped(words) == escaped)
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish])
  func completionsNameEveryCommand(shell: CompletionShell) {
    let script = RootCommand.completionScript(for: shell)
    for command in RootCommand.subcommands where command.configuration.shouldDisplay {
      #expect(script.contains(command.configuration.commandName ?? "?"))
    }
  }
}
