/// The changes that together mend what a change of records can mend.
public struct FixPlan: Sendable, Hashable {
  /// The zone that the names are written relative to, without a final dot.
  public let zone: String
  /// The proposals that were shown to mend, each on top of those before it.
  public let proven: [Proposal]
  /// The record sets that change, each once, in order.
  public let changes: [RecordChange]
  /// What could not be shown to mend.
  public let open: [Proposal]
  /// The checks that find something behind the changes too.
  public let left: [CheckID]
  /// Whether nothing could be looked at.
  public let isDeaf: Bool

  /// Makes a plan of its parts.
  public init(
    zone: String, proven: [Proposal], changes: [RecordChange], open: [Proposal], left: [CheckID], isDeaf: Bool
  ) {
    self.zone = zone
    self.proven = proven
    self.changes = changes
    self.open = open
    self.left = left
    self.isDeaf = isDeaf
  }
}
