import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import SMTPSubmission
import Survey

/// The hosts that receive mail against what was seen of each.
struct HostMatrix {
  private let survey: DomainSurvey

  init(_ survey: DomainSurvey) {
    self.survey = survey
  }

  var exhibit: MatrixExhibit {
    let probed = survey.mailServers != nil
    return MatrixExhibit(
      title: "Mail servers",
      columns: ["Host", "IPv4", "IPv6", "MTA-STS", "DANE"] + (probed ? ["TLS", "Certificate"] : []),
      rows: survey.mx.hosts.map { host in
        MatrixExhibit.Row(
          host.name.description,
          [addresses(host.ipv4), addresses(host.ipv6), policy(host), dane(host)] + (probed ? tls(host) : []))
      })
  }

  private func addresses(_ answer: DNSAnswer) -> MatrixExhibit.Cell {
    if let failure = answer.failure { return .init(.unknown, "\(failure)") }
    let addresses = answer.addresses.map { "\($0)" }
    return addresses.isEmpty ? .init(.info, "none") : .init(.pass, addresses.joined(separator: ", "))
  }

  private func policy(_ host: MXHost) -> MatrixExhibit.Cell {
    switch survey.mtaSTS.selection.outcome {
    case .absent: return .init(.info, "none")
    case .failure(let failure): return .init(.unknown, "\(failure)")
    case .several, .nearMiss: return .init(.fail, "the record does not count")
    case .record: break
    }
    guard let policy = survey.mtaSTS.effectivePolicy else { return .init(.unknown, "no policy was read") }
    let mode = policy.mode?.rawValue ?? "no mode"
    let isNamed = policy.patterns.contains { $0.pattern.matches(host.name) }
    return isNamed ? .init(.pass, mode) : .init(.fail, "not named (\(mode))")
  }

  private func dane(_ host: MXHost) -> MatrixExhibit.Cell {
    switch survey.dane.hosts.first(where: { $0.name == host.name })?.records {
    case nil: .init(.notApplicable, "not looked at")
    case .some(.none): .init(.info, "none")
    case .unread(let answer): .init(.unknown, answer.failure.map { "\($0)" } ?? "no answer")
    case .found(let lookup):
      lookup.usable.isEmpty ? .init(.fail, "no usable record") : .init(.pass, "\(lookup.usable.count) records")
    }
  }

  /// The worst of the addresses of a host.
  private func tls(_ host: MXHost) -> [MatrixExhibit.Cell] {
    let seen = survey.mailServers?.observations(of: host.name) ?? []
    let versions = seen.map { observation -> MatrixExhibit.Cell in
      if let facts = observation.session.tls { return .init(.pass, facts.version.description) }
      let isMissing = observation.session.offersSTARTTLS == false
      return isMissing
        ? .init(.fail, "no STARTTLS") : .init(.unknown, observation.session.stop?.description ?? "not seen")
    }
    let certificates = seen.map { observation -> MatrixExhibit.Cell in
      guard let chain = observation.session.tls?.chain, let verdict = observation.verdicts?[chain] else {
        return .init(.unknown, "not judged")
      }
      return verdict.faults.isEmpty ? .init(.pass, "trusted") : .init(.warn, verdict.faults[0].description)
    }
    let none = MatrixExhibit.Cell(.unknown, "nobody connected")
    return [versions, certificates].map { cells in cells.max { $0.verdict < $1.verdict } ?? none }
  }
}
