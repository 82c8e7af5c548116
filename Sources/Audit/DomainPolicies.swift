import AuditModel
import Checks
import DNS
import MailAuthentication
import Survey
import Syntax

/// What a domain has decided, a word for each kind of policy. What could not be looked at is unknown, never absent.
enum DomainPolicies {
  /// The policies of the areas that were looked at; of all for nil.
  static func of(_ survey: DomainSurvey, areas: Set<Area>?) -> [PublishedPolicy] {
    PublishedPolicy.Kind.allCases.compactMap { kind in
      guard areas?.contains(kind.area) ?? true else { return nil }
      return value(kind, survey).map { PublishedPolicy(kind, $0) }
    }
  }

  /// The word; nil where nobody looked, because nobody validates.
  private static func value(_ kind: PublishedPolicy.Kind, _ survey: DomainSurvey) -> String? {
    switch kind {
    case .mx: delivery(survey.mx.delivery)
    case .spf: senders(survey.spf.tree.root.publication)
    case .dmarc: dmarc(survey.dmarc)
    case .mtaSTS: mtaSTS(survey.mtaSTS)
    case .tlsRPT: presence(survey.tlsRPT.selection)
    case .bimi: presence(survey.bimi.own)
    case .dnssec: survey.dnssec.isValidated ? signed(survey.dnssec.domainVerdict) : nil
    case .dane: dane(survey)
    }
  }

  private static func delivery(_ delivery: MXSurvey.Delivery) -> String {
    switch delivery {
    case .exchanges: "mx"
    case .implicit: "implicit"
    case .null: "null"
    case .none: PublishedPolicy.absent
    case .unknown: PublishedPolicy.unknown
    }
  }

  /// RFC 7208 §5.1, §6.1: `all`, or else a redirect, says what becomes of everybody who is not listed.
  private static func senders(_ publication: SPFPublication) -> String {
    switch publication.state {
    case .absent: return PublishedPolicy.absent
    case .malformed, .multiple: return PublishedPolicy.malformed
    case .unavailable: return PublishedPolicy.unknown
    case .record: break
    }
    guard let record = publication.record?.value else { return PublishedPolicy.malformed }
    if let qualifier = record.all?.qualifier { return String(UnicodeScalar(qualifier.rawValue)) + "all" }
    return record.redirect == nil ? "no all" : "redirect"
  }

  /// What receivers act by (RFC 9989 §4.10.1); records that count as nothing are malformed.
  private static func dmarc(_ survey: DMARCSurvey) -> String {
    switch survey.effectivePolicy {
    case .temporaryError: return PublishedPolicy.unknown
    case .known(let effective?): return "\(effective.policy)"
    case .known(nil):
      let isThere = (survey.policyRecord.value ?? nil) != nil
      let isMeant = survey.discovery.walk.steps.first?.records.isEmpty == false
      return isThere || isMeant ? PublishedPolicy.malformed : PublishedPolicy.absent
    }
  }

  private static func mtaSTS(_ survey: MTASTSSurvey) -> String {
    let record = presence(survey.selection)
    guard record == present else { return record }
    if let mode = survey.effectivePolicy?.mode { return mode.rawValue }
    return survey.policy == nil ? "record" : PublishedPolicy.malformed
  }

  private static let present = "present"

  private static func presence<Record>(_ selection: RecordSelection<Record>) -> String {
    switch selection.outcome {
    case .record(let record): record.isSound ? present : PublishedPolicy.malformed
    case .several, .nearMiss: PublishedPolicy.malformed
    case .absent: PublishedPolicy.absent
    case .failure: PublishedPolicy.unknown
    }
  }

  private static func signed(_ verdict: DNSSECVerdict?) -> String {
    switch verdict?.state {
    case .secure?: "secure"
    case .insecure?: "insecure"
    case .bogus?: "bogus"
    case .indeterminate?, nil: PublishedPolicy.unknown
    }
  }

  /// Of all hosts that receive mail. One that could not be looked at leaves open what the others do not decide.
  private static func dane(_ survey: DomainSurvey) -> String {
    if case .unknown = survey.mx.delivery { return PublishedPolicy.unknown }
    var (found, none, unread) = (0, 0, 0)
    for host in survey.dane.hosts {
      switch host.records {
      case .found: found += 1
      case .none: none += 1
      case .unread: unread += 1
      }
    }
    if found > 0, none > 0 { return "some" }
    if unread > 0 { return PublishedPolicy.unknown }
    return found > 0 ? "all" : PublishedPolicy.absent
  }
}
