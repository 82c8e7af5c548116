import AuditModel
import DNS
import Survey

extension AuthoritySurvey {
  /// The servers that do not answer for the zone while others do.
  var faultyServers: [Finding] {
    guard servers.contains(where: { $0.standing == .working }) else { return [] }
    let isDeafV6 = servers.allSatisfy { $0.address.isV4 || $0.isSilent }
    let findings = servers.compactMap { server -> Finding? in
      if isDeafV6, !server.address.isV4 { return nil }
      return server.fault(apex, questions[0])
    }
    return findings + (isDeafV6 ? unreachedV6 : []) + useless
  }

  /// If no server answers over IPv6, it is most likely IPv6 that does not work from here.
  private var unreachedV6: [Finding] {
    guard let first = servers.first(where: { !$0.address.isV4 }) else { return [] }
    return [
      Finding(
        .info, subject: apex.description, "No server of \(apex) could be asked over IPv6 from here.",
        evidence: [first.evidence(questions[0])])
    ]
  }

  /// Addresses at which nobody outside can ask.
  private var useless: [Finding] {
    unasked.compactMap { place in
      guard let purpose = place.address.specialPurpose, purpose != .documentation else { return nil }
      let statement = "\(place.name) has the address \(place.address), which the Internet does not route."
      return Finding(
        .warn, subject: place.name.description, statement,
        evidence: [Evidence(source: "\(place.name)", excerpt: "\(place.address) (\(purpose.rawValue))")],
        remedy: "Take the address out of the records of the name server.")
    }
  }
}

extension AuthoritySurvey.Server {
  fileprivate var isSilent: Bool { if case .silent = standing { true } else { false } }

  fileprivate func fault(_ apex: DomainName, _ question: DNSQuestion) -> Finding? {
    let statement: String
    switch standing {
    case .working: return nil
    case .lame(let reason): statement = "\(label) is not in charge of \(apex): \(reason)."
    case .silent(let failure): statement = "\(label), a server of \(apex), does not answer: \(failure)."
    case .failing(let failure): statement = "\(label) fails for \(apex): \(failure)."
    }
    return Finding(.warn, subject: name.description, statement, evidence: [evidence(question)])
  }
}
