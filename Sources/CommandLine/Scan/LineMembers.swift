import Syntax

/// What a line of results has beside its ``ScanRecord``: who validated, and which members are there.
struct LineMembers {
  /// Who validated; empty when the line does not say.
  private(set) var dnssec = ""
  /// The names of the members, and of the entries of those that are objects: `verdicts`, `verdicts.SPF-PRESENT`. Nil for a
  /// row of a table, whose heading tells them.
  private(set) var names: Set<String>?

  /// That of a row.
  init(dnssec: String) { self.dnssec = dnssec }

  /// Reads a line of JSON.
  init(_ line: [UInt8]) {
    var reader = JSONReader(line)
    var names: Set<String> = []
    guard reader.beginObject() else { return }
    while let name = reader.nextName() {
      names.insert(name.string)
      if name.matches("dnssec") {
        dnssec = reader.scalar()?.string ?? ""
      } else if reader.kind() == .object, reader.beginObject() {
        while let entry = reader.nextName() {
          names.insert("\(name.string).\(entry.string)")
          reader.skipValue()
        }
      } else {
        reader.skipValue()
      }
    }
    self.names = names
  }
}
