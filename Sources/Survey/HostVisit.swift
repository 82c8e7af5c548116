public import DNS
public import SMTPSubmission

/// A visit to all addresses of one host.
public struct HostVisit: Sendable {
  /// The addresses.
  public let addresses: [IPAddress]
  /// Why addresses could not be read, if so.
  public let failure: DNSFailure?
  /// What each address showed, in their order.
  public let observations: [MailServerObservation]

  /// Asks for the addresses of a host and connects to them.
  ///
  /// - Parameters:
  ///   - host: the name.
  ///   - port: the port, where SMTP with STARTTLS is spoken.
  ///   - access: has the conversations.
  ///   - resolver: answers for the addresses.
  /// - Returns: what was seen; certificates are not judged.
  public static func visit(
    _ host: DomainName, port: UInt16, with access: any MailServerAccess, using resolver: any Resolver
  ) async -> HostVisit {
    let answers = await resolver.answers(to: [DNSQuestion(host, .a), DNSQuestion(host, .aaaa)])
    let addresses = Set(answers.flatMap(\.addresses)).sorted()
    let probes = addresses.prefix(MailServerLimits.addresses).map {
      MailServerProbe(host: host, address: $0, port: port, clientName: MailServerLimits.clientName)
    }
    return HostVisit(
      addresses: addresses, failure: answers.lazy.compactMap(\.failure).first,
      observations: await MailServerSurvey.observations(by: probes, with: access, at: 0))
  }
}
