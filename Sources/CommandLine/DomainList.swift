import ArgumentParser
import DNS

/// One domain that is to be audited, as it was asked for.
struct AuditTarget: Sendable {
  /// The name, or why the text is none.
  let name: Result<DomainName, ErrorLine>
}

/// The domains of a command line.
enum DomainList {
  /// Reads the arguments; `-` stands for the lines of standard input, in which blanks around a name, empty lines and
  /// everything from `#` on do not count.
  static func read(_ arguments: [String]) -> [AuditTarget] {
    arguments.flatMap { $0 == "-" ? readLines() : [target($0, place: nil)] }
  }

  private static func readLines() -> [AuditTarget] {
    Console.current.keptLines().enumerated().compactMap { index, line in
      let text = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.isEmpty ? nil : target(text, place: "standard input:\(index + 1)")
    }
  }

  private static func target(_ text: String, place: String?) -> AuditTarget {
    do throws(ErrorLine) {
      let name = try DomainArgument.parse(text)
      if name.labelCount < 2, !text.hasSuffix(".") { throw ErrorLine(text, hint(forSingleLabel: text)) }
      return AuditTarget(name: .success(name))
    } catch {
      let line = place.map { ErrorLine($0, error.description, error.status) } ?? error
      return AuditTarget(name: .failure(line))
    }
  }

  /// What a word without a dot may be meant for; a top-level domain is written with a final dot.
  private static func hint(forSingleLabel text: String) -> String {
    let commands = RootCommand.subcommands.compactMap { $0.configuration.commandName }
    let near = NearMiss.of(text.lowercased(), among: commands)
    let hint = near.isEmpty ? "" : "; did you mean '\(near.joined(separator: "' or '"))'?"
    return "is no command, and a domain has a dot" + hint
  }
}
