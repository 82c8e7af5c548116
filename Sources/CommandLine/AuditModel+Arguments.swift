public import ArgumentParser
public import AuditModel
import Checks

extension Goal: ExpressibleByArgument {}

/// A severity as it is written on the command line, by its name.
enum SeverityArgument: String, ExpressibleByArgument, CaseIterable {
  case info, low, medium, high, critical

  /// The level of that name.
  var severity: Severity { Severity(name: rawValue) ?? .critical }
}

/// Areas as they are written on the command line: their names, with commas between.
struct AreaList: ExpressibleByArgument {
  let areas: Set<Area>

  init?(argument: String) {
    let areas = argument.split(separator: ",").map { Area(rawValue: $0.lowercased()) }
    if areas.isEmpty || areas.contains(nil) { return nil }
    self.areas = Set(areas.compactMap(\.self))
  }

  /// The areas that have checks.
  static var allValueStrings: [String] {
    Set(Catalogue.descriptions.map(\.area)).sorted().map(\.rawValue)
  }
}
