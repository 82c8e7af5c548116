import DNS
import MailAuthentication
import Reporting
import Syntax

extension SPFReport {
  /// Writes the answer first, then the trace, then the tree.
  func write(to page: inout TextPage, isQuiet: Bool) {
    if let evaluation { writeAnswer(evaluation, to: &page) }
    if let tree { writeWorstCase(tree, to: &page) }
    if isQuiet { return }
    if let evaluation {
      page.line()
      page.line(Span("Evaluation for \(evaluation.identity.address)", .bold))
      write(evaluation.check, to: &page, indent: 2)
    }
    if let tree {
      page.line()
      page.line(Span("Worst case: nothing matches", .bold))
      write(tree.root, of: tree, to: &page, indent: 2)
    }
  }

  private func writeAnswer(_ evaluation: SPFEvaluation, to page: inout TextPage) {
    let result = evaluation.result
    page.line(Span(evaluation.check.domain, .bold), ": ", Span(result.rawValue, result.paint))
    if let last = evaluation.path.last, evaluation.problem == nil {
      page.paragraph("\(last.term) in the record of \(last.domain)", indent: 2)
    }
    if let problem = evaluation.problem { page.paragraph(problem.description, indent: 2) }
    if let explanation = evaluation.explanation { page.paragraph("Explanation: \(explanation)", indent: 2) }
    page.paragraph(
      "\(evaluation.lookups) of 10 look-ups, \(evaluation.voidLookups) of 2 void look-ups for this address", indent: 2)
  }

  private func writeWorstCase(_ tree: SPFTree, to page: inout TextPage) {
    if let fault = tree.root.publication.state.fault, evaluation == nil {
      page.line(Span(tree.domain.description, .bold), ": ", Span(fault, .red))
    }
    let lookups = tree.worstCaseLookups
    let bound = tree.isTruncated ? "at least " : ""
    page.line(
      Span(tree.domain.description, .bold), ": ",
      Span("\(bound)\(lookups) of 10 look-ups in the worst case", lookups > 10 ? .red : lookups > 8 ? .yellow : .green))
  }

  // MARK: The trace

  private func write(_ check: SPFCheck, to page: inout TextPage, indent: Int) {
    page.line([Span(check.domain, .bold), Span("  \(Self.text(of: check.record) ?? "")", .dim)], indent: indent)
    if check.steps.isEmpty, let problem = check.problem {
      page.line(Span(problem.description, .red), indent: indent + 2)
    }
    for step in check.steps {
      page.line([Span(step.text), Span(Self.cost(step.lookups, step.voidLookups), .dim), step.span], indent: indent + 2)
      for answer in step.answers { page.line(Span(Self.line(for: answer), .dim), indent: indent + 6) }
      if let nested = step.check { write(nested, to: &page, indent: indent + 4) }
    }
  }

  // MARK: The tree

  private func write(_ node: SPFTree.Node, of tree: SPFTree, to page: inout TextPage, indent: Int) {
    let record = Self.text(of: node.publication.record) ?? ""
    page.line([Span(node.domain.description, .bold), Span("  \(record)", .dim)], indent: indent)
    if let fault = node.publication.state.fault { page.line(Span(fault, .red), indent: indent + 2) }
    for fault in node.publication.record?.faults ?? [] where fault.gravity == .fatal {
      page.line(
        Span("at \(fault.range.lowerBound + 1): \(fault.message) (\(fault.reference))", .red), indent: indent + 2)
    }
    for place in node.reachedTerms {
      let term = tree.term(at: place)
      let cost = Self.cost(tree.lookups(of: place), 0)
      let dead = tree.deadNames(of: place).map { " void: \($0)" }.joined()
      let loop = term.isLoop ? " a loop" : ""
      page.line([Span(term.text), Span(cost, .dim), Span(dead, .yellow), Span(loop, .red)], indent: indent + 2)
      if let child = term.child { write(tree.nodes[child], of: tree, to: &page, indent: indent + 4) }
    }
  }

  // MARK: Words

  private static func cost(_ lookups: Int, _ voids: Int) -> String {
    let counted = lookups == 0 ? "" : "  \(lookups) look-up\(lookups == 1 ? "" : "s")"
    return counted + (voids == 0 ? "" : ", \(voids) void")
  }

  private static func text(of record: Parsed<SPFRecord>?) -> String? {
    record.map { String(decoding: $0.text, as: UTF8.self) }
  }

  private static func line(for answer: DNSAnswer) -> String {
    let outcome =
      switch answer.outcome {
      case .records(let records): records.map(\.data.description).joined(separator: ", ")
      case .noData: "no such record"
      case .nameError: "no such name"
      case .failure(let failure): failure.description
      }
    return "\(answer.question): \(outcome)"
  }
}

extension SPFStep {
  /// What came of the term, painted.
  fileprivate var span: Span {
    switch outcome {
    case .match: Span("  matches", term.qualifier?.result.paint ?? .plain)
    case .noMatch: Span("  no match", .dim)
    case .redirected(let result): Span("  \(result.rawValue)", result.paint)
    case .error(let result, let problem): Span("  \(result.rawValue): \(problem)", .red)
    }
  }
}

extension SPFResult {
  /// How the result looks.
  fileprivate var paint: Paint {
    switch self {
    case .pass: .green
    case .fail, .permerror: .red
    case .softfail, .neutral, .none: .yellow
    case .temperror: .blue
    }
  }
}
