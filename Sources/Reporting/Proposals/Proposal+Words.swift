import AuditModel

extension AuditReport {
  /// What is proposed to mend what a check found.
  func proposals(for check: CheckID) -> [Proposal] { proposals.filter { $0.check == check } }
}

extension Proposal {
  /// What is known of the change, a sentence.
  var proofSentence: String {
    switch proof {
    case .proven(let trial):
      let sentences = ["\(trial.mended(check)), and none of \(trial.compared) other checks gets worse."] + trial.details
      return "proven: " + sentences.joined(separator: " ")
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

extension Proposal.Trial {
  fileprivate func mended(_ check: CheckID) -> String {
    switch mending {
    case .passes: "\(check) passes then"
    case .gone: "what \(check) judges is gone then"
    case .remark: "\(check) has only a remark then"
    }
  }

  fileprivate var details: [String] {
    var sentences: [String] = []
    if !better.isEmpty { sentences.append("Better too: \(Self.names(better)).") }
    if !next.isEmpty { sentences.append("Then to be seen to: \(Self.names(next)).") }
    if let spf {
      let errors = spf.errors == 0 ? "" : "; at \(spf.errors) more it gives an error now"
      sentences.append("SPF says the same as now at all \(spf.same) addresses where a block begins or ends\(errors).")
    }
    return sentences
  }

  private static func names(_ checks: [CheckID]) -> String { checks.map(\.rawValue).joined(separator: ", ") }
}

extension TextPage {
  /// A proposal: the records on lines of their own, so that they can be copied.
  mutating func proposal(_ proposal: Proposal) {
    deeds(of: proposal)
    for remark in proposal.remarks { paragraph(remark, label: Span("Note", .bold), labelWidth: 6, indent: 3) }
    paragraph(proposal.proofSentence, indent: 3, paint: proposal.isProven ? .green : .dim)
  }

  /// The records of a proposal.
  mutating func deeds(of proposal: Proposal) {
    for deed in proposal.deeds {
      line(Span(deed.word, .bold), indent: 3)
      line(Span(deed.record), indent: 5)
    }
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
