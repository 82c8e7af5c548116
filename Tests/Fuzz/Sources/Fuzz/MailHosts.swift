import DNS
import LDNSKit
import MailAuthentication
import Providers
import RouteOrigins

extension FuzzTarget {
  /// What concerns hosts: CAA records, exports of route origins, reverse names, answers of block lists, greetings.
  static let mailHosts = [
    FuzzTarget(name: "caa-record") { input in
      let parsed = CAAProperty.parse(input)
      checkFaults(of: parsed)
      guard let property = parsed.value else { return promise(!parsed.faults.isEmpty, "what is not read has a fault") }
      if case .issuer(let issuer?) = property.value {
        promise(!issuer.domain.isEmpty && parsed.faults.isEmpty, "an issuer has a domain, and a record without a fault")
      }
    },
    FuzzTarget(name: "route-origins") { input in
      do throws(PayloadFault) {
        let table = try ValidatedPayloads.parse(input)
        promise(table.count > 0, "a table that is read is not empty")
        for address in [IPAddress.v4(0xC000_0219), .v6(0x2001_0DB8 << 96)] {
          for payload in table.covering(address) {
            promise(payload.prefix.contains(address), "a payload that covers an address holds it")
          }
        }
      } catch {
        promise(
          error.line > 0 && error.line <= input.count + 1 && !error.message.isEmpty, "a fault has a line and a cause")
      }
    },
    FuzzTarget(name: "reverse-name") { input in
      guard let name = DomainName(wire: Array(input.dropFirst(4))) else { return }
      for address in [IPAddress(octets: input.prefix(4)), IPAddress(octets: input.prefix(16))].compactMap(\.self) {
        _ = GenericReverseName.sign(of: name, for: address)?.description
      }
    },
    FuzzTarget(name: "greeting") { input in
      let greeting = String(decoding: input, as: UTF8.self)
      let found = SubmissionDirectory.providers(ofGreeting: greeting)
      promise(
        found == SubmissionDirectory.providers(ofGreeting: greeting + "\r\nmore"), "the first line alone decides")
    },
    FuzzTarget(name: "block-list-answer") { input in
      let zone = ZoneText.parse(input, origin: "example.org").zone
      let answer = ZoneResolver([zone], uncovered: .nameError).answer(to: DNSQuestion("example.org", .a))
      for list in BlockListDirectory.all {
        if case .listed(let codes) = list.reading(of: answer) {
          promise(!codes.isEmpty && answer.addresses.allSatisfy(\.isV4), "what is listed has a meaning")
        }
      }
    }
  ]
}
