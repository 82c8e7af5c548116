import DNS
import OpenSSLKit
import Reporting
import SMTPSubmission
import Survey

extension ReceivingView {
  /// The mail servers for programs.
  var json: JSON {
    [
      "domain": .string(domain.description), "answer": .string(answer), "hosts": .array(hosts.map(host)),
      "probed": .boolean(survey.servers != nil), "unvisited": .number(survey.servers?.unvisited ?? 0)
    ]
  }

  private func host(_ host: Host) -> JSON {
    [
      "name": .string(host.host.name.description),
      "preferences": .array(host.host.preferences.map { .number(Int($0)) }),
      "addresses": JSON(host.host.addresses.map(\.description)),
      "aliases": JSON(host.host.aliases.map(\.data.description)), "tlsa": JSON(Self.records(host.dane)),
      "ptr": JSON(reverseNames(of: host)), "mtaSTS": JSON(policy(of: host)),
      "servers": .array(host.observations.map { observation($0, host) })
    ]
  }

  private func observation(_ seen: MailServerObservation, _ host: Host) -> JSON {
    let weak = seen.weaknesses.filter { $0.value.facts != nil }.keys.map(\.rawValue).sorted()
    return [
      "address": .string(seen.address.description), "port": .number(Int(seen.port)),
      "stop": JSON(seen.session.stop?.description), "startTLS": seen.session.offersSTARTTLS.map(JSON.boolean) ?? .null,
      "version": JSON(seen.session.tls?.version.description), "cipher": JSON(seen.session.tls?.cipher),
      "group": JSON(seen.session.tls?.group), "accepted": JSON(seen.acceptedVersions.map(\.description)),
      "weak": JSON(weak), "certificates": .array(seen.chains.map { certificate($0, seen, host) }),
      "transcript": JSON(seen.session.transcript.map(\.description))
    ]
  }

  private func certificate(_ chain: [Certificate], _ seen: MailServerObservation, _ host: Host) -> JSON {
    let leaf = chain.first
    return [
      "subject": JSON(leaf?.subject), "issuer": JSON(leaf?.issuer), "names": JSON(leaf?.dnsNames ?? []),
      "notBefore": JSON(leaf?.firstDay),
      "notAfter": JSON(leaf?.lastDay), "key": JSON(leaf?.keyKind),
      "bits": leaf.map { .number($0.keyBits) } ?? .null, "serial": JSON(leaf?.serial),
      "signature": JSON(leaf?.signatureAlgorithm), "chain": JSON(chain.map(\.subject)),
      "faults": seen.faults(of: chain).map { JSON($0) } ?? .null,
      "namedByTLSA": isNamed(chain, host).map(JSON.boolean) ?? .null
    ]
  }
}
