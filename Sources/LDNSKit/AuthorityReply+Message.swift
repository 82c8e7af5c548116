public import DNS

extension AuthorityReply.Content {
  /// Reads the message of a server that was asked without recursion.
  public init(_ message: DNSMessage, to question: DNSQuestion) {
    switch message.responseCode {
    case ResponseCode.noError, ResponseCode.nameError: break
    case ResponseCode.serverFailure:
      self = .failure(.serverFailure(extendedError: message.extendedError))
      return
    case ResponseCode.refused:
      self = .lame("it answers REFUSED")
      return
    default:
      self = .failure(.responseCode(message.responseCode))
      return
    }
    self = message.isAuthoritative ? Self.answer(message, question) : Self.delegation(message, question)
  }

  /// The records at the end of the aliases that stand in the message; what leads on is not followed.
  private static func answer(_ message: DNSMessage, _ question: DNSQuestion) -> AuthorityReply.Content {
    var (name, aliases): (DomainName, [DNSRecord]) = (question.name, [])
    while aliases.count < WireLimits.aliases {
      let records = message.answer.filter { $0.owner == name && $0.type == question.type }
      if !records.isEmpty { return .answer(.records(records), aliases: aliases) }
      let alias = message.answer.first { $0.owner == name && $0.type == .cname }
      guard let alias, case .cname(let target) = alias.data, !aliases.contains(alias) else { break }
      aliases.append(alias)
      name = target
    }
    return .answer(message.responseCode == ResponseCode.nameError ? .nameError : .noData, aliases: aliases)
  }

  /// RFC 1034 §4.2.1: name servers of a zone that the name lies in. Servers that know nothing point at the root.
  private static func delegation(_ message: DNSMessage, _ question: DNSQuestion) -> AuthorityReply.Content {
    let zone = message.authority.first { $0.type == .ns && question.name.isEqual(toOrBelow: $0.owner) }?.owner
    guard let zone, !zone.isRoot else { return .lame("it answers without authority") }
    let servers = message.authority.compactMap { record in
      if case .ns(let name) = record.data, record.owner == zone { name } else { nil }
    }
    return .referral(zone, servers: servers)
  }
}
