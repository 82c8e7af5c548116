public import DNS

extension ProviderDirectory {
  /// The providers in whose own domain a host lies, by the domains of the names that their customers include in SPF.
  public static func operators(ofHost name: DomainName) -> [Provider] {
    operators[NamePattern.key(of: Array(name.labels.reversed()))] ?? []
  }

  private static let operators: [[UInt8]: [Provider]] = {
    var table: [[UInt8]: [Provider]] = [:]
    for provider in all {
      for key in Set(provider.spfIncludes.map(\.key)) { table[key, default: []].append(provider) }
    }
    return table
  }()
}
