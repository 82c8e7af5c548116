import ArgumentParser
import Reporting

/// How results are written.
struct OutputOptions: ParsableArguments {
  /// The forms of a result.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs.
    case json
  }

  @Option(help: "The form of the result.")
  var format: Format = .text

  @OptionGroup var extent: DetailOptions

  var verbose: Bool { extent.verbose }
  var quiet: Bool { extent.quiet }
  var page: TextPage { extent.page }

  /// Writes a page to standard output.
  func write(_ page: TextPage) throws { try Console.current.output(page.octets) }

  /// Writes JSON to standard output, one member a line.
  func write(_ json: JSON) throws { try Console.current.output(json.octets()) }
}
