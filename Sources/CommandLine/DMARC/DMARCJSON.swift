import DNS
import MailAuthentication
import Reporting
import Survey
import Syntax

/// The answer of `mailaudit dmarc` for programs.
enum DMARCJSON {
  /// Everything that the page shows.
  static func of(_ view: DMARCView) -> JSON {
    let survey = view.survey
    let found = survey.policyRecord.value ?? nil
    return [
      "schema": "mailaudit-dmarc-1",
      "domain": .string(view.domain.description),
      "policyDomain": JSON(found?.domain.description),
      "role": JSON(found?.role.rawValue),
      "record": JSON(found.map { String(decoding: $0.record.text, as: UTF8.self) }),
      "faults": .array((found?.record.faults ?? []).map(of)),
      "organizationalDomain": JSON(survey.organizationalDomain.value?.description),
      "policies": .object(view.fates.map { .init(name(of: $0.subject), of($0)) }),
      "walk": .array(
        survey.discovery.walk.steps.map { of($0, isUsed: true) }
          + survey.discovery.walk.unusedSteps.map { of($0, isUsed: false) }),
      "rfc7489": former(view),
      "differences": view.differences.map { .array($0.map(of)) } ?? .null,
      "reports": .array(survey.authorizations.map(of))
    ]
  }

  private static func name(of subject: DMARCRecord.Subject) -> String {
    switch subject {
    case .domain: "domain"
    case .existingSubdomain: "existingSubdomain"
    case .nonexistentSubdomain: "nonexistentSubdomain"
    }
  }

  private static func of(_ fate: DMARCView.Fate) -> JSON {
    let state = fate.failure != nil ? "undecided" : fate.policy == nil ? "none" : "applies"
    return [
      "state": .string(state),
      "policy": JSON(fate.policy?.policy.description),
      "published": JSON(fate.policy?.published.description),
      "tag": JSON(fate.policy?.source.rawValue),
      "isTesting": .boolean(fate.policy?.isTesting ?? false),
      "policyDomain": JSON(fate.policyDomain?.description),
      "error": JSON(fate.failure.map { "\($0.question): \($0.failure)" })
    ]
  }

  private static func of(_ step: DMARCWalkStep, isUsed: Bool) -> JSON {
    let state =
      switch step.outcome {
      case .record: "record"
      case .noRecord: "noRecord"
      case .severalRecords: "severalRecords"
      case .temporaryError: "temporaryError"
      }
    return [
      "name": .string("_dmarc.\(step.domain)"), "outcome": .string(state), "isPartOfTheWalk": .boolean(isUsed),
      "records": JSON(step.records.map { String(decoding: $0.text, as: UTF8.self) }),
      "error": JSON(step.answer?.failure?.description)
    ]
  }

  private static func of(_ fault: SyntaxFault) -> JSON {
    [
      "start": .number(fault.range.lowerBound), "end": .number(fault.range.upperBound),
      "message": .string(fault.message), "reference": .string(fault.reference), "gravity": .string("\(fault.gravity)")
    ]
  }

  private static func former(_ view: DMARCView) -> JSON {
    let former = view.survey.former
    let found = former.policy.value ?? nil
    return [
      "organizationalDomain": .string(former.organizationalDomain.description),
      "publicSuffixList": JSON(view.suffixListDate),
      "policyDomain": JSON(found?.domain.description),
      "policy": JSON(found?.policy?.description),
      "percentage": found.map { .number($0.percentage) } ?? .null
    ]
  }

  private static func of(_ difference: DMARCDivergence) -> JSON {
    switch difference {
    case .organizationalDomain(let new, let old):
      ["of": "organizationalDomain", "rfc9989": .string(new.description), "rfc7489": .string(old.description)]
    case .policyDomain(let new, let old):
      ["of": "policyDomain", "rfc9989": JSON(new?.description), "rfc7489": JSON(old?.description)]
    case .effectivePolicy(let new, let old):
      ["of": "effectivePolicy", "rfc9989": JSON(new?.description), "rfc7489": JSON(old?.description)]
    case .sampling(let percentage): ["of": "percentage", "rfc9989": 100, "rfc7489": .number(percentage)]
    }
  }

  private static func of(_ entry: DMARCReportAuthorization) -> JSON {
    let state =
      switch entry.outcome {
      case .sameOrganization: "sameOrganization"
      case .authorized: "authorized"
      case .notAuthorized: "notAuthorized"
      case .nameTooLong: "nameTooLong"
      case .replacedByOtherHost: "replacedByOtherHost"
      case .temporaryError: "temporaryError"
      }
    return [
      "tag": .string(entry.tag.rawValue), "uri": .string(entry.uri.text), "host": .string(entry.host.description),
      "authorization": .string(state), "asked": JSON(entry.answer?.question.name.description)
    ]
  }
}
