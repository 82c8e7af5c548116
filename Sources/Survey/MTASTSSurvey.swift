public import DNS
public import HTTPS
public import MailAuthentication
public import Syntax

/// What a domain publishes for MTA-STS (RFC 8461).
public struct MTASTSSurvey: Sendable {
  /// What stands at `_mta-sts`.
  public let selection: RecordSelection<MTASTSRecord>
  /// The policy file, as far as it was looked for: nil without a record that counts.
  public let file: HTTPSFile?
  /// The policy, if the file came; a file that is too long is read up to the limit.
  public let policy: Parsed<MTASTSPolicy>?

  /// The policy that senders follow: one that is valid, behind a record that is.
  public var effectivePolicy: MTASTSPolicy? {
    guard selection.usable != nil, let policy, policy.isSound else { return nil }
    return policy.value
  }

  /// Where the policy of a domain lies (RFC 8461 §3.3); nil when the name would be over-long.
  public static func policyURL(of domain: DomainName) -> HTTPSURL? {
    domain.prefixed(with: "mta-sts").map { HTTPSURL(host: $0, path: "/.well-known/mta-sts.txt") }
  }
}

extension MTASTSSurvey {
  /// The host that has the policy of a domain, where something at `_mta-sts` may announce one: without a record no
  /// sender looks for the host (RFC 8461 §3.1). Nil as well when the servers do not answer.
  static func announcedHost(of domain: DomainName, using resolver: any Resolver) async -> DomainName? {
    guard let name = MTASTSRecord.name(for: domain), let host = domain.prefixed(with: "mta-sts") else { return nil }
    let answer = await resolver.answer(to: name, .txt)
    switch RecordSelection<MTASTSRecord>(answer).outcome {
    case .record, .several, .nearMiss: return host
    case .absent: return nil
    case .failure: return answer.namesBelow == .possible ? host : nil
    }
  }

  /// Fetches the policy if the answer has one record: without it no sender looks for one.
  static func gather(
    _ domain: DomainName, _ answer: DNSAnswer, with instruments: Instruments, using resolver: any Resolver
  ) async -> MTASTSSurvey {
    let selection = RecordSelection<MTASTSRecord>(answer)
    guard case .record = selection.outcome, let url = policyURL(of: domain) else {
      return MTASTSSurvey(selection: selection, file: nil, policy: nil)
    }
    let request = HTTPSRequest(url, bodyLimit: MTASTSLimits.policyOctets, time: MTASTSLimits.fetchTime)
    let file = await HTTPSFile.gather(request, with: instruments.https, using: resolver)
    return MTASTSSurvey(selection: selection, file: file, policy: file.content.map(MTASTSPolicy.parse))
  }
}
