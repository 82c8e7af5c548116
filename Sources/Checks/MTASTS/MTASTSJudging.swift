import AuditModel
import DNS
import HTTPS
import MailAuthentication
import Survey
import Syntax

extension DomainSurvey {
  /// Why nothing has to protect mail on its way to the domain, or why nobody can tell; nil when it receives mail.
  var withoutReception: Judgement? {
    switch mx.delivery {
    case .exchanges, .implicit: nil
    case .null, .none: .notApplicable("\(domain) receives no mail")
    case .unknown: .findings(mx.unread.compactMap(Finding.unread))
    }
  }

  /// Judges the policy file of a record that counts: not applicable without one.
  func judgePolicyFile(_ judge: (HTTPSFile) -> Judgement) -> Judgement {
    if let unread = Judgement.unread(mtaSTS.selection.answer) { return unread }
    guard case .record(let record) = mtaSTS.selection.outcome, let file = mtaSTS.file else {
      return .notApplicable("\(domain) has no single record of MTA-STS")
    }
    return record.isSound ? judge(file) : .notApplicable("the record of MTA-STS is void")
  }

  /// Judges the policy as far as it came, valid or not.
  func judgePolicyText(_ judge: (Parsed<MTASTSPolicy>, HTTPSAnswer) -> Judgement) -> Judgement {
    judgePolicyFile { file in
      if let policy = mtaSTS.policy { return judge(policy, file.answer) }
      if let unseen = file.unseen("The policy of MTA-STS") { return .findings([unseen]) }
      if file.answer.response?.isTruncated == true {
        return .unknown("The policy is longer than senders have to read, and was not read.", evidence: file.evidence)
      }
      return .notApplicable("the policy server gives no policy")
    }
  }

  /// Judges a valid policy.
  func judgePolicy(_ judge: (MTASTSPolicy, Parsed<MTASTSPolicy>, HTTPSAnswer) -> Judgement) -> Judgement {
    judgePolicyText { parsed, answer in
      guard parsed.isSound, let policy = parsed.value else { return .notApplicable("the policy of MTA-STS is void") }
      return judge(policy, parsed, answer)
    }
  }

  /// A text of a record as evidence, with the octets that matter.
  func evidence<Record>(
    _ parsed: Parsed<Record>, of selection: RecordSelection<Record>, _ highlight: Range<Int>? = nil
  ) -> Evidence {
    Evidence(
      text: parsed.text, of: selection.answer.question, highlight: highlight,
      server: selection.answer.provenance.server)
  }
}

extension RecordSelection {
  /// The faults of a record as findings: what makes it void fails, what is ignored warns, remarks are left out.
  func findings(_ parsed: Parsed<Record>) -> [Finding] {
    parsed.faults.filter { $0.gravity != .remark }.map { fault in
      Finding(
        fault.gravity == .fatal ? .fail : .warn, fault.sentence,
        evidence: [
          Evidence(
            text: parsed.text, of: answer.question, highlight: fault.range.isEmpty ? nil : fault.range,
            server: answer.provenance.server)
        ])
    }
  }

  /// What several records, or texts that are nearly records, make of a check; nil when there is one record or none.
  func misuse(_ version: String) -> Judgement? {
    switch outcome {
    case .several:
      return .fail(
        "\(answer.question.name) has \(records.count) records, so none of them counts.", evidence: [Evidence(answer)],
        remedy: "Keep one of the records and delete the others.")
    case .nearMiss:
      return .findings(
        nearMisses.map { text in
          Finding(
            .fail, "The text does not begin with \(version); and so counts as no record.",
            evidence: [Evidence(text: text, of: answer.question, server: answer.provenance.server)])
        })
    case .record, .absent, .failure: return nil
    }
  }
}

extension MTASTSPolicy {
  /// A field of the policy as evidence.
  func evidence(_ name: String, _ parsed: Parsed<MTASTSPolicy>, _ answer: HTTPSAnswer) -> [Evidence] {
    guard let field = field(name) else { return [Evidence(answer)] }
    return [Evidence(text: parsed.text, at: field.name.lowerBound..<field.value.upperBound, of: answer)]
  }
}
