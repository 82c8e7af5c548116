import HTTPS
import MailAuthentication
import OpenSSLKit
import Syntax
import XMLKit
import ZlibKit

extension FuzzTarget {
  /// MTA-STS, TLS-RPT and BIMI: records, policies, logos, and what web servers say.
  static let policies = [
    FuzzTarget(name: "mta-sts-record") { input in
      let parsed = MTASTSRecord.parse(input)
      checkFaults(of: parsed)
      if parsed.isSound { promise(parsed.value?.id?.isEmpty == false, "a sound record has an id") }
    },
    FuzzTarget(name: "mta-sts-policy") { input in
      let parsed = MTASTSPolicy.parse(input)
      checkFaults(of: parsed)
      for fault in parsed.faults {
        let line = TextPosition.line(around: fault.range.lowerBound, in: input)
        promise(line.upperBound <= input.count, "a line lies within the text")
        promise(TextPosition(fault.range.lowerBound, in: input).column > 0, "columns begin at 1")
      }
      guard parsed.isSound, let policy = parsed.value else { return }
      promise(policy.mode != nil && policy.maxAge != nil, "a sound policy has a mode and an age")
      promise(policy.mode == MTASTSPolicy.Mode.none || !policy.patterns.isEmpty, "a sound policy has an mx")
    },
    FuzzTarget(name: "tlsrpt-record") { input in
      let parsed = TLSRPTRecord.parse(input)
      checkFaults(of: parsed)
      if parsed.isSound {
        promise(parsed.value?.rua.contains(where: \.isUsable) == true, "a sound record has an address")
      }
    },
    FuzzTarget(name: "bimi-record") { input in
      let parsed = BIMIRecord.parse(input)
      checkFaults(of: parsed)
      if BIMIRecord.isRecord(input) { promise(parsed.value != nil, "what is selected is read") }
    },
    FuzzTarget(name: "svg") { input in
      let content = XMLReader.read(input)
      promise(content.elements.count <= XMLLimits.elements, "elements are bounded")
      promise(content.elements.allSatisfy { $0.depth < XMLLimits.depth && $0.line > 0 }, "depth is bounded")
      let indicator = BIMIIndicator(input)
      promise(content.fault == nil || !indicator.isValid, "what is not well-formed is no logo")
    },
    FuzzTarget(name: "logotype") { input in
      for image in (try? Logotype.images(input)) ?? [] { promise(image.uris.count <= 8, "places are bounded") }
      if let content = (try? Gzip.unpack(input, limit: 4_096)) { promise(content.count <= 4_096, "content is bounded") }
      _ = try? BIMIMarkCertificate(pem: input)
    },
    FuzzTarget(name: "url-reference") { input in
      guard let base = try? HTTPSURL(parsing: Array("https://example.org/a/b?c".utf8)),
        let url = try? base.resolving(input)
      else { return }
      let again = try? HTTPSURL(parsing: Array(url.description.utf8))
      promise(again == url && url.target.hasPrefix("/"), "a resolved URL is a whole one")
    },
    FuzzTarget(name: "http-response") { input in
      let whole = read(input, portion: max(1, input.count))
      promise(read(input, portion: 3) == whole, "portions make no difference")
      if case .success(let response) = whole { promise(response.body.count <= bodyLimit, "content is bounded") }
    }
  ]

  private static let bodyLimit = 64

  private static func read(
    _ input: [UInt8], portion: Int
  ) -> Result<HTTPSResponse, HTTPSResponseReader.Fault> {
    var reader = HTTPSResponseReader(bodyLimit: bodyLimit)
    do throws(HTTPSResponseReader.Fault) {
      for start in stride(from: 0, to: input.count, by: portion) {
        try reader.feed(Array(input[start..<min(start + portion, input.count)]))
      }
      return .success(try reader.finish())
    } catch {
      return .failure(error)
    }
  }
}
