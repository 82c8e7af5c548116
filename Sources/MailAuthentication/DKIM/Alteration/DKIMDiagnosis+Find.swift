public import MailMessage
import Syntax

extension DKIMDiagnosis {
  /// Looks for what changed since `result`'s message was signed: known changes are undone until hash and signature are
  /// right again. Nothing is guessed. Throws when the body cannot be read.
  public static func find(_ result: DKIMSignatureResult) throws(MessageReadError) -> DKIMDiagnosis {
    let body = try findBody(result)
    let header = findHeader(result)
    let hops = hops(result)
    let isChanged = !body.alterations.isEmpty || !header.alterations.isEmpty
    return DKIMDiagnosis(
      body: body, header: header, hops: hops, likelyHop: isChanged ? likelyHop(result.message, hops) : nil)
  }

  private static func findBody(_ result: DKIMSignatureResult) throws(MessageReadError) -> DKIMAlterationFinding {
    switch result.bodyHash {
    case .matches: return .unchanged
    case .notComputed: return .notTried("the signature does not say what the hash of the body was")
    case .differs:
      guard let signature = result.value, let kind = signature.bodyHashKind else { return .notIdentified }
      let message = result.message
      guard message.body.count <= AlterationLimits.bodyOctets else {
        return .notTried("the body has more than \(AlterationLimits.bodyOctets) octets")
      }
      let octets = try message.source.octets(message.body, limit: AlterationLimits.bodyOctets)
      var search = BodySearch(kind: kind, wanted: signature.bodyHash)
      return search.find(octets, BodyContext(message)).map { .identified($0) } ?? .notIdentified
    }
  }

  private static func findHeader(_ result: DKIMSignatureResult) -> DKIMAlterationFinding {
    switch result.headerSignature {
    case .verifies: return .unchanged
    case .notTried: return .notTried("there is no key to try with")
    case .differs:
      guard var search = HeaderSearch(result) else { return .notTried("there is no key to try with") }
      return search.find().map { .identified($0) } ?? .notIdentified
    }
  }

  /// The Received fields above the signature, the lowest first.
  private static func hops(_ result: DKIMSignatureResult) -> [HeaderField] {
    let above = result.message.fields.prefix { $0 != result.field }
    return above.filter { result.message.isNamed($0, "Received") }.reversed()
  }

  /// Fields that lists and gateways leave behind.
  private static let marks: [HeaderName] = [
    "List-Id", "List-Post", "X-Mailman-Version", "Mailing-List", "X-BeenThere", "X-Spam-Flag", "X-Spam-Status",
    "X-Virus-Scanned", "X-Original-From", "X-MS-Exchange-Organization-SCL", "X-Disclaimer"
  ]

  /// The only hop; or of several the one above the lowest mark, which came with the message to that server.
  private static func likelyHop(_ message: Message, _ hops: [HeaderField]) -> HeaderField? {
    if hops.count <= 1 { return hops.first }
    let lowest = message.fields.last { field in marks.contains { message.isNamed(field, $0) } }
    guard let lowest else { return nil }
    return hops.first { $0.range.lowerBound < lowest.range.lowerBound }
  }
}
