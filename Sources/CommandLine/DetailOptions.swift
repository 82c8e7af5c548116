import ArgumentParser
import Reporting

/// How much is written for people.
struct DetailOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Show everything: what is in order, and excerpts in full.")
  var verbose = false

  @Flag(name: .shortAndLong, help: "Show the answer in one line.")
  var quiet = false

  func validate() throws {
    if verbose, quiet { throw ValidationError("--quiet: cannot be had together with --verbose") }
  }

  /// An empty page as wide and as coloured as the terminal allows.
  var page: TextPage { TextPage(width: Console.current.width, isColoured: Console.current.isColoured) }
}
