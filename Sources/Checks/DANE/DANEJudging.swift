import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey
import Syntax

extension DomainSurvey {
  /// Judges the TLSA records of every host that has some; what could not be read leaves the check undecided.
  func judgeTLSA(_ judge: (DANEHost, TLSALookup) -> [Finding]) -> Judgement {
    if let nothing = mx.withoutHosts { return nothing }
    var findings: [Finding] = []
    var isFound = false
    for host in dane.hosts {
      switch host.records {
      case .none: break
      case .unread(let answer): findings += [Finding.unread(answer)].compactMap(\.self)
      case .found(let lookup):
        isFound = true
        findings += judge(host, lookup)
      }
    }
    findings += mx.hosts.flatMap(\.unread)
    return isFound || !findings.isEmpty ? .findings(findings) : .notApplicable("no mail server has TLSA records")
  }

  /// Judges what each address of a host with TLSA records showed. Records that senders ignore or cannot use, and
  /// hosts whose addresses were not asked, decide nothing; nor do more records than are compared, where `compares` says
  /// that certificates are compared with records.
  func judgeTLSAServers(
    where isMeant: (TLSALookup) -> Bool = { !$0.usable.isEmpty }, compares: Bool = true,
    _ judge: (TLSALookup, [MailServerObservation], Verdict) -> [Finding]
  ) -> Judgement {
    var isApplicable = false
    let judgement = judgeTLSA { host, lookup in
      guard isMeant(lookup) else { return [] }
      let security = dane.security(of: host, lookup)
      // Senders ignore insecure records, and hosts behind bogus ones; DANE-DNSSEC says so.
      guard security?.state != .insecure, security?.state != .bogus else { return [] }
      isApplicable = true
      guard let servers = mailServers else {
        guard case .findings(let findings) = Judgement.mailServersNotAsked else { return [] }
        return findings
      }
      let observations = servers.observations(of: host.name)
      if observations.isEmpty {
        return [Finding(.unknown, subject: "\(host.name)", "No address of \(host.name) was looked at.")]
      }
      // While nobody knows whether senders mind the records, a mismatch weighs less.
      let weight: Verdict = security?.state == .secure ? .fail : .warn
      let cut = compares ? lookup.notCompared : nil
      let findings = judge(lookup, observations, cut == nil ? weight : .unknown)
      return findings.isEmpty ? [] : findings + [cut].compactMap(\.self)
    }
    if case .findings(let findings) = judgement, findings.isEmpty, !isApplicable {
      return .notApplicable("no mail server has TLSA records that senders use")
    }
    return judgement
  }

  /// Compares records with chains at the time of the survey.
  func matching(_ lookup: TLSALookup) -> DANEMatching {
    DANEMatching(referenceNames: [lookup.base, domain].map(\.serverName), time: mailServers?.time ?? 0)
  }
}

extension TLSALookup {
  /// That there are more records than are compared; nil when all are.
  fileprivate var notCompared: Finding? {
    let count = usable.count
    guard count > Self.mostCompared else { return nil }
    let statement = "\(owner) has \(count) usable TLSA records, and only \(Self.mostCompared) of them were compared."
    return Finding(.unknown, subject: "\(base)", statement)
  }

  /// All records as evidence.
  var evidence: Evidence {
    let texts = records.map { parsed in
      parsed.value.map { record in record.description + (record.uselessness.map { " (unusable: \($0))" } ?? "") }
        ?? "no TLSA data: \(parsed.text.count) octets"
    }
    return Evidence(
      source: answer.question.description, excerpt: texts.joined(separator: "; "), server: answer.provenance.server)
  }

  /// The owner name.
  var owner: DomainName { answer.question.name }
}

extension MailServerObservation {
  /// The chains that senders see, with their digests, to be compared with records.
  func digests(_ lookup: TLSALookup) -> Evidence {
    let texts = chains(for: lookup.base).flatMap { chain in
      chain.enumerated().compactMap { index, certificate in
        let usage: TLSARecord.Usage = index == 0 ? .endEntity : .trustAnchor
        return (try? TLSARecord.record(usage, for: certificate)).map { "\(certificate.subject): \($0)" }
      }
    }
    return evidence(texts.isEmpty ? "no certificate" : texts.joined(separator: "; "))
  }

  /// Whether one of the records accepts a chain.
  static func accepts(_ lookup: TLSALookup, _ chain: [Certificate], _ matching: DANEMatching) -> Bool {
    matching.accepts(chain, by: lookup.compared)
  }

  /// The kinds of key of which nobody can tell whether the server has a certificate for them.
  var unseenKeys: [Finding] {
    TLSClientConfiguration.ServerKey.allCases.compactMap { key in
      guard case .unknown(let cause)? = keys[key] else { return nil }
      let statement = "Nobody can tell whether \(subject) has a certificate with an \(key.rawValue) key: \(cause)."
      return finding(.unknown, statement, evidence(cause))
    }
  }

  /// What could not be seen of the certificate, when there is none; nil when there is one.
  var withoutCertificate: Finding? {
    guard certificates.isEmpty else { return nil }
    let cause = session.stop.map { "\($0)" } ?? "STARTTLS is not offered"
    return finding(.unknown, "No certificate of \(subject) was seen: \(cause).", evidence)
  }
}
