/// The problems of libyaml in words that tell what to look for.
enum YAMLProblem {
  /// Whether the place to look at is where the text, list or comment began that has no end.
  static func isAboutTheBeginning(_ problem: String) -> Bool {
    problem == "found unexpected end of stream" || problem.hasPrefix("did not find expected ','")
  }

  static func words(_ problem: String) -> String {
    known[problem]
      ?? (problem.hasPrefix("did not find expected ','") ? "a list in brackets that begins here does not end" : problem)
  }

  private static let known = [
    "found unexpected end of stream": "a text in quotes that begins here does not end",
    "found character that cannot start any token":
      "no value begins with this sign: a tab cannot indent, and a text that begins with @, ` or % needs quotes",
    "found a tab character that violates indentation": "a tab cannot indent: put blanks in its place",
    "mapping values are not allowed in this context":
      "a colon too many, or an indentation that fits to no line above: put a value with a colon in quotes",
    "did not find expected key": "the indentation fits to no line above, or a text in quotes ended before this",
    "did not find expected '-' indicator": "the indentation fits to no line above, or a - is missing",
    "could not find expected ':'": "a colon with a blank is missing behind a name, or a text in quotes does not end",
    "did not find expected <document start>": "text stands behind the end of the document",
    "found undefined tag handle": "a value that begins with ! needs quotes",
    "block sequence entries are not allowed in this context": "a list that begins with - needs a line of its own"
  ]
}
