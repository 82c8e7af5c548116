public import DNS

/// The block lists that are known.
public enum BlockListDirectory {
  /// The list of a zone; nil for one that is not known.
  public static func list(at zone: DomainName) -> BlockList? { all.first { $0.zone == zone } }

  /// The lists that are asked when the owner names none.
  public static let defaults: [BlockList] = all.filter { $0.isDefault && $0.retired == nil }

  /// The day on which the facts were put together.
  public static let date = "2026-11-25"
}
