import MailMessage
import OpenSSLKit
import Syntax

/// What the header says of a body: how it is encoded, and what parts it from others.
struct BodyContext {
  let encoding: String
  let boundary: [UInt8]?

  init(_ message: Message) {
    encoding = message.field("Content-Transfer-Encoding").map { message.text(of: $0).lowercased() } ?? ""
    let type = message.field("Content-Type").flatMap { ContentType.parse(message.body(of: $0)).value }
    boundary = type?.boundary.map { Array("--\($0)".utf8) }
  }
}

/// A body as it may have been, and what was done to it since.
struct BodyCandidate {
  let octets: [UInt8]
  let kind: DKIMAlteration.Kind
  let detail: String
  var line: Int?
  /// Whether the octets are hashed as they are.
  var isRaw = false

  var alteration: DKIMAlteration { DKIMAlteration(kind: kind, detail: detail, field: nil, line: line) }
}

/// Hashes bodies until one has the hash that was signed.
struct BodySearch {
  let kind: BodyHashKind
  let wanted: [UInt8]
  /// How many octets may still be hashed.
  private var budget = AlterationLimits.hashedOctets

  init(kind: BodyHashKind, wanted: [UInt8]) {
    self.kind = kind
    self.wanted = wanted
  }

  /// The changes that lead from the signed body to `body`; nil when none are found.
  mutating func find(_ body: [UInt8], _ context: BodyContext) -> [DKIMAlteration]? {
    if let ending = ending(of: body), case let cut = appended(to: body, ending) { return [cut] }
    let candidates = BodyCandidates(body: body, context: context)
    for make in BodyCandidates.all {
      for candidate in make(candidates) {
        if candidate.isRaw {
          if hash(candidate.octets) == wanted { return [candidate.alteration] }
        } else if let ending = ending(of: candidate.octets) {
          let isWhole = ending >= candidate.octets.count
          return isWhole
            ? [candidate.alteration] : [candidate.alteration, appended(to: candidate.octets, ending)]
        }
      }
    }
    return nil
  }

  private func appended(to body: [UInt8], _ ending: Int) -> DKIMAlteration {
    let line = 1 + body[..<ending].count { $0 == Octet.lineFeed }
    let text = body[ending...].drop { $0 <= Octet.blank }.prefix { $0 >= Octet.blank }
    let first = String(decoding: text.prefix(60), as: UTF8.self)
    let count = body.count - ending
    return DKIMAlteration(
      kind: .textAppended, detail: "\(count) octets were appended from line \(line) of the body on: \"\(first)\"",
      field: nil, line: line)
  }

  private func hash(_ octets: [UInt8]) -> [UInt8]? { try? kind.algorithm.digest(of: octets) }

  /// Where the body ends that has the wanted hash: at the end of `body`, or at the end of one of its last lines.
  private mutating func ending(of body: [UInt8]) -> Int? {
    guard budget >= body.count else { return nil }
    budget -= body.count
    let digest = BodyDigest(kind)
    if digest.current() == wanted { return 0 }
    var start = startOfEndings(body)
    digest.take(body.span.extracting(0..<start))
    while start < body.count {
      if digest.current() == wanted { return start }
      let end = body[start...].firstIndex(of: Octet.lineFeed).map { $0 + 1 } ?? body.count
      digest.take(body.span.extracting(start..<end))
      start = end
    }
    return digest.finish()?.octets == wanted ? body.count : nil
  }

  /// The first of the last lines.
  private func startOfEndings(_ body: [UInt8]) -> Int {
    var (index, lines) = (body.count, 0)
    while index > 0, lines <= AlterationLimits.endings {
      index -= 1
      if body[index] == Octet.lineFeed { lines += 1 }
    }
    return index == 0 ? 0 : index + 1
  }
}
