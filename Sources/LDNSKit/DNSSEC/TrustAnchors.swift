public import DNS

/// The keys that a validator believes without a signature (RFC 4035 §4.4), as DS records by zone.
public struct TrustAnchors: Sendable {
  /// The anchors by zone.
  let byZone: [DomainName: Anchor]

  /// What is believed of one zone.
  struct Anchor: Sendable {
    var delegationSigners: [DS] = []
    var keys: [DNSKEY] = []

    /// The keys of the zone that are among those that are believed.
    func believed(_ published: [DNSKEY], of zone: DomainName) -> [DNSKEY] {
      let known = Set(keys)
      let named = delegationSigners.believed(published, of: zone, most: DNSSECLimits.anchors)
      return named + published.filter { known.contains($0) && !named.contains($0) }
    }
  }

  /// The zones that have an anchor, in canonical order.
  public var zones: [DomainName] { byZone.keys.sorted() }

  /// Takes the DS and DNSKEY records among `records`; nil when there is none.
  public init?(_ records: [DNSRecord]) {
    var byZone: [DomainName: Anchor] = [:]
    for record in records.prefix(DNSSECLimits.anchors) {
      guard case .other(let type, let octets) = record.data else { continue }
      if type == .ds, let signer = DS(octets) {
        byZone[record.owner, default: Anchor()].delegationSigners.append(signer)
      } else if type == .dnskey, let key = DNSKEY(octets), key.isZoneKey {
        byZone[record.owner, default: Anchor()].keys.append(key)
      }
    }
    if byZone.isEmpty { return nil }
    self.byZone = byZone
  }

  /// Reads zone text of DS and DNSKEY records, such as the `root.key` of unbound.
  ///
  /// - Parameters:
  ///   - file: the file, for faults.
  ///   - files: where it is found.
  /// - Returns: the anchors.
  /// - Throws: the first fault with its place; a record of another type, or a file without any, is one.
  public static func load(_ file: String, files: any ZoneFiles) throws(ZoneText.Fault) -> TrustAnchors {
    let result = ZoneText.load(file, origin: .root, files: files)
    if let fault = result.faults.first { throw fault }
    if let stray = result.zone.records.first(where: { $0.type != .ds && $0.type != .dnskey }) {
      throw ZoneText.Fault(
        file: file, line: 1, column: 1,
        message: "a trust anchor is a DS or DNSKEY record; the file has a record of type \(stray.type)")
    }
    guard let anchors = TrustAnchors(result.zone.records) else {
      throw ZoneText.Fault(file: file, line: 1, column: 1, message: "holds no DS or DNSKEY record that can be used")
    }
    return anchors
  }

  /// The day on which the keys were compared with those that IANA publishes.
  public static let date = "2026-11-25"

  /// The keys of the root: KSK-2017, and KSK-2024 that follows it (https://data.iana.org/root-anchors/root-anchors.xml).
  public static let iana = TrustAnchors(root: [
    (20326, "E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D"),
    (38696, "683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16")
  ])

  /// Keys of the root with algorithm 8 (RSA/SHA-256) and digests of type 2 (SHA-256).
  private init(root: [(tag: UInt16, digest: String)]) {
    let signers = root.compactMap { entry -> DS? in
      var octets = [UInt8(entry.tag >> 8), UInt8(entry.tag & 0xFF), 8, 2]
      var digits = entry.digest[...]
      while !digits.isEmpty {
        octets.append(UInt8(digits.prefix(2), radix: 16) ?? 0)
        digits = digits.dropFirst(2)
      }
      return DS(octets)
    }
    byZone = [.root: Anchor(delegationSigners: signers)]
  }

  /// The zone of the nearest anchor at or above a name; nil when there is none.
  func zone(above name: DomainName) -> DomainName? {
    var next: DomainName? = name
    while let candidate = next {
      if byZone[candidate] != nil { return candidate }
      next = candidate.parent
    }
    return nil
  }
}
