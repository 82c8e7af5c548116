public import DNS

extension ProviderDirectory {
  /// The providers in whose own domain a host lies, by the domains of the names that their customers include in SPF.
  public static func operators(ofHost name: DomainName) -> [Provider] {
    operators[NamePattern.key(of: name)] ?? []
  }

  private static let operators: [DomainName: [Provider]] = {
    var table: [DomainName: [Provider]] = [:]
    for provider in all {
      for key in Set(provider.spfIncludes.map(\.key)) { table[key, default: []].append(provider) }
    }
    return table
  }()
}
