import AuditModel

extension HTMLPage {
  /// Pictures of what was looked at.
  mutating func exhibits(_ exhibits: [Exhibit]) {
    for exhibit in exhibits {
      switch exhibit {
      case .tree(let tree): self.tree(tree)
      case .matrix(let matrix): self.matrix(matrix)
      }
    }
  }

  /// A tree of nested lists; the lines between them are drawn by the style sheet.
  private mutating func tree(_ tree: TreeExhibit) {
    section(tree.title) { page in
      page.raw("<div class=\"wide\">\n<ul class=\"tree\">\n")
      page.node(tree.root, depth: 0)
      page.raw("</ul>\n</div>\n")
    }
  }

  private mutating func node(_ node: TreeExhibit.Node, depth: Int) {
    let mark = node.verdict.map { "<span class=\"mark \($0.rawValue)\" title=\"\($0.words)\">\($0.sign)</span> " } ?? ""
    raw("<li>\(mark)\(Self.inline("code", node.label))")
    if !node.note.isEmpty { raw(" \(Self.inline("span", node.note, class: "dim"))") }
    if !node.children.isEmpty, depth < Self.deepest {
      raw("\n<ul>\n")
      for child in node.children { self.node(child, depth: depth + 1) }
      raw("</ul>\n")
    }
    raw("</li>\n")
  }

  /// Deeper trees cannot be read any more.
  private static let deepest = 16

  private mutating func matrix(_ matrix: MatrixExhibit) {
    section(matrix.title) { page in
      page.table(
        matrix.columns,
        matrix.rows.map { row in
          [Self.inline("code", row.label)]
            + row.cells.map { cell in
              "<span class=\"mark \(cell.verdict.rawValue)\">\(cell.verdict.sign)</span> \(MarkupText.of(cell.words))"
            }
        }, class: "matrix")
    }
  }

  /// What was done, one step after the other.
  mutating func proceedings(_ proceedings: Proceedings?) {
    guard let proceedings else { return }
    section("Step by step") { page in
      page.table(
        ["Step", "Result"],
        proceedings.steps.map { step in
          let mark = "<span class=\"mark \(step.verdict.rawValue)\">\(step.verdict.sign)</span> "
          let place = step.place.isEmpty ? "" : " " + Self.inline("span", step.place, class: "dim")
          return [Self.inline("span", step.name) + place, mark + MarkupText.of(step.result)]
        })
      guard !proceedings.transcript.isEmpty else { return }
      page.raw("<details><summary>Transcript</summary>\n<pre>")
      page.raw(proceedings.transcript.map { MarkupText.of($0) + "\n" }.joined())
      page.raw("</pre>\n</details>\n")
    }
  }
}

extension Verdict {
  /// One sign, so that colours are not all that tells verdicts apart.
  var sign: String {
    switch self {
    case .pass: "✓"
    case .fail: "✗"
    case .warn: "!"
    case .info: "i"
    case .unknown: "?"
    case .notApplicable: "–"
    }
  }
}
