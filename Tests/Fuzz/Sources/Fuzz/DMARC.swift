import DNS
import LDNSKit
import MailAuthentication
import Syntax

extension FuzzTarget {
  /// DMARC: records, report addresses, the discovery of policies, and the Public Suffix List.
  static let dmarc = [
    FuzzTarget(name: "dmarc-record") { input in
      let parsed = DMARCRecord.parse(input)
      checkFaults(of: parsed)
      if DMARCRecord.isRecord(input) { promise(parsed.value != nil, "what is selected is read") }
      guard let record = parsed.value else { return }
      _ = (record.historicTags, record.unknownTags, record.isUsable)
      for uri in record.rua + record.ruf { checkURI(uri, in: input) }
    },
    FuzzTarget(name: "report-uri") { input in
      let text = Array("v=DMARC1; p=none; rua=".utf8) + input
      for uri in DMARCRecord.parse(text).value?.rua ?? [] { checkURI(uri, in: text) }
    },
    FuzzTarget(name: "dmarc-discovery") { input in
      let zone = ZoneText.parse(input, origin: "example.org").zone
      let resolver = ZoneResolver([zone], uncovered: .nameError)
      Drain.run { await discover("a.b.example.org", resolver) }
    },
    FuzzTarget(name: "public-suffix-list") { input in
      let parsed = PublicSuffixList.parse(input)
      checkFaults(of: parsed)
      guard let list = parsed.value else { return }
      for name in ["a.b.example.org", "co.uk", "www.city.kawasaki.jp", "xn--p1ai", "."] as [DomainName] {
        let suffix = list.publicSuffix(of: name)
        promise(suffix.map { name.isEqual(toOrBelow: $0) } ?? true, "a public suffix is a suffix")
        let domain = list.registrableDomain(of: name)
        promise(domain.map { $0.parent == suffix } ?? true, "a registrable domain is a child of the public suffix")
      }
    }
  ]

  private static func checkURI(_ uri: DMARCReportURI, in text: [UInt8]) {
    promise(uri.range.upperBound <= text.count && uri.octets.count <= uri.range.count, "a URI lies within the text")
    promise(uri.isValid || uri.fault?.message.isEmpty == false, "what is no URI has a fault")
    promise(uri.host.map { !$0.isRoot } ?? true, "a host is a name")
  }

  @Sendable private static func discover(_ domain: DomainName, _ resolver: ZoneResolver) async {
    let discovery = await DMARCPolicyDiscovery.discover(domain, resolver: resolver)
    promise(discovery.walk.steps.count <= 8, "a walk has at most eight steps (RFC 9989 §4.10)")
    let former = await DMARC7489Discovery.discover(discovery.walk, list: .shipped, resolver: resolver)
    _ = (discovery.organizationalDomain, discovery.existence, DMARCDivergence.between(discovery, former))
    for exists in [true, false] { _ = discovery.subdomain(exists: exists)?.effectivePolicy }
    guard case .known(let record?) = discovery.policyRecord else { return }
    for subject in DMARCRecord.Subject.allCases { _ = record.value.effectivePolicy(for: subject) }
    for entry in await DMARCReportAuthorization.discover(record, walk: discovery.walk, resolver: resolver) {
      promise(entry.walk?.steps.count ?? 0 <= 8, "a walk has at most eight steps (RFC 9989 §4.10)")
    }
  }
}
