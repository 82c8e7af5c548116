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

  @Flag(name: .shortAndLong, help: "Show everything: what is in order, and excerpts in full.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show the answer in one line.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--quiet: cannot be had together with --verbose") }
  }

  /// An empty page as wide and as coloured as the terminal allows.
  var page: TextPage { TextPage(width: Console.current.width, isColoured: Console.current.isColoured) }

  /// Writes a page to standard output.
  func write(_ page: TextPage) throws { try Console.current.output(page.octets) }

  /// Writes JSON to standard output, one member a line.
  func write(_ json: JSON) throws { try Console.current.output(json.octets()) }
}
