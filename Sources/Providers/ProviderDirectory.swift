public import DNS

/// The providers that are known, and how to recognise them.
public enum ProviderDirectory {
  /// All providers that leave a sign in DNS.
  public static let all: [Provider] = tables.flatMap(\.self)

  /// The providers that a domain uses by the look of its SPF record and its MX hosts.
  ///
  /// Each provider stands once, with its first sign, SPF before MX; the order is that of the names given. Several
  /// providers can share a sign, when one builds on another.
  public static func recognise(spfIncludes: [DomainName], mxHosts: [DomainName]) -> [RecognisedProvider] {
    var seen: Set<String> = []
    return (spfIncludes.flatMap { providers(of: .spfInclude($0)) } + mxHosts.flatMap { providers(of: .mxHost($0)) })
      .filter { seen.insert($0.provider.id).inserted }
  }

  /// The providers that publish keys at `target`, where a selector's CNAME record leads.
  public static func recognise(dkimTarget target: DomainName) -> [RecognisedProvider] {
    providers(of: .dkimTarget(target))
  }

  private static func providers(of sign: RecognisedProvider.Sign) -> [RecognisedProvider] {
    let (index, name): (PatternIndex, DomainName) =
      switch sign {
      case .spfInclude(let name): (spfIncludes, name)
      case .mxHost(let name): (mxHosts, name)
      case .dkimTarget(let name): (dkimTargets, name)
      }
    return index.providers(matching: name).map { RecognisedProvider(provider: $0, sign: sign) }
  }

  private static let spfIncludes = PatternIndex(all, \.spfIncludes)
  private static let mxHosts = PatternIndex(all, \.mxHosts)
  private static let dkimTargets = PatternIndex(all, \.dkimTargets)
}

/// Providers by the last two labels of their patterns.
private struct PatternIndex: Sendable {
  private var entries: [DomainName: [(pattern: NamePattern, provider: Provider)]] = [:]

  init(_ providers: [Provider], _ patterns: (Provider) -> [NamePattern]) {
    for provider in providers {
      for pattern in patterns(provider) { entries[pattern.key, default: []].append((pattern, provider)) }
    }
  }

  /// Each provider once, in the order of the directory.
  func providers(matching name: DomainName) -> [Provider] {
    guard let candidates = entries[NamePattern.key(of: name)] else { return [] }
    let labels = Array(name.labels.reversed())
    var found: [Provider] = []
    for (pattern, provider) in candidates
    where found.last?.id != provider.id && pattern.matches(reversed: labels) {
      found.append(provider)
    }
    return found
  }
}
