public import DNS
public import HostFiles
public import MailAuthentication
public import OpenSSLKit

/// A program that signs the mail of a machine, with its keys and what DNS has for them.
public struct DKIMSignerSurvey: Sendable {
  /// What its settings say.
  public let settings: DKIMSignerSettings
  /// Each key, in the order of the settings.
  public let keys: [Key]

  /// A key of a signer.
  public struct Key: Sendable {
    /// What the settings say.
    public let setting: DKIMSignerKey
    /// The public half of the private key.
    public let publicKey: Sight<PublicKey>
    /// What DNS has at the name of the selector; nil when it was not asked, or there is no such name.
    public let record: DKIMKeyLookup?
  }

  /// Key files of the owner's, as the signer called `program` would use them, and what DNS has for them.
  ///
  /// - Parameters:
  ///   - program: what signs, for people.
  ///   - keys: what selector and domain each file is for, and the public half of what it holds.
  ///   - resolver: answers for DNS.
  /// - Returns: the keys in their order.
  public static func gather(
    _ program: String, keys: [(setting: DKIMSignerKey, publicKey: Sight<PublicKey>)], using resolver: any Resolver
  ) async -> DKIMSignerSurvey {
    let wanted = Array(keys.prefix(DKIMSignerLimits.keys))
    let answers = await resolver.answers(to: wanted.compactMap { question($0.setting) })
    var settings = DKIMSignerSettings(program: program, path: "--dkim-key")
    settings.keys = wanted.map(\.setting)
    return DKIMSignerSurvey(
      settings: settings,
      keys: wanted.map {
        Key(setting: $0.setting, publicKey: $0.publicKey, record: record(of: $0.setting, in: answers))
      })
  }

  private static func record(of setting: DKIMSignerKey, in answers: [DNSAnswer]) -> DKIMKeyLookup? {
    guard let domain = DomainName(typed: setting.domain.text), let question = question(setting),
      let answer = answers.first(where: { $0.question == question })
    else { return nil }
    return DKIMKeyLookup(selector: setting.selector, domain: domain, answer: answer)
  }

  /// The public half of a private key in PEM; the private one is forgotten at once.
  public static func publicKey(in octets: [UInt8]) -> Sight<PublicKey> {
    guard let key = try? SigningKey(pem: String(decoding: octets, as: UTF8.self)) else {
      return .malformed("it holds no private key in PEM")
    }
    return .present(key.publicKey)
  }

  /// Looks at the signers of a machine, and asks DNS for their keys.
  static func all(in tree: any FileTree, _ resolver: RecordingResolver?) async -> [Sight<DKIMSignerSurvey>] {
    var signers: [Sight<DKIMSignerSurvey>] = []
    for sight in DKIMSignerSettings.all(in: tree) {
      guard case .present(let settings) = sight else {
        signers.append(sight.map { DKIMSignerSurvey(settings: $0, keys: []) })
        continue
      }
      signers.append(.present(await look(settings, tree, resolver)))
    }
    return signers
  }

  private static func look(
    _ settings: DKIMSignerSettings, _ tree: any FileTree, _ resolver: RecordingResolver?
  ) async -> DKIMSignerSurvey {
    let wanted = settings.keys.prefix(DKIMSignerLimits.keys)
    let questions = wanted.map(question)
    let answers = await resolver?.answers(to: questions.compactMap(\.self)) ?? []
    let keys = zip(wanted, questions).map { setting, question in
      let answer = answers.first { $0.question == question }
      let domain = DomainName(typed: setting.domain.text)
      return Key(
        setting: setting, publicKey: publicKey(at: setting.keyPath, tree),
        record: domain.flatMap { domain in
          answer.map { DKIMKeyLookup(selector: setting.selector, domain: domain, answer: $0) }
        })
    }
    return DKIMSignerSurvey(settings: settings, keys: keys)
  }

  private static func question(_ key: DKIMSignerKey) -> DNSQuestion? {
    DomainName(typed: key.domain.text).flatMap { DKIMKeyLookup.question(selector: key.selector, domain: $0) }
  }

  /// The public half; the private one is forgotten at once.
  private static func publicKey(at path: String, _ tree: any FileTree) -> Sight<PublicKey> {
    tree.octets(at: path).flatMap(publicKey)
  }
}
