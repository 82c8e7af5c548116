import DNS
import Providers
import Reporting

/// Providers for programs.
enum ProvidersJSON {
  private static let schema: JSON.Member = JSON.Member("schema", "mailaudit-providers-1")

  /// The list: names and servers.
  static func list(_ all: [SubmissionFacts]) -> JSON {
    .object([schema, JSON.Member("providers", .array(all.map(short)))])
  }

  /// All about the providers that were found.
  static func of(_ found: [FoundProvider], for domain: DomainName?) -> JSON {
    .object([schema, JSON.Member("providers", .array(found.map { of($0, for: domain) }))])
  }

  private static func short(_ facts: SubmissionFacts) -> JSON {
    [
      "id": .string(facts.id), "name": .string(facts.name), "kind": .string(facts.kind),
      "hosts": JSON(facts.hosts.map(\.name))
    ]
  }

  private static func of(_ found: FoundProvider, for domain: DomainName?) -> JSON {
    let facts = found.provider
    return [
      "id": .string(facts.id), "name": .string(facts.name), "kind": .string(facts.kind),
      "aliases": JSON(facts.aliases), "mailboxDomains": JSON(facts.mailboxDomains),
      "hosts": .array(found.hosts.map(of)),
      "userName": facts.userName.map(of) ?? .null,
      "secret": facts.secret.map { fact($0.words, $0.note, $0.basis, [JSON.Member("kind", .string($0.kind))]) }
        ?? .null,
      "authentication": facts.authentication.map {
        ["mechanisms": JSON($0.mechanisms), "note": .string($0.note), "basis": of($0.basis)]
      } ?? .null,
      "greetingName": facts.greetingName.map { fact($0.words, $0.note, $0.basis) } ?? .null,
      "senderRule": facts.senderRule.map(of) ?? .null,
      "limits": .array(facts.limits.map { fact($0.words, $0.note, $0.basis) }),
      "publish": publish(facts, for: domain),
      "quirks": .array(facts.quirks.map { ["id": .string($0.id), "text": .string($0.text), "basis": of($0.basis)] })
    ]
  }

  private static func of(_ host: SubmissionHost) -> JSON {
    [
      "name": .string(host.name), "region": JSON(host.region), "state": .string(host.state.rawValue),
      "isTestSink": .boolean(host.isTestSink), "note": .string(host.note),
      "ports": .array(
        host.ports.map { ["port": .number($0.number), "tls": .string($0.tls.rawValue), "basis": of($0.basis)] })
    ]
  }

  private static func of(_ name: UserNameFact) -> JSON {
    fact(
      name.words, name.note, name.basis,
      [
        JSON.Member("form", .string(name.form)), JSON.Member("literal", JSON(name.literal)),
        JSON.Member("example", JSON(name.example))
      ])
  }

  private static func of(_ rule: SenderRuleFact) -> JSON {
    fact(
      rule.words, rule.note, rule.basis,
      [
        JSON.Member("rule", .string(rule.rule)), JSON.Member("appliesTo", JSON(rule.appliesTo)),
        JSON.Member("failureTexts", JSON(rule.failureTexts))
      ])
  }

  private static func publish(_ facts: SubmissionFacts, for domain: DomainName?) -> JSON {
    [
      "spf": facts.spf.map {
        ["terms": JSON($0.terms), "place": .string($0.place), "note": .string($0.note), "basis": of($0.basis)]
      } ?? .null,
      "dkim": facts.dkim.map {
        [
          "selectors": JSON($0.selectors), "records": records($0.records, domain), "note": .string($0.note),
          "basis": of($0.basis)
        ]
      } ?? .null,
      "returnPath": facts.returnPath.map {
        [
          "behaviour": .string($0.behaviour), "records": records($0.records, domain), "note": .string($0.note),
          "basis": of($0.basis)
        ]
      } ?? .null
    ]
  }

  private static func records(_ templates: [RecordTemplate], _ domain: DomainName?) -> JSON {
    .array(
      templates.map { template in
        let record = domain.map(template.filled(for:)) ?? template
        return ["owner": .string(record.owner), "type": .string(record.type), "target": .string(record.target)]
      })
  }

  private static func fact(_ words: String, _ note: String, _ basis: FactBasis, _ more: [JSON.Member] = []) -> JSON {
    let own: JSON = ["words": .string(words), "note": .string(note), "basis": of(basis)]
    return own.adding(more)
  }

  private static func of(_ basis: FactBasis) -> JSON {
    ["confidence": .string(basis.confidence.rawValue), "source": JSON(basis.source.isEmpty ? nil : basis.source)]
  }
}
