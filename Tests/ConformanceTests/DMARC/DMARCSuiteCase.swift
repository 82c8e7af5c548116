import DNS
import MailAuthentication
import Syntax

/// A case of the DMARC suites of mailauth.
struct DMARCSuiteCase: Decodable, Sendable {
  let id: String
  let title: String
  let dns: SuiteZone
  let expect: [Expectation]
  /// Evaluation of a message.
  let input: Input?
  /// Discovery of a record.
  let domain: String?

  struct Input: Decodable, Sendable {
    let headerFrom: Texts
    let dkimDomains: [Identifier]
    let spfDomains: [Identifier]
  }

  /// What has to be true of one value of the result.
  struct Expectation: Decodable, Sendable {
    let path: String
    let op: String
    let value: Scalar?
  }

  /// A domain that passed, alone or in an object.
  struct Identifier: Decodable, Sendable {
    let domain: String

    private enum Key: String, CodingKey { case domain }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        domain = text
      } else {
        domain = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .domain)
      }
    }
  }

  /// One text or several.
  struct Texts: Decodable, Sendable {
    let all: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        all = [text]
      } else {
        all = try container.decode([String].self)
      }
    }
  }

  /// A text or a number, as text.
  struct Scalar: Decodable, Sendable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}

extension DMARCSuiteCase {
  /// Our result, by the paths that the suite uses; what is absent has no entry.
  func values() async throws -> [String: String] {
    let world = try dns.world()
    if let domain, let name = DomainName(domain) { return Self.record(of: await .discover(name, resolver: world)) }
    guard let input, input.headerFrom.all.count == 1, let from = input.headerFrom.all.first,
      let author = DomainName(String(from.split(separator: "@").last ?? ""))
    else { return [:] }
    let discovery = await DMARCPolicyDiscovery.discover(author, resolver: world)
    var identifiers: [DMARCIdentifier] = []
    for (mechanism, list) in [(DMARCIdentifier.Mechanism.dkim, input.dkimDomains), (.spf, input.spfDomains)] {
      for name in list.compactMap({ DomainName($0.domain) }) {
        let organization = await DMARCTreeWalk.walk(from: name, resolver: world).organizationalDomain
        identifiers.append(.init(mechanism, name, .pass, organizationalDomain: organization))
      }
    }
    let evaluation = DMARCEvaluation(discovery, identifiers: identifiers)
    return Self.record(of: discovery).merging(Self.result(evaluation, discovery)) { _, new in new }
  }

  /// The tags of the record that applies, as published.
  private static func record(of discovery: DMARCPolicyDiscovery) -> [String: String] {
    guard let found = discovery.policyRecord.value ?? nil else { return [:] }
    let list = found.value.tags
    var values = ["result": "object", "rr": String(decoding: found.record.text, as: UTF8.self)]
    for tag in list.tags where !tag.isDuplicate { values[list.name(of: tag).lowercased()] = list.value(of: tag) }
    if found.role != .authorDomain { values["isOrgRecord"] = "true" }
    return values
  }

  private static func result(
    _ evaluation: DMARCEvaluation, _ discovery: DMARCPolicyDiscovery
  ) -> [String: String] {
    let found = discovery.policyRecord.value ?? nil
    var values = ["status.result": evaluation.result.rawValue, "result": "object"]
    values["policy"] = evaluation.policy?.policy.description
    values["domain"] = found?.domain.description
    values["status.header.d"] = found?.domain.description
    values["status.header.from"] = discovery.authorDomain.description
    values["info"] = "dmarc=\(evaluation.result.rawValue)"
    if found?.value.adkim == .strict { values["alignment.dkim.strict"] = "true" }
    if found?.value.aspf == .strict { values["alignment.spf.strict"] = "true" }
    for (identifier, alignment) in evaluation.identifiers where alignment == .aligned {
      let organization = identifier.organizationalDomain.value ?? identifier.domain
      values["alignment.\(identifier.mechanism.rawValue).result"] = organization.description
    }
    return values
  }
}

extension DMARCSuiteCase.Expectation {
  /// Whether `values` meet the expectation.
  func holds(in values: [String: String]) -> Bool {
    let actual = values[path]
    switch op {
    case "equal": return actual == value?.text
    case "include", "contain": return actual?.contains(value?.text ?? "\0") == true
    case "true": return actual == "true"
    case "false": return actual == nil
    case "type": return actual != nil
    // `!result` and its like say that something is not there.
    case "property": return path == "!result" && value.map { values[$0.text] == nil } == true
    case "ok": return path.hasPrefix("!result.") && values[String(path.dropFirst("!result.".count))] == nil
    default: return false
    }
  }
}
