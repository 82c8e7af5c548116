public import ArgumentParser
public import AuditModel

extension Goal: ExpressibleByArgument {}

/// A severity as it is written on the command line, by its name.
enum SeverityArgument: String, ExpressibleByArgument, CaseIterable {
  case info, low, medium, high, critical

  /// The level of that name.
  var severity: Severity { Severity(name: rawValue) ?? .critical }
}
