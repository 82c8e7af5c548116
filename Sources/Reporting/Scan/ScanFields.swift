import AuditModel

/// Which members a line of a scan has, and which columns a table.
public struct ScanFields: Sendable, Hashable {
  /// The fields, in the order of the user; each once.
  let fields: [Field]

  /// One field: a member of the line, or one entry of a member that has several.
  struct Field: Sendable, Hashable {
    let name: Name
    let entry: String?
  }

  /// The members of a line that can be left out.
  enum Name: String, Sendable, CaseIterable {
    case domain, time, goal, grade, areas, policies, dnssec, verdicts, findings, questions, failures, tries
    case milliseconds

    /// Whether one of its entries can be asked for alone.
    var hasEntries: Bool { self == .areas || self == .policies || self == .verdicts }
  }

  /// What lines of JSON have: everything.
  public static let all = ScanFields(fields: Name.allCases.map { Field(name: $0, entry: nil) })

  /// What tables have: a column for each check would be too many.
  public static let table = ScanFields(
    fields: Name.allCases.filter { $0 != .verdicts }.map { Field(name: $0, entry: nil) })

  private init(fields: [Field]) {
    self.fields = fields
  }

  /// Reads names with commas between, such as `domain,grade,policies.dmarc,verdicts.SPF-PRESENT`; nil for a name that
  /// does not exist. The domain is always there.
  public init?(_ text: String) {
    var fields = [Field(name: .domain, entry: nil)]
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let name = Name(rawValue: parts[0].lowercased()) else { return nil }
      let entry = parts.count == 2 ? parts[1] : nil
      if let entry, !name.hasEntries || !Self.isKnown(entry, of: name) { return nil }
      let field = Field(name: name, entry: name == .verdicts ? entry?.uppercased() : entry)
      if !fields.contains(field) { fields.append(field) }
    }
    self.init(fields: fields)
  }

  private static func isKnown(_ entry: String, of name: Name) -> Bool {
    switch name {
    case .areas: Area(rawValue: entry) != nil
    case .policies: PublishedPolicy.Kind(rawValue: entry) != nil
    default: !entry.isEmpty
    }
  }

  /// The names that can be asked for.
  public static var names: [String] {
    Name.allCases.map { $0.hasEntries ? "\($0.rawValue)[.name]" : $0.rawValue }
  }

  /// Whether a member is wanted, whole or in part.
  func has(_ name: Name) -> Bool { fields.contains { $0.name == name } }

  /// The entries of a member that are wanted; nil for all.
  func entries(_ name: Name) -> Set<String>? {
    let wanted = fields.filter { $0.name == name }
    return wanted.contains { $0.entry == nil } ? nil : Set(wanted.compactMap(\.entry))
  }
}
