import DNS
import Testing

/// A question about the tree of signed zones, and what is said of its answer.
struct DNSSECLabRow: Sendable, CustomTestStringConvertible {
  let question: DNSQuestion
  let state: DNSSECVerdict.State

  var testDescription: String { "\(question)" }

  private static func rows(_ state: DNSSECVerdict.State, _ zone: DomainName, _ questions: String) -> [DNSSECLabRow] {
    questions.split(separator: ",").compactMap { entry in
      let words = entry.split(separator: " ").map(String.init)
      guard words.count == 2, let type = DNSRecordType(words[1]),
        let name = words[0] == "@" ? zone : zone.prefixed(with: words[0])
      else { return nil }
      return DNSSECLabRow(question: DNSQuestion(name, type), state: state)
    }
  }

  /// What holds whatever way absence is proven.
  private static let ordinary = """
    @ MX, @ TXT, @ TLSA, mail A, mail AAAA, _25._tcp.mail TLSA, alias A, x.wild A, x.wild MX, empty A, x.moved A, \
    child MX, mail.child A, none.child A, child DS
    """

  static let all: [DNSSECLabRow] =
    rows(.secure, "good.test", ordinary + ", none A, b.deep.empty A, unsigned DS")
    + rows(.insecure, "good.test", "abroad A, unsigned MX, none.unsigned A") + rows(.bogus, "good.test", "stray A")
    + rows(.secure, "hashed.test", ordinary + ", none A, b.deep.empty A, unsigned DS")
    + rows(.insecure, "hashed.test", "abroad A, unsigned MX, none.unsigned A")
    + rows(.secure, "optout.test", "@ MX, mail AAAA, child MX, unsigned DS")
    + rows(.insecure, "optout.test", "none A, unsigned MX, x.wild A")
    + rows(.secure, "many.test", "@ MX") + rows(.insecure, "many.test", "none A, mail AAAA")
    + ["rsa512.test", "p384.test", "ed25519.test", "ed448.test", "weakds.test"].flatMap {
      rows(.secure, $0, "@ MX, none A")
    }
    + ["open.test", "nods.test", "oddds.test"].flatMap { rows(.insecure, $0, "@ MX, none A") }
    + ["expired.test", "future.test", "wrongds.test"].flatMap { rows(.bogus, $0, "@ MX, mail A, none A") }
    + rows(.bogus, "changed.test", "mail A") + rows(.secure, "changed.test", "@ MX")
    + rows(.bogus, "bare.test", "@ MX") + rows(.secure, "bare.test", "mail A, none A")
    + rows(.bogus, "undenied.test", "none A, mail AAAA") + rows(.secure, "undenied.test", "@ MX")
    + rows(.insecure, "sha1.test", "@ MX, none A")
    + rows(.secure, "test", "@ SOA")
    + rows(.secure, .root, "@ DNSKEY, nothing A")
}
