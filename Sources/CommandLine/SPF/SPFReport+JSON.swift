import DNS
import MailAuthentication
import Reporting
import Syntax

extension SPFReport {
  /// The report for programs: `result`, `lookups` and `voidLookups` are null without an address.
  var json: JSON {
    [
      "domain": JSON(tree?.domain.description ?? evaluation?.check.domain),
      "ip": JSON(evaluation?.identity.address.description),
      "helo": JSON(evaluation.map { String(decoding: $0.identity.helo, as: UTF8.self) }),
      "sender": JSON(evaluation.map { Self.sender($0.identity) }),
      "result": JSON(evaluation?.result.rawValue),
      "problem": JSON(evaluation?.problem?.description),
      "explanation": JSON(evaluation?.explanation),
      "lookups": evaluation.map { .number($0.lookups) } ?? .null,
      "voidLookups": evaluation.map { .number($0.voidLookups) } ?? .null,
      "worstCaseLookups": tree.map { .number($0.worstCaseLookups) } ?? .null,
      "worstCaseVoidLookups": tree.map { tree in
        ["ipv4": .number(tree.voidLookups(v4: true)), "ipv6": .number(tree.voidLookups(v4: false))]
      } ?? .null,
      "isTruncated": .boolean(tree?.isTruncated ?? false),
      "decidedBy": .array((evaluation?.path ?? []).map { ["domain": .string($0.domain), "term": .string($0.term)] }),
      "evaluation": evaluation.map { Self.json(of: $0.check) } ?? .null,
      "tree": tree.map { Self.json(of: $0.root, in: $0) } ?? .null
    ]
  }

  private static func sender(_ identity: SPFIdentity) -> String {
    String(decoding: identity.localPart + [UInt8(ascii: "@")] + identity.senderDomain, as: UTF8.self)
  }

  // MARK: The trace

  private static func json(of check: SPFCheck) -> JSON {
    [
      "domain": .string(check.domain),
      "record": JSON(check.record.map { String(decoding: $0.text, as: UTF8.self) }),
      "result": .string(check.result.rawValue),
      "problem": JSON(check.problem?.description),
      "terms": .array(check.steps.map(json))
    ]
  }

  private static func json(of step: SPFStep) -> JSON {
    [
      "term": .string(step.text),
      "target": JSON(step.target),
      "outcome": .string(outcome(step)),
      "lookups": .number(step.lookups),
      "voidLookups": .number(step.voidLookups),
      "answers": .array(step.answers.map(json)),
      "check": step.check.map(json) ?? .null
    ]
  }

  private static func outcome(_ step: SPFStep) -> String {
    switch step.outcome {
    case .match: "match"
    case .noMatch: "no match"
    case .redirected(let result), .error(let result, _): result.rawValue
    }
  }

  private static func json(of answer: DNSAnswer) -> JSON {
    var answers: [String] = []
    var outcome = "records"
    switch answer.outcome {
    case .records(let records): answers = records.map(\.data.description)
    case .noData: outcome = "no data"
    case .nameError: outcome = "name error"
    case .failure(let failure): outcome = failure.description
    }
    return [
      "name": .string(answer.question.name.description), "type": .string(answer.question.type.description),
      "outcome": .string(outcome), "records": JSON(answers)
    ]
  }

  // MARK: The tree

  private static func json(of node: SPFTree.Node, in tree: SPFTree) -> JSON {
    let record = node.publication.record
    return [
      "domain": .string(node.domain.description),
      "record": JSON(record.map { String(decoding: $0.text, as: UTF8.self) }),
      "state": .string(node.publication.state.fault ?? "record"),
      "faults": .array((record?.faults ?? []).map(json)),
      "terms": .array(node.reachedTerms.map { json(of: $0, in: tree) })
    ]
  }

  private static func json(of fault: SyntaxFault) -> JSON {
    [
      "offset": .number(fault.range.lowerBound), "length": .number(fault.range.count),
      "message": .string(fault.message), "reference": .string(fault.reference),
      "isFatal": .boolean(fault.gravity == .fatal)
    ]
  }

  private static func json(of place: SPFTree.Place, in tree: SPFTree) -> JSON {
    let term = tree.term(at: place)
    return [
      "term": .string(term.text),
      "lookups": .number(tree.lookups(of: place)),
      "voidNames": JSON(tree.deadNames(of: place).map(\.description)),
      "isLoop": .boolean(term.isLoop),
      "answers": .array((term.answers + term.exchangeAnswers).map(json)),
      "node": term.child.map { json(of: tree.nodes[$0], in: tree) } ?? .null
    ]
  }
}
