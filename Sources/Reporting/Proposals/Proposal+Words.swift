import AuditModel

extension AuditReport {
  /// What is proposed to mend what a check found.
  func proposals(for check: CheckID) -> [Proposal] { proposals.filter { $0.check == check } }
}

extension Proposal {
  /// What is known of the change, a sentence.
  var proofSentence: String {
    switch proof {
    case .proven(let next):
      let then = next.isEmpty ? "" : " Then to be seen to: \(next.map(\.rawValue).joined(separator: ", "))."
      return "proven: \(check) passes then, and nothing that could be judged gets worse." + then
    case .notProvable(let reason): return "not proven: \(reason)"
    }
  }

  /// What to do, each with a word in front: whose records go and whose come.
  var deeds: [(word: String, record: String)] {
    changes.flatMap { change in
      let place = change.owner.map { " (by the owner of \($0))" } ?? ""
      return change.removed.map { ("Remove" + place, $0.zoneLine) }
        + change.added.map { ("Publish" + place, $0.zoneLine) }
    }
  }
}

extension TextPage {
  /// A proposal: the records on lines of their own, so that they can be copied.
  mutating func proposal(_ proposal: Proposal) {
    for deed in proposal.deeds {
      line(Span(deed.word, .bold), indent: 3)
      line(Span(deed.record), indent: 5)
    }
    for remark in proposal.remarks { paragraph(remark, label: Span("Note", .bold), labelWidth: 6, indent: 3) }
    paragraph(proposal.proofSentence, indent: 3, paint: proposal.isProven ? .green : .dim)
  }

  /// Proposals for what is only worth knowing.
  mutating func otherProposals(of report: AuditReport, besides causes: [RootCause]) {
    let told = Set(causes.map(\.outcome.check))
    let left = report.proposals.filter { !told.contains($0.check) }
    guard !left.isEmpty else { return }
    line()
    line(Span("Records for the rest", .bold))
    for proposal in left {
      line()
      line(Span(proposal.check.rawValue, .bold), indent: 3)
      self.proposal(proposal)
    }
  }
}

extension HTMLPage {
  /// A proposal beside what is to be done.
  mutating func proposal(_ proposal: Proposal) {
    for deed in proposal.deeds {
      raw("<p>\(Self.inline("strong", deed.word)) \(Self.inline("code", VisibleText.of(deed.record)))</p>\n")
    }
    for remark in proposal.remarks { element("p", remark) }
    element("p", proposal.proofSentence)
  }
}
