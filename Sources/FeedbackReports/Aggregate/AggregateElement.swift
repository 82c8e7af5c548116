import XMLKit

/// The elements of aggregate reports of both schemas (RFC 9990 appendix A, RFC 7489 appendix C).
enum AggregateElement: String, CaseIterable, Sendable {
  case feedback, version
  case reportMetadata = "report_metadata"
  case orgName = "org_name"
  case email
  case extraContactInfo = "extra_contact_info"
  case reportID = "report_id"
  case dateRange = "date_range"
  case begin, end, error, generator
  case policyPublished = "policy_published"
  case domain
  case discoveryMethod = "discovery_method"
  case p, sp, np, adkim, aspf, pct, fo, testing
  case `extension`
  case record, row
  case sourceIP = "source_ip"
  case count
  case policyEvaluated = "policy_evaluated"
  case disposition, dkim, spf, reason, type, comment
  case identifiers
  case headerFrom = "header_from"
  case envelopeFrom = "envelope_from"
  case envelopeTo = "envelope_to"
  case authResults = "auth_results"
  case selector, scope, result
  case humanResult = "human_result"

  static let vocabulary = XMLVocabulary(allCases.map(\.rawValue))
  /// By the place in the vocabulary.
  static let all = Array(allCases)
}

/// The two schemas.
enum AggregateSchema: Sendable {
  /// RFC 7489 appendix C; reports without a namespace are taken for it.
  case rfc7489
  /// RFC 9990 appendix A.
  case rfc9990

  /// The namespace of RFC 9990.
  static let namespace = "urn:ietf:params:xml:ns:dmarc-2.0"

  /// The schema that a report claims with the namespace of its root.
  init(namespace: String?) { self = namespace == Self.namespace ? .rfc9990 : .rfc7489 }

  var name: String { self == .rfc9990 ? "RFC 9990" : "RFC 7489" }
}
