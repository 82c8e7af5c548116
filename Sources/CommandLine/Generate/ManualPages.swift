import Audit
import Checks

/// The manual pages: one of the command, one of each subcommand.
enum ManualPages {
  /// All pages; `path` is the name of the file.
  static func all() throws -> [GeneratedPage] {
    let root = try HelpDump.own()
    let shown = (root.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    let front = page(of: root, name: root.commandName, typed: root.commandName, others: shown.map(\.commandName)) {
      text in
      text.macro(".SH COMMANDS")
      for command in shown {
        text.macro(".TP")
        text.macro("\\fB" + ManualText.escaped(command.commandName) + "\\fR")
        text.words((command.abstract ?? "") + " See mailaudit-\(command.commandName)(1).")
      }
    }
    return [front]
      + shown.map { command in
        page(
          of: command, name: "mailaudit-" + command.commandName, typed: "mailaudit " + command.commandName, others: nil
        ) { _ in }
      }
  }

  private static func page(
    of command: HelpDump.Command, name: String, typed: String, others: [String]?, middle: (inout ManualText) -> Void
  ) -> GeneratedPage {
    var text = ManualText()
    text.macro(".\\\" Written by 'mailaudit generate --manual' from the code.")
    text.macro(
      ".TH \(ManualText.escaped(name.uppercased())) 1 \(Catalogue.version) \"mailaudit \(mailauditVersion)\" mailaudit")
    text.macro(".SH NAME")
    text.macro(ManualText.escaped(name) + " \\- " + ManualText.escaped(title(command.abstract ?? name)))
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    text.macro(".SH SYNOPSIS")
    text.macro(synopsis(typed, arguments, hasCommands: others != nil))
    if let discussion = command.discussion {
      text.macro(".SH DESCRIPTION")
      text.discussion(discussion)
    }
    middle(&text)
    options(arguments, &text)
    text.macro(".SH SEE ALSO")
    let pages = others?.map { "mailaudit-" + $0 } ?? ["mailaudit"]
    text.macro(pages.map { "\\fB" + ManualText.escaped($0) + "\\fR(1)" }.joined(separator: ", "))
    return GeneratedPage(path: name + ".1", octets: Array(text.text.utf8))
  }

  /// Without its full stop, as NAME wants it.
  private static func title(_ abstract: String) -> String {
    abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
  }

  private static func synopsis(_ typed: String, _ arguments: [HelpDump.Argument], hasCommands: Bool) -> String {
    var parts = ["\\fB" + ManualText.escaped(typed) + "\\fR"]
    if hasCommands { parts.append("\\fIcommand\\fR") }
    if arguments.contains(where: { $0.kind != .positional }) { parts.append("[\\fIoptions\\fR]") }
    for argument in arguments where argument.kind == .positional {
      let name = "\\fI" + ManualText.escaped(argument.valueName ?? "") + "\\fR" + (argument.isRepeating ? " ..." : "")
      parts.append(argument.isOptional ? "[" + name + "]" : name)
    }
    return parts.joined(separator: " ")
  }

  private static func options(_ arguments: [HelpDump.Argument], _ text: inout ManualText) {
    var section: String?
    text.macro(".SH OPTIONS")
    for argument in arguments {
      let title = argument.sectionTitle ?? (argument.kind == .positional ? "Arguments" : "General")
      if title != section { text.macro(".SS \"" + ManualText.escaped(title) + "\"") }
      section = title
      text.macro(".TP")
      text.macro(label(argument))
      text.words(explanation(argument))
    }
  }

  /// Its names and its value, as they are typed.
  private static func label(_ argument: HelpDump.Argument) -> String {
    let value = "\\fI" + ManualText.escaped(argument.valueName ?? "value") + "\\fR"
    guard argument.kind != .positional else { return value }
    let names = (argument.names ?? []).map { "\\fB" + ManualText.escaped($0.typed) + "\\fR" }.joined(separator: ", ")
    return argument.kind == .option ? names + " " + value : names
  }

  private static func explanation(_ argument: HelpDump.Argument) -> String {
    var words = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty { words += " Values: \(values.joined(separator: ", "))." }
    if argument.kind != .flag, let value = argument.defaultValue { words += " Default: \(value)." }
    return words
  }
}
