import DNS
import MailAuthentication
import Reporting
import Survey
import Syntax

/// The keys of a domain for programs.
enum DKIMJSON {
  static func of(_ survey: DKIMSurvey) -> JSON {
    let discovery = survey.discovery
    return [
      "domain": .string(discovery.domain.description), "answer": .string(survey.answer),
      "belowDomainkey": .string(word(discovery.existence)), "wildcard": .boolean(discovery.hasWildcard),
      "selectors": .array(survey.selectors.map(selector)),
      "providers": .array(survey.providerNames.map { ["name": .string($0.name), "sign": .string($0.sign)] }),
      "tried": JSON(discovery.guesses.map(\.selector)), "triedWithoutAnswer": .number(discovery.failedGuesses)
    ]
  }

  private static func selector(_ selector: DKIMSelector) -> JSON {
    let lookup = selector.lookup
    return [
      "selector": .string(selector.name), "name": JSON(lookup.answer?.question.name.description),
      "origin": .string(selector.origin.word), "originDetail": .string(selector.origin.description),
      "certainty": .string(selector.certainty.rawValue), "fromWildcard": .boolean(selector.isFromWildcard),
      "outcome": .string(word(lookup.outcome)), "failure": JSON(lookup.answer?.failure?.description),
      "aliases": JSON(lookup.aliasTargets.map(\.description)), "publisher": JSON(DKIMSurvey.publisher(of: selector)),
      "usable": .boolean(lookup.hasUsableKey), "keys": .array(lookup.keys.map(key)),
      "otherTexts": JSON(lookup.otherTexts.map(\.text))
    ]
  }

  private static func key(_ parsed: Parsed<DKIMKeyRecord>) -> JSON {
    let record = parsed.value
    return [
      "record": .string(String(decoding: parsed.text, as: UTF8.self)), "type": JSON(record?.keyType.name),
      "material": JSON(record?.material.kind), "bits": record?.modulusBitCount.map(JSON.number) ?? .null,
      "exponent": JSON(record?.exponent.map { String($0) }), "encoding": JSON(record?.encoding?.rawValue),
      "sha256": JSON(record?.fingerprint), "testing": .boolean(record?.isTesting ?? false),
      "flags": JSON(record?.flags ?? []), "hashes": record?.hashAlgorithms.map { JSON($0) } ?? .null,
      "services": JSON(record?.serviceTypes ?? []), "granularity": JSON(record?.granularity),
      "note": JSON(record?.note), "faults": .array(parsed.faults.map(fault))
    ]
  }

  private static func fault(_ fault: SyntaxFault) -> JSON {
    [
      "from": .number(fault.range.lowerBound), "to": .number(fault.range.upperBound),
      "message": .string(fault.message), "reference": .string(fault.reference),
      "gravity": .string("\(fault.gravity)")
    ]
  }

  private static func word(_ existence: DKIMSelectorDiscovery.Existence) -> String {
    switch existence {
    case .nothing: "nothing"
    case .something: "something"
    case .wildcard: "wildcard"
    case .contradiction: "contradiction"
    case .unknown: "unknown"
    }
  }

  private static func word(_ outcome: DKIMKeyLookup.Outcome) -> String {
    switch outcome {
    case .key: "key"
    case .severalKeys: "several-keys"
    case .noKeyAmongTexts: "no-key-among-texts"
    case .noData: "nodata"
    case .nameError: "nxdomain"
    case .failure: "failure"
    case .invalidSelector: "invalid-selector"
    }
  }
}

extension DKIMSelectorOrigin {
  /// The kind of the origin as a word for programs.
  fileprivate var word: String {
    switch self {
    case .given: "given"
    case .provider: "provider"
    case .reported: "reported"
    case .common: "common"
    }
  }
}
