import MailAuthentication
import OpenSSLKit
import Syntax

extension FuzzTarget {
  /// DKIM key records, and the base64 in them.
  static let dkim = [
    FuzzTarget(name: "dkim-record") { input in
      _ = DKIMKeyRecord.isCandidate(input)
      let parsed = DKIMKeyRecord.parse(input)
      checkFaults(of: parsed)
      guard let record = parsed.value else { return promise(false, "every text gives a record") }
      promise(!record.summary.isEmpty, "a record is summed up")
      promise((record.publicKey == nil) == (record.fingerprint == nil), "a key has a fingerprint")
      let isVoid = parsed.faults.contains { $0.gravity == .fatal }
      switch record.material {
      case .publicKey, .revoked: break
      case .missing, .undecodable, .unreadable, .unknownType: promise(isVoid, "without a key the record is void")
      }
    },
    FuzzTarget(name: "base64") { input in
      let decoded = Base64(input, in: input.indices)
      for fault in decoded.faults {
        promise(fault.range.lowerBound >= 0 && fault.range.upperBound <= input.count, "faults lie within the text")
      }
      for offset in [0, decoded.octets.count, decoded.octets.count + 3] {
        let place = Base64.place(ofOctet: offset, in: input, range: input.indices)
        promise(place.upperBound <= input.count, "an octet has a place in the text")
      }
      let text = Array(Base64.encode(input).utf8)
      let again = Base64(text, in: text.indices)
      promise(again.octets == input && again.faults.isEmpty, "octets are read back as they were written")
    }
  ]
}
