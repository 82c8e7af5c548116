public import ArgumentParser
public import AuditModel

extension Goal: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}

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

  /// The areas that have checks. Written down, because the help asks for them, and the catalogue is large.
  static let known: [Area] = [
    .dns, .dnssec, .mx, .spf, .dkim, .dmarc, .mtaSTS, .tlsRPT, .dane, .bimi, .reverseDNS, .dnsbl, .smtpProbe, .tls,
    .auth
  ]

  static var allValueStrings: [String] { known.map(\.rawValue) }
}

/// Areas of messages as they are written on the command line: their names, with commas between.
struct MessageAreaList: ExpressibleByArgument {
  let areas: Set<Area>

  init?(argument: String) {
    guard let list = AreaList(argument: argument) else { return nil }
    areas = list.areas
  }

  /// The areas that messages are judged in. Written down, because the help asks for them, and the catalogue is large.
  static let known: [Area] = [
    .dns, .mx, .spf, .dkim, .dmarc, .arc, .bimi, .reverseDNS, .dnsbl, .tls, .messageHeaders, .messageID, .mimeContent,
    .bulkSender
  ]

  static var allValueStrings: [String] { known.map(\.rawValue) }
}
