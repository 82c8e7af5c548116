import AuditModel
import Checks
import DNS
import HTTPS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

/// What a survey saw that a later audit can compare with. What could not be looked at gives no fact.
enum DomainFacts {
  static func of(_ survey: DomainSurvey) -> [AuditFact] {
    lookups(survey.spf.tree) + certificates(survey) + keys(survey.dkim) + policy(survey.mtaSTS)
      + survey.ownAnswers.compactMap(records)
  }

  private static func lookups(_ tree: SPFTree) -> [AuditFact] {
    guard tree.root.publication.record != nil, tree.failures.isEmpty, !tree.isTruncated else { return [] }
    return [AuditFact(.spfLookups, String(tree.worstCaseLookups))]
  }

  /// Of several certificates of a host the one that ends first.
  private static func certificates(_ survey: DomainSurvey) -> [AuditFact] {
    var ends: [String: Int] = [:]
    for observation in survey.mailServers?.observations ?? [] {
      for end in observation.certificates.compactMap(\.notAfter) {
        let host = observation.host.description
        ends[host] = min(ends[host] ?? end, end)
      }
    }
    if let answer = survey.mtaSTS.file?.answer, let end = answer.certificate?.notAfter {
      ends[answer.url.host.description] = end
    }
    return ends.sorted { $0.key < $1.key }.map { AuditFact(.certificateEnd, of: $0.key, String($0.value)) }
  }

  private static func keys(_ survey: DKIMSurvey) -> [AuditFact] {
    survey.keys.compactMap { key in
      key.digest.map { AuditFact(.dkimKey, of: key.selector.name, $0) }
    }
  }

  private static func policy(_ survey: MTASTSSurvey) -> [AuditFact] {
    guard let id = survey.selection.usable?.id else { return [] }
    let digest = survey.policyDigest.map { [AuditFact(.mtaSTSPolicy, $0)] } ?? []
    return [AuditFact(.mtaSTSID, id)] + digest
  }

  /// The types whose records an owner writes by hand for mail.
  private static let types: Set<DNSRecordType> = [.txt, .mx, .ns]

  private static func records(_ answer: DNSAnswer) -> AuditFact? {
    guard answer.failure == nil, types.contains(answer.question.type) else { return nil }
    let lines = (answer.aliases + answer.records).map { "\($0.type) \($0.data)" }.sorted()
    return AuditFact(.records, of: answer.question.description, lines.joined(separator: "\n"))
  }
}
