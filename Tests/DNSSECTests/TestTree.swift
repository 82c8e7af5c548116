import DNS

@testable import LDNSKit

/// The tree that most tests look at.
enum TestTree {
  /// Within the time of all signatures but the expired and future ones.
  static let now = 1_800_000_000

  static let rootKey = SigningKey()
  private static let topKey = SigningKey(.ecdsaP256)
  private static let goodKeys = [SigningKey(.ecdsaP256), SigningKey(.ecdsaP256, isEntryPoint: false)]
  private static let hashedKey = SigningKey(.rsaSHA256)

  private static let records = """
    @ NS ns
    @ MX 10 mail
    @ TXT "v=spf1 mx -all"
    ns A 192.0.2.53
    mail A 192.0.2.25
    mail AAAA 2001:db8::25
    _dmarc TXT "v=DMARC1; p=reject"
    alias CNAME mail
    abroad CNAME www.open.test.
    stray CNAME bad.expired.test.
    nowhere CNAME nothing.hashed.test.
    *.wild A 192.0.2.7
    *.wildalias CNAME mail
    a.deep.empty A 192.0.2.8
    moved DNAME wild
    gone DNAME open.test.
    child NS ns.child
    ns.child A 192.0.2.9
    unsigned NS ns.unsigned
    ns.unsigned A 192.0.2.9
    """

  /// The zones below `test.`, each with what is to be said of it.
  static let zones: [SignedZone] = {
    let childKey = SigningKey()
    let good = SignedZone(
      "good.test", records, Signing(keys: goodKeys),
      signers: ["child.good.test": [childKey.delegationSigner(of: "child.good.test")]])
    let hashed = SignedZone(
      "hashed.test", records.replacing("open.test.", with: "open.test."),
      Signing(keys: [hashedKey], nsec3: (0, [], false)),
      signers: ["child.hashed.test": [childKey.delegationSigner(of: "child.hashed.test")]])
    let optout = SignedZone(
      "optout.test", records, Signing(keys: [hashedKey], nsec3: (5, [0xAB, 0xCD], true)),
      signers: ["child.optout.test": [childKey.delegationSigner(of: "child.optout.test")]])
    let simple = "@ NS ns\n@ MX 10 bad\nbad A 192.0.2.1\nns A 192.0.2.53"
    var below: [SignedZone] = [good, hashed, optout]
    for parent in [good, hashed, optout] {
      for (name, signing) in [("child", Signing(keys: [childKey])), ("unsigned", nil)] as [(DomainName, Signing?)] {
        if let apex = parent.apex.prefixed(with: name) { below.append(SignedZone(apex, simple, signing)) }
      }
    }
    below += special(simple)
    return below + [SignedZone("open.test", "www A 192.0.2.2\n@ NS www", nil)]
  }()

  private static func special(_ text: String) -> [SignedZone] {
    [
      SignedZone("expired.test", text, Signing(expiration: 1_750_000_000)),
      SignedZone("future.test", text, Signing(inception: 1_850_000_000)),
      SignedZone("wrongds.test", text),
      SignedZone("many.test", text, Signing(nsec3: (151, [], false))),
      SignedZone("sha1.test", text, Signing(keys: [SigningKey(.rsaSHA1)])),
      SignedZone("lying.test", text, Signing(statedAlgorithm: 8)),
      SignedZone("odd.test", text), SignedZone("gost.test", text),
      SignedZone("revoked.test", text, Signing(keys: [SigningKey(revoked: true)])),
      SignedZone("weakds.test", text)
    ]
  }

  /// The DS records that the parent has, where they are not simply those of the first key.
  private static func signers(_ zone: SignedZone) -> [[UInt8]] {
    guard let key = zone.signing?.keys.first else { return [] }
    let true_ = key.delegationSigner(of: zone.apex)
    switch zone.apex {
    case "wrongds.test": return [SigningKey().delegationSigner(of: zone.apex)]
    case "odd.test": return [Array(true_[..<2]) + [200, 2] + true_[4...]]
    case "gost.test": return [Array(true_[..<2]) + [12, 3] + true_[4...]]
    case "weakds.test": return [key.delegationSigner(of: zone.apex, .sha1)]
    default: return [true_]
    }
  }

  /// Everything, below a root of its own.
  static let tree: SignedTree = {
    let tops = zones.filter { $0.apex.labelCount == 2 }
    let text = tops.map {
      "\($0.apex.labels.first.map { String(decoding: $0, as: UTF8.self) } ?? "") NS ns.\($0.apex)."
    }
    let top = SignedZone(
      "test", "@ NS ns\n" + text.joined(separator: "\n"), Signing(keys: [topKey], nsec3: (0, [], true)),
      signers: Dictionary(uniqueKeysWithValues: tops.filter { $0.signing != nil }.map { ($0.apex, signers($0)) }))
    let root = SignedZone(
      .root, "@ NS ns.test.\ntest NS ns.test.", Signing(keys: [rootKey]),
      signers: ["test": [topKey.delegationSigner(of: "test")]])
    return SignedTree([root, top] + zones)
  }()

  /// The trust anchor of the tree.
  static let anchors: TrustAnchors = {
    let record = DNSRecord(
      owner: .root, ttl: 0, data: .other(type: .ds, octets: rootKey.delegationSigner(of: .root)))
    guard let anchors = TrustAnchors([record]) else { preconditionFailure("no trust anchor") }
    return anchors
  }()

  /// The verdict on a question, after `change` of the answers.
  static func verdict(
    _ name: DomainName, _ type: DNSRecordType, at time: Int = now, policy: DNSSECPolicy = .init(),
    change: @escaping @Sendable (DNSQuestion, inout SignedTree.Reply) -> Void = { _, _ in }
  ) async -> DNSSECVerdict {
    var tree = tree
    tree.change = change
    let validator = ChainValidator(tree, anchors: anchors, policy: policy) { time }
    return await validator.verdicts(on: [DNSQuestion(name, type)])[0]
  }
}
