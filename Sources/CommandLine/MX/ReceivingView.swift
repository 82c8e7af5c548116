import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey
import Syntax

/// The mail servers of a domain with all that is known of each, for both forms of output.
struct ReceivingView {
  let domain: DomainName
  let survey: ReceivingSurvey
  let hosts: [Host]

  /// One mail server.
  struct Host {
    let host: MXHost
    let dane: DANEHost?
    let observations: [MailServerObservation]
  }

  init(_ domain: DomainName, _ survey: ReceivingSurvey) {
    self.domain = domain
    self.survey = survey
    hosts = survey.mx.hosts.map { host in
      Host(
        host: host, dane: survey.dane.hosts.first { $0.name == host.name },
        observations: survey.servers?.observations(of: host.name) ?? [])
    }
  }

  /// Where mail goes, in one sentence.
  var answer: String {
    switch survey.mx.delivery {
    case .exchanges: "Mail for \(domain) goes to \(hosts.count) mail server\(hosts.count == 1 ? "" : "s")."
    case .implicit: "\(domain) has no MX records: mail goes to its own address."
    case .null: "\(domain) takes no mail: it has a null MX."
    case .none: "\(domain) takes no mail: it has neither MX records nor an address."
    case .unknown(let failure): "The MX records of \(domain) could not be read: \(failure)."
    }
  }

  /// Whether a TLSA record of the host accepts a chain; nil when the host has none that can be used.
  func isNamed(_ chain: [Certificate], _ host: Host) -> Bool? {
    guard case .found(let lookup)? = host.dane?.records, !lookup.usable.isEmpty, let servers = survey.servers else {
      return nil
    }
    let names = [lookup.base, domain].map(\.description)
    let matching = DANEMatching(referenceNames: names, time: servers.time)
    return matching.accepts(chain, by: lookup.compared)
  }

  /// What MTA-STS says of a host, in words; nil when the domain does without.
  func policy(of host: Host) -> String? {
    switch survey.mtaSTS.selection.outcome {
    case .record: break
    case .absent: return nil
    case .several: return "several records, so that none counts"
    case .nearMiss: return "a record that nobody can read"
    case .failure(let failure): return "the record could not be read: \(failure)"
    }
    guard let policy = survey.mtaSTS.effectivePolicy else { return "a record, but no policy that could be read" }
    let mode = policy.mode.map { "mode \($0.rawValue)" } ?? "no mode"
    let pattern = policy.patterns.first { $0.pattern.matches(host.host.name) }?.pattern
    return pattern.map { "\($0) (\(mode))" } ?? "no pattern of the policy fits (\(mode))"
  }

  /// The names that the addresses of a host lead back to, one line an address.
  func reverseNames(of host: Host) -> [String] {
    host.host.addresses.compactMap { address in
      guard let answer = survey.reverse[address] else { return nil }
      if let failure = answer.failure { return "\(address): could not be read: \(failure)" }
      let names = answer.records.map { "\($0.data)" }
      return "\(address): " + (names.isEmpty ? "none" : names.prefix(Self.mostNames).joined(separator: ", "))
    }
  }

  /// So many names of one address are shown.
  private static let mostNames = 5

  /// The records of a host in words.
  static func records(_ dane: DANEHost?) -> [String] {
    switch dane?.records {
    case nil: []
    case .some(.none): ["none"]
    case .unread(let answer): ["could not be read: \(answer.failure.map { "\($0)" } ?? "no answer")"]
    case .found(let lookup):
      lookup.records.map { parsed in
        let text = parsed.value.map { "\($0)" } ?? "no TLSA data"
        return text + (parsed.faults.first.map { " (unusable: \($0.message))" } ?? "")
      }
    }
  }
}

extension MailServerObservation {
  /// The versions that the server accepts.
  var acceptedVersions: [TLSVersion] { versions.filter { $0.value.facts != nil }.keys.sorted() }

  /// What is wrong with a chain in words; nil when there is nothing to judge it by.
  func faults(of chain: [Certificate]) -> [String]? { verdicts?[chain].map { $0.faults.map(\.description) } }

  /// What came of STARTTLS, in words.
  var tlsWords: String {
    guard let facts = session.tls else {
      if session.offersSTARTTLS == false { return "no STARTTLS" }
      return session.stop.map { "\($0)" } ?? "nothing was learned"
    }
    return [facts.version.description, facts.cipher, facts.group].compactMap(\.self).joined(separator: ", ")
  }
}
