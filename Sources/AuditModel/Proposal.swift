/// A change of DNS records that is to mend what a check found, and whether it was shown to do so.
public struct Proposal: Sendable, Hashable {
  /// The check that the change is to mend.
  public let check: CheckID
  /// The record sets that change, in order.
  public let changes: [RecordChange]
  /// What to know before the change is made, a sentence each.
  public let remarks: [String]
  /// Whether the audit of the changed world showed that it mends.
  public let proof: Proof

  /// Makes a proposal of its parts.
  public init(check: CheckID, changes: [RecordChange], remarks: [String], proof: Proof) {
    self.check = check
    self.changes = changes
    self.remarks = remarks
    self.proof = proof
  }

  /// What is known of the change.
  public enum Proof: Sendable, Hashable {
    /// With the change the check is mended, and no other gets worse.
    case proven(Trial)
    /// That could not be shown; the reason is a sentence.
    case notProvable(String)
  }

  /// What the audit behind a change showed.
  public struct Trial: Sendable, Hashable {
    /// How the check was mended.
    public let mending: Mending
    /// How many other checks were compared.
    public let compared: Int
    /// Other checks that get better.
    public let better: [CheckID]
    /// Checks that only now have something to judge, and find something less grave than what was mended.
    public let next: [CheckID]
    /// How the SPF records before and after were compared; nil when they are not to say the same.
    public let spf: SPFComparison?

    /// Makes a trial of its parts.
    public init(mending: Mending, compared: Int, better: [CheckID], next: [CheckID], spf: SPFComparison?) {
      self.mending = mending
      self.compared = compared
      self.better = better
      self.next = next
      self.spf = spf
    }
  }

  /// How a check is mended.
  public enum Mending: String, Sendable {
    /// It passes.
    case passes
    /// What it judges is not there any more.
    case gone
    /// Where it found a defect, it has a remark.
    case remark
  }

  /// Two SPF records at the first and last address of each block of both, and at those beside them.
  public struct SPFComparison: Sendable, Hashable {
    /// The addresses for which both give the same result.
    public let same: Int
    /// The addresses for which the old one gives an error, which is no statement about them.
    public let errors: Int

    /// Makes a comparison of its numbers.
    public init(same: Int, errors: Int) {
      self.same = same
      self.errors = errors
    }
  }

  /// Whether the change was shown to mend.
  public var isProven: Bool { if case .proven = proof { true } else { false } }
}

/// What becomes of the records of one name and type.
public struct RecordChange: Sendable, Hashable {
  /// The name, without a final dot.
  public let name: String
  /// The type, such as `TXT`.
  public let type: String
  /// The domain of somebody else, who alone can make the change; nil for the owner's own.
  public let owner: String?
  /// The records that go.
  public let removed: [ProposedRecord]
  /// The records that come.
  public let added: [ProposedRecord]
  /// The records of the same name and type that stay.
  public let kept: [ProposedRecord]

  /// Makes a change of its parts.
  public init(
    name: String, type: String, owner: String?, removed: [ProposedRecord], added: [ProposedRecord],
    kept: [ProposedRecord]
  ) {
    self.name = name
    self.type = type
    self.owner = owner
    self.removed = removed
    self.added = added
    self.kept = kept
  }
}

/// One record of a change.
public struct ProposedRecord: Sendable, Hashable {
  /// The name, without a final dot.
  public let name: String
  /// The time to live in seconds.
  public let ttl: Int
  /// What the record holds.
  public let data: Content

  /// Makes a record of its parts.
  public init(name: String, ttl: Int, data: Content) {
    self.name = name
    self.ttl = ttl
    self.data = data
  }

  /// What a record holds.
  public enum Content: Sendable, Hashable {
    /// A text record: its strings joined, and the same as zone text.
    case text([UInt8], zoneText: String)
    /// A mail exchange, its name without a final dot; empty for the root of a null MX.
    case exchange(preference: Int, host: String)
    /// Any other record, as zone text.
    case other(type: String, zoneText: String)
  }

  /// The data as zone text (RFC 1035 §5.1).
  public var zoneText: String {
    switch data {
    case .text(_, let zoneText), .other(_, let zoneText): zoneText
    case .exchange(let preference, let host): "\(preference) \(host)."
    }
  }

  /// The type, such as `TXT`.
  public var type: String {
    switch data {
    case .text: "TXT"
    case .exchange: "MX"
    case .other(let type, _): type
    }
  }

  /// The record as a line of a zone file.
  public var zoneLine: String { "\(name). \(ttl) IN \(type) \(zoneText)" }
}
