public import AuditModel
import DNS
import HTTPS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
public import Survey

extension Deadline {
  /// The dates that a survey knows of, the next first.
  public static func all(in survey: DomainSurvey) -> [Deadline] {
    let policyServer = [survey.mtaSTS.file, survey.bimi.logo, survey.bimi.certificate].compactMap(\.self).compactMap {
      file in
      file.answer.certificate.map { Deadline(.certificate, file.answer.url.host.description, at: $0.notAfter) }
    }
    let registration = survey.options.expires.map {
      Deadline(.registration, survey.domain.description, at: $0.days * day)
    }
    return sorted(
      mailServers(survey) + policyServer + signatures(survey.dnssec) + keys(survey) + mark(survey)
        + [registration].compactMap(\.self))
  }

  /// The certificates of mail servers: of several at one host the one that ends first. Where TLSA records name the
  /// certificate or its key itself, the next one has to be published before it is used (RFC 7671 §8.1).
  private static func mailServers(_ survey: DomainSurvey) -> [Deadline] {
    var ends: [Deadline] = []
    for observation in survey.mailServers?.observations ?? [] {
      let host = observation.host.description
      guard let end = observation.certificates.compactMap(\.notAfter).min() else { continue }
      if let index = ends.firstIndex(where: { $0.subject == host }) {
        ends[index] = Deadline(.certificate, host, at: min(end, ends[index].time))
      } else {
        ends.append(Deadline(.certificate, host, at: end))
      }
    }
    let pinned = Set(survey.dane.hosts.filter(isPinned).map(\.name.description))
    return ends + ends.filter { pinned.contains($0.subject) }.map { Deadline(.tlsa, $0.subject, at: $0.time) }
  }

  private static func isPinned(_ host: DANEHost) -> Bool {
    guard case .found(let lookup) = host.records else { return false }
    return lookup.usable.contains { $0.knownUsage == .endEntity }
  }

  /// For each signed zone the first of its sets whose longest signature ends.
  private static func signatures(_ dnssec: DNSSECSurvey) -> [Deadline] {
    var longest: [DNSQuestion: DNSSECSignature] = [:]
    for subject in dnssec.subjects where subject.verdict.state == .secure || subject.verdict.state == .bogus {
      let links = subject.verdict.chain.suffix(1).flatMap(\.signatures)
      for signature in subject.verdict.signatures + links where signature.signer.labelCount > 1 {
        let key = DNSQuestion(signature.owner, signature.type)
        if longest[key].map({ $0.expiration < signature.expiration }) ?? true { longest[key] = signature }
      }
    }
    let zones = Dictionary(grouping: longest.values, by: \.signer)
    return zones.compactMap { zone, sets in
      sets.map(\.expiration).min().map { Deadline(.rrsig, zone.description, at: $0) }
    }
  }

  /// Keys whose selector is named after the month of their making, or that a history has known since one, when
  /// DKIM-KEY-AGE begins to warn of them.
  private static func keys(_ survey: DomainSurvey) -> [Deadline] {
    guard let time = survey.options.time else { return [] }
    let now = YearMonth(secondsSince1970: time)
    return survey.dkim.keys.compactMap { key in
      let selector = key.selector
      guard selector.lookup.aliasTargets.isEmpty, key.record.material != .revoked else { return nil }
      let named = SelectorDate(selector: selector.name, now: now).map {
        YearMonth(year: $0.year, month: $0.month ?? 12)
      }
      let known = survey.options.past.firstSight(of: key).map { YearMonth(secondsSince1970: $0) }
      guard let origin = [named, known].compactMap(\.?.index).min() else { return nil }
      let due = origin + keyAge + 1
      guard let end = CivilDay("\(due / 12)-\(due % 12 < 9 ? "0" : "")\(due % 12 + 1)-01") else { return nil }
      return Deadline(.dkimKey, selector.name, at: end.days * day)
    }
  }

  private static func mark(_ survey: DomainSurvey) -> [Deadline] {
    guard let mark = try? survey.bimi.mark?.get(), let end = mark.certificate.notAfter else { return [] }
    return [Deadline(.bimi, survey.domain.description, at: end)]
  }

  private static let day = 86_400
  /// Months: as DKIM-KEY-AGE has it.
  private static let keyAge = 24
}
