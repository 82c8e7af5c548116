public import AuditModel

/// The receivers whose rules are known. They change by the month: each rule carries the edition that it was read in.
public enum ReceiverDirectory {
  /// The day on which the pages of all receivers were last read.
  public static let date = "2026-11-21"

  /// All receivers, the largest first.
  public static let all: [Receiver] = [gmail, yahoo, microsoft, apple, orange, laPoste, gmx, tOnline, mailRu, qq]

  /// The receivers that are answered for when nobody names others.
  public static let defaults: [Receiver] = [gmail, yahoo, microsoft]

  /// The receiver of a name (`gmail`) or of a domain (`gmail.com`), in any case; nil when none is known.
  public static func receiver(named name: String) -> Receiver? {
    let name = name.lowercased()
    return all.first { $0.id == name || $0.domains.contains(name) }
  }
}
