public import DNS
import MailAuthentication
import Providers

/// The hosts that the domain's mail comes from, as far as they are named or can be derived, and their names.
public struct SendingHostSurvey: Sendable {
  /// The hosts: those that the owner named, in that order, then those of the SPF record, then those of MX records.
  public let hosts: [SendingHost]
  /// Whether more addresses could be derived than are looked at.
  public let isTruncated: Bool
  /// The name that the host greets with, and its addresses; nil when the owner names none.
  public let helo: HeloName?

  /// The name of an EHLO command (RFC 5321 §4.1.1.1).
  public struct HeloName: Sendable {
    /// The name.
    public let name: DomainName
    /// Its A records.
    public let ipv4: DNSAnswer
    /// Its AAAA records.
    public let ipv6: DNSAnswer

    /// Both answers, IPv4 first.
    public var answers: [DNSAnswer] { [ipv4, ipv6] }
    /// All addresses that were seen, in order.
    public var addresses: [IPAddress] { Set(ipv4.addresses + ipv6.addresses).sorted() }
  }

  /// The host that the EHLO name belongs to: the first that the owner named.
  public var heloHost: SendingHost? { hosts.first { $0.isNamed } }
}

extension SendingHostSurvey {
  /// Asks for the PTR records of all addresses at once, then for the addresses of their names. MX and SPF are known
  /// by then.
  static func gather(
    _ domain: DomainName, options: SurveyOptions, mx: MXSurvey, spf: SPFSurvey, using resolver: any Resolver
  ) async -> SendingHostSurvey {
    async let helo = helo(options.heloName, using: resolver)
    let candidates = candidates(domain, options, mx, spf)
    if candidates.addresses.isEmpty { return SendingHostSurvey(hosts: [], isTruncated: false, helo: await helo) }
    let reverse = await reverse(candidates.addresses.map(\.address), using: resolver)
    let relays = RelayAddresses(spf.tree)
    var hosts: [SendingHost] = []
    for (candidate, answers) in zip(candidates.addresses, reverse) {
      let relay = relays.relay(of: candidate.address, names: confirmed(answers.names, candidate.address))
      hosts.append(
        SendingHost(
          address: candidate.address, origins: candidate.origins, ptr: answers.ptr, names: answers.names,
          nameCount: answers.count, relay: relay,
          unreadRelay: relay == nil ? relays.unread ?? unreadName(answers) : nil))
    }
    return SendingHostSurvey(hosts: hosts, isTruncated: candidates.isTruncated, helo: await helo)
  }

  /// The addresses of the name that a host greets with.
  static func helo(_ name: DomainName?, using resolver: any Resolver) async -> HeloName? {
    guard let name else { return nil }
    let answers =
      name.literalAddress == nil
      ? await resolver.answers(to: [DNSQuestion(name, .a), DNSQuestion(name, .aaaa)])
      : [DNSAnswer.notAsked(name, .a), .notAsked(name, .aaaa)]
    return HeloName(name: name, ipv4: answers[0], ipv6: answers[1])
  }

  /// The hosts at addresses that stand for themselves, whatever domain they send for.
  static func hosts(at addresses: [IPAddress], using resolver: any Resolver) async -> [SendingHost] {
    let reverse = await reverse(addresses, using: resolver)
    return zip(addresses, reverse).map { address, answers in
      SendingHost(
        address: address, origins: [.named], ptr: answers.ptr, names: answers.names, nameCount: answers.count,
        relay: nil, unreadRelay: nil)
    }
  }

  /// What would have told a name of an address that a service has, as far as it failed.
  private static func unreadName(_ answers: ReverseAnswers) -> DNSAnswer? {
    if answers.ptr.failure != nil { return answers.ptr }
    let open = answers.names.filter { $0.forward.failure != nil }
    return open.first { !ProviderDirectory.operators(ofHost: $0.name).isEmpty }?.forward
  }

  private static func confirmed(_ names: [SendingHost.ReverseName], _ address: IPAddress) -> [DomainName] {
    names.filter { $0.forward.addresses.contains(address) }.map(\.name)
  }

  private typealias ReverseAnswers = (ptr: DNSAnswer, names: [SendingHost.ReverseName], count: Int)

  private static func reverse(_ addresses: [IPAddress], using resolver: any Resolver) async -> [ReverseAnswers] {
    if addresses.isEmpty { return [] }
    let pointers = await resolver.answers(to: addresses.map { DNSQuestion($0.reverseName, .ptr) })
    let names = pointers.map { answer in
      Set(answer.records.compactMap { if case .ptr(let name) = $0.data { name } else { nil } }).sorted()
    }
    var questions: [DNSQuestion] = []
    for (address, names) in zip(addresses, names) {
      questions += names.prefix(SendingHostLimits.names).map { DNSQuestion($0, address.isV4 ? .a : .aaaa) }
    }
    var forward = (questions.isEmpty ? [] : await resolver.answers(to: questions)).makeIterator()
    var result: [ReverseAnswers] = []
    for (pointer, names) in zip(pointers, names) {
      let looked = names.prefix(SendingHostLimits.names).map { name in
        SendingHost.ReverseName(name: name, forward: forward.next() ?? .notAsked(name, .a))
      }
      result.append((pointer, looked, names.count))
    }
    return result
  }
}

/// The limits of looking at sending hosts.
enum SendingHostLimits {
  /// RFC 7208 §5.5: of the names of an address the first ten are looked at.
  static let names = 10
  /// So many addresses are derived from SPF and MX: whoever lists more single addresses names those that matter.
  static let derived = 8
}
