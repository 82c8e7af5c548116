import DNS

@testable import LDNSKit

/// A tree of zones behind a resolver that does not validate: it gives whole answers, aliases followed.
struct SignedTree: SignedAnswerSource {
  /// An answer before it is written.
  struct Reply: Sendable {
    var code: UInt16 = 0
    var answer: [WireRecord] = []
    var authority: [WireRecord] = []
    var hasEDNS = true
    var failure: DNSFailure?
  }

  private let zones: [SignedZone]
  /// What a liar makes of answers.
  var change: @Sendable (DNSQuestion, inout Reply) -> Void = { _, _ in }

  init(_ zones: [SignedZone]) { self.zones = zones }

  func signedAnswers(to questions: [DNSQuestion]) async -> [SignedAnswer] { questions.map(answer) }

  func answer(_ question: DNSQuestion) -> SignedAnswer {
    var reply = reply(question)
    change(question, &reply)
    if let failure = reply.failure { return SignedAnswer(question, .failure(failure)) }
    return SignedAnswer(question, .success([Self.octets(question, reply)]))
  }

  static func octets(_ question: DNSQuestion, _ reply: Reply) -> [UInt8] {
    let counts = [1, reply.answer.count, reply.authority.count, reply.hasEDNS ? 1 : 0].flatMap { words(UInt16($0)) }
    let opt: [UInt8] = reply.hasEDNS ? [0] + words(41 as UInt16) + words(1232 as UInt16) + [0, 0, 0x80, 0, 0, 0] : []
    return [0, 1] + words(0x8180 | reply.code) + counts + question.name.wire + words(question.type.rawValue) + [0, 1]
      + (reply.answer + reply.authority).flatMap(\.octets) + opt
  }

  private func zone(of name: DomainName, _ type: DNSRecordType) -> SignedZone? {
    zones.filter { name.isEqual(toOrBelow: $0.apex) && !(type == .ds && $0.apex == name && !name.isRoot) }
      .max { $0.apex.labelCount < $1.apex.labelCount }
  }

  func reply(_ question: DNSQuestion) -> Reply {
    var (reply, name) = (Reply(), question.name)
    for _ in 0..<8 {
      guard let zone = zone(of: name, question.type) else { return reply }
      guard let target = zone.answer(name, question.type, &reply) else { return reply }
      name = target
    }
    return reply
  }
}

extension SignedZone {
  /// Adds what the zone says; gives the target when an alias leads on.
  func answer(_ name: DomainName, _ type: DNSRecordType, _ reply: inout SignedTree.Reply) -> DomainName? {
    if let set = nodes[name]?[type] {
      reply.answer += signed(set)
      return nil
    }
    if let alias = nodes[name]?[.cname] {
      reply.answer += signed(alias)
      return DomainName(wire: alias[0].data)
    }
    let redirection = nodes.keys.first { $0 != name && nodes[$0]?[.dname] != nil && name.isEqual(toOrBelow: $0) }
    if let owner = redirection, let set = nodes[owner]?[.dname], let target = DomainName(wire: set[0].data) {
      let made = DomainName(labels: name.labels.dropLast(owner.labelCount))?.wire.dropLast() ?? []
      reply.answer += signed(set)
      reply.answer.append(WireRecord(owner: name, type: .cname, data: made + target.wire))
      return DomainName(wire: made + target.wire)
    }
    if exists(name) {
      // Opt-out: a delegation that is left out is denied like a name that does not exist (RFC 5155 §7.2.4).
      let isLeftOut = signing?.nsec3?.optOut == true && nodes[name]?[.ns] != nil && nodes[name]?[.ds] == nil
      let encloser = isLeftOut && name != apex ? name.parent.map(denial) ?? [] : []
      reply.authority += soa + encloser + denial(name)
      return nil
    }
    return answerFromWildcard(name, type, &reply)
  }

  private var soa: [WireRecord] { signed(nodes[apex]?[.soa] ?? []) }

  private func answerFromWildcard(
    _ name: DomainName, _ type: DNSRecordType, _ reply: inout SignedTree.Reply
  ) -> DomainName? {
    var encloser = name
    while let parent = encloser.parent, !exists(encloser) { encloser = parent }
    guard let wildcard = encloser.prefixed(with: "*") else { return nil }
    let nextCloser = name.suffix(labels: encloser.labelCount + 1)
    let isHashed = signing?.nsec3 != nil
    if let set = nodes[wildcard]?[type] ?? nodes[wildcard]?[.cname] {
      reply.answer += signed(set, as: name)
      reply.authority += denial(isHashed ? nextCloser : name)
      return set[0].type == .cname && type != .cname ? DomainName(wire: set[0].data) : nil
    }
    if nodes[wildcard] == nil { reply.code = 3 }
    var proof = isHashed ? denial(encloser) + denial(nextCloser) : denial(name)
    for record in denial(wildcard) where !proof.contains(where: { $0.owner == record.owner && $0.type == record.type })
    {
      proof.append(record)
    }
    reply.authority += soa + proof
    return nil
  }
}
