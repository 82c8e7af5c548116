import DNS
import Testing

@testable import LDNSKit

/// Input that is made to hurt: nothing crashes, nothing takes long.
@Suite struct HostileTests {
  @Test func cutMessages() async {
    for question in [DNSQuestion("x.wild.hashed.test", .a), DNSQuestion("none.good.test", .a)] {
      let octets = SignedTree.octets(question, TestTree.tree.reply(question))
      for count in 0..<octets.count {
        var run = ValidationRun(anchors: TestTree.anchors, policy: .init(), time: TestTree.now)
        run.take(SignedAnswer(question, .success([Array(octets[..<count])])))
        _ = try? run.verdict(on: question)
      }
    }
  }

  @Test func changedOctetsAreNeverSecure() async {
    var generator = SystemRandomNumberGenerator()
    for question in [DNSQuestion("good.test", .mx), DNSQuestion("mail.hashed.test", .tlsa)] {
      let honest = TestTree.tree.reply(question)
      for _ in 0..<80 {
        var reply = honest
        let place = Int.random(in: 0..<max(reply.answer.count, 1), using: &generator)
        if reply.answer.isEmpty {
          let index = Int.random(in: 0..<reply.authority.count, using: &generator)
          Self.change(&reply.authority[index].data, &generator)
        } else {
          Self.change(&reply.answer[place].data, &generator)
        }
        let changed = reply
        let verdict = await TestTree.verdict(question.name, question.type) { asked, reply in
          if asked == question { reply = changed }
        }
        if !changed.answer.isEmpty { #expect(verdict.state != .secure, "\(changed.answer)") }
      }
    }
  }

  private static func change(_ data: inout [UInt8], _ generator: inout SystemRandomNumberGenerator) {
    let index = Int.random(in: 0..<data.count, using: &generator)
    // 0x20 is left alone: the case of letters does not count (RFC 4034 §6.2).
    data[index] ^= UInt8.random(in: 1...31, using: &generator)
  }

  /// CVE-2023-50387: many keys with one tag, many signatures.
  @Test func manyKeysAndSignatures() async {
    let start = ContinuousClock.now
    let verdict = await TestTree.verdict("good.test", .mx) { question, reply in
      if question == DNSQuestion("good.test", .dnskey) {
        let key = reply.answer[0]
        for index in 0..<300 {
          var copy = key
          copy.data[10] ^= UInt8(index & 255)
          copy.data[12] ^= UInt8(index & 255)
          reply.answer.append(copy)
        }
      }
      if question == DNSQuestion("good.test", .mx), var signature = reply.answer.last {
        reply.answer.removeLast()
        for index in 0..<300 {
          signature.data[signature.data.count - 1 - index % 60] ^= UInt8(index / 60 + 1)
          reply.answer.append(signature)
        }
      }
    }
    #expect(verdict.state == .bogus)
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test func manySignaturesOfOneSet() async {
    let verdict = await TestTree.verdict("good.test", .mx) { question, reply in
      guard question == DNSQuestion("good.test", .mx), var signature = reply.answer.popLast() else { return }
      for index in 0..<300 {
        signature.data[signature.data.count - 1 - index % 60] ^= UInt8(index / 60 + 1)
        reply.answer.append(signature)
      }
    }
    #expect(verdict.state == .bogus)
  }

  /// Thousands of DS records and of keys, all with one tag: a digest for each pair would take minutes.
  @Test(arguments: [2, 32])
  func manyDelegationSigners(octets: Int) async {
    let key = SigningKey()
    var tree = SignedTree([
      SignedZone(
        .root, "zone NS ns.zone.", Signing(keys: [TestTree.rootKey]),
        signers: ["zone": Self.delegationSigners(of: key, octets) + [key.delegationSigner(of: "zone")]]),
      SignedZone("zone", "@ MX 10 mail", Signing(keys: [key]))
    ])
    tree.change = { question, reply in
      if question == DNSQuestion("zone", .dnskey) { reply.answer += Self.keys(like: key) }
    }
    let validator = ChainValidator(tree, anchors: TestTree.anchors) { TestTree.now }
    let start = ContinuousClock.now
    let verdict = await validator.verdicts(on: [DNSQuestion("zone", .mx)])[0]
    #expect(verdict.state == .bogus)
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  /// DS records with the tag of a key and digests of so many octets that are those of nothing.
  private static func delegationSigners(of key: SigningKey, _ octets: Int) -> [[UInt8]] {
    (0..<900).map { number in
      words(key.tag) + [key.algorithm.rawValue, 2] + words(UInt16(number)) + Array(repeating: 0, count: octets - 2)
    }
  }

  /// Keys with the tag of another: what one octet gains, the next but one loses (RFC 4034 appendix B).
  private static func keys(like key: SigningKey) -> [WireRecord] {
    (0..<900).map { number in
      var data = key.data
      for place in [10, 14] {
        let (step, sum) = (place == 10 ? number & 31 : number >> 5, Int(data[place]) + Int(data[place + 2]))
        let low = max(0, sum - 255)
        let first = low + (Int(data[place]) - low + step) % (min(sum, 255) - low + 1)
        (data[place], data[place + 2]) = (UInt8(first), UInt8(sum - first))
      }
      return WireRecord(owner: "zone", type: .dnskey, data: data)
    }
  }

  @Test func fewOfManyAreCompared() throws {
    let key = SigningKey()
    let signers = try (Self.delegationSigners(of: key, 2) + [key.delegationSigner(of: "zone")]).map { octets in
      try #require(DS(octets))
    }
    let known = try #require(DNSKEY(key.data))
    let others = Self.keys(like: key).prefix(3).compactMap { DNSKEY($0.data) }
    #expect(signers.believed(others + [known], of: "zone") == [known])
    #expect([DS]().believed([known], of: "zone").isEmpty)
    // Beyond the limits nothing is compared.
    let whole = try (Self.delegationSigners(of: key, 32).prefix(16) + [key.delegationSigner(of: "zone")]).map {
      octets in
      try #require(DS(octets))
    }
    #expect(
      whole.believed([known], of: "zone").isEmpty
        && whole.dropFirst().map(\.self).believed([known], of: "zone") == [known])
    let crowd = Self.keys(like: key).compactMap { DNSKEY($0.data) }.filter { $0 != known }.prefix(4)
    #expect(signers.believed(crowd + [known], of: "zone").isEmpty)
  }

  @Test func longNames() async throws {
    let deep = Array(repeating: "a", count: 110).joined(separator: ".") + ".hashed.test"
    let start = ContinuousClock.now
    let verdict = await TestTree.verdict(try #require(DomainName(deep)), .a)
    #expect(verdict.state == .secure, "\(verdict.reason)")
    let unsigned = await TestTree.verdict(try #require(DomainName(deep)), .a) { question, reply in
      if question.type == .a {
        reply = SignedTree.Reply(answer: [WireRecord(owner: question.name, type: .a, data: [1, 2, 3, 4])])
      }
    }
    #expect(unsigned.state == .bogus, "\(unsigned.reason)")
    #expect(ContinuousClock.now - start < .seconds(3))
  }

  @Test func aliasesInACircle() async {
    let verdict = await TestTree.verdict("alias.good.test", .a) { question, reply in
      reply.answer = [WireRecord(owner: question.name, type: .cname, data: DomainName("alias.good.test").wire)]
    }
    #expect(verdict.state != .secure)
  }
}

/// Records whose octets mean nothing: the readers of fields, and the proofs made of what they read.
@Suite struct HostileRecordTests {
  @Test func randomOctets() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let octets = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        // Small numbers make lengths that fit.
        UInt8.random(in: 0...(Bool.random(using: &generator) ? 255 : 8), using: &generator)
      }
      _ = (RRSIG(octets), DNSKEY(octets), DS(octets))
      if let record = NSEC(owner: "a.zone", octets) { Self.prove(NSECDenial(zone: "zone", [record, record])) }
      if let record = NSEC3(owner: "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom.zone", octets) {
        Self.prove(NSEC3Denial(zone: "zone", [record], iterations: 2))
      }
    }
  }

  private static func prove(_ records: any DenialRecords) {
    for name in ["zone", "a.zone", "b.a.zone", "other", "."] as [DomainName] {
      _ = records.noData(name, .mx)
      _ = records.noData(name, .ds)
      _ = records.nameError(name)
      _ = records.delegation(at: name)
      _ = records.expansion(of: name, from: "*.zone")
    }
  }
}
