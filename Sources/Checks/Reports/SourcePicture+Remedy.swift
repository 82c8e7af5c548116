import DNS
import MailAuthentication
import Providers
public import Survey

extension SourcePicture {
  /// What to do about the source, with the text to publish where it is known; nil when there is nothing to do.
  public func remedy(in picture: DomainPicture) -> String? {
    guard let judgement else { return nil }
    let name = picture.tally.name
    switch judgement.cause {
    case .missingInclude: return Self.publish(includeTerm, in: picture) ?? ask("for the name to include in SPF")
    case .unalignedEnvelope(let domain): return envelopeRemedy(domain, in: picture)
    case .unsigned, .foreignSignature: return signatureRemedy(in: picture)
    case .brokenSignature(let selector): return Self.brokenRemedy(selector, in: picture)
    case .spfError: return "Mend the SPF record: 'mailaudit spf \(name)' shows what is wrong with it."
    case .listedSince: return "Nothing, if the record is newer than the reports; else sign the messages with d=\(name)."
    case .forwarding: return forwardingRemedy
    case .forgottenApplication:
      let sign = "sign its messages with d=\(name), or let it send through a host that does"
      return Self.publish(addressTerm, in: picture).map { "\($0.dropLast()), and \(sign)." } ?? sign.firstUppercased
        + "."
    case .spoofing(nil): return "Nothing at the source: a policy of quarantine, then reject, keeps such messages away."
    case .spoofing(let other?):
      return "If you use a service of \(other), have it sign with d=\(name); if not, the policy keeps it away."
    }
  }

  // MARK: Records

  /// The term that names the address.
  private var addressTerm: String? {
    guard case .address(let address) = tally.address else { return nil }
    return "\(address.isV4 ? "ip4" : "ip6"):\(address)"
  }

  /// The term that takes over the service's record.
  private var includeTerm: String? {
    if let spf = facts?.spf, spf.isAtFromDomain, spf.terms.count == 1 { return spf.terms[0] }
    let names = provider?.spfIncludes.map(\.description).filter { !$0.contains("*") && !$0.hasPrefix(".") } ?? []
    return names.first.map { "include:\($0)" }
  }

  private var facts: SubmissionFacts? { provider.flatMap { SubmissionDirectory.facts(ofProvider: $0.id) } }

  /// The whole record where today's is known, else the term alone.
  private static func publish(_ term: String?, in picture: DomainPicture) -> String? {
    guard let term else { return nil }
    let name = picture.tally.name
    guard let publication = picture.survey?.spf.tree.root.publication else {
      return "Add \(term) to the SPF record of \(name)."
    }
    guard let text = SPFAmendment.text(adding: term, to: publication) else {
      return "Mend the SPF record of \(name) ('mailaudit spf \(name)'), with \(term) in it."
    }
    return "Publish at \(name) TXT \"\(text)\"."
  }

  private func ask(_ words: String) -> String { "Ask \(organization) \(words)." }

  // MARK: Words

  private func envelopeRemedy(_ domain: String, in picture: DomainPicture) -> String {
    let name = picture.tally.name
    if let home = picture.tally.domain, let sender = domain.domainName, sender.isEqual(toOrBelow: home) {
      return "Publish aspf=r in the DMARC record of \(name), or send with \(name) itself in the envelope."
    }
    let needs = publishing(.returnPath, in: picture)
    if !needs.isEmpty { return "Set up a return path of your own at \(organization): publish \(needs)." }
    return "Set up a return path below \(name) at \(organization), or have it sign with d=\(name)."
  }

  private func signatureRemedy(in picture: DomainPicture) -> String {
    let name = picture.tally.name
    if case .provider = standing {
      let needs = publishing(.dkim, in: picture)
      if !needs.isEmpty { return "Switch DKIM for \(name) on at \(organization): publish \(needs)." }
      return "Switch DKIM for \(name) on at \(organization), and publish the records that it shows."
    }
    return "Have the host sign with d=\(name) and a selector of its own, and publish the key."
  }

  private static func brokenRemedy(_ selector: String, in picture: DomainPicture) -> String {
    let name = picture.tally.name
    let owner = "\(selector)._domainkey.\(name)"
    if let survey = picture.survey, !selector.isEmpty {
      let known = survey.dkim.selectors.first { $0.lookup.selector.lowercased() == selector.lowercased() }
      if let known, known.lookup.keys.isEmpty, let answer = known.lookup.answer, answer.failure == nil {
        return "Publish the key at \(owner): there is none today."
      }
    }
    return "Compare the key at \(selector.isEmpty ? "its selector" : owner) with that of the signer, and look for what "
      + "changes messages after they are signed ('mailaudit message' on one that arrived shows it)."
  }

  private var forwardingRemedy: String {
    tally.messages.failing > 0
      ? "Nothing in DNS mends it: sign every message with DKIM, and have the list keep messages as they are or rewrite From."
      : "Nothing: DKIM carries these messages. Keep signing."
  }

  private func publishing(_ purpose: PublishingNeed.Purpose, in picture: DomainPicture) -> String {
    guard let facts, let domain = picture.tally.domain else { return "" }
    return facts.publishing(for: domain).filter { $0.purpose == purpose }.map { need in
      need.text.hasPrefix(need.place) ? need.text : "\(need.place) \(need.text)"
    }.joined(separator: "; ")
  }
}

extension String {
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }

  /// The domain name that the text spells.
  fileprivate var domainName: DomainName? { isEmpty ? nil : DomainName(typed: self) }
}
