import DNS
import MailAuthentication
import MailMessage
import Survey

extension MessageSurvey {
  /// The organizational domain by the Public Suffix List; a public suffix stands for itself.
  func organization(of name: DomainName) -> DomainName {
    options.publicSuffixList.registrableDomain(of: name) ?? name
  }

  /// The organizational domain of a mailbox; nil for a literal and for no name.
  func organization(of mailbox: Mailbox) -> DomainName? { mailbox.aLabelDomain.map { organization(of: $0) } }

  /// The organizational domains of the authors.
  var authorOrganizations: Set<DomainName> {
    Set(
      fields.from.flatMap { ($0.value?.mailboxes ?? []).prefix(Self.mostAuthors) }.compactMap { organization(of: $0) })
  }

  /// No honest message has more authors.
  private static let mostAuthors = 32

  /// The recipients that the header names.
  var recipients: [Mailbox] { (fields.to + fields.cc).flatMap { $0.value?.mailboxes ?? [] } }

  /// Who handed the message to the receiver, by what the message itself shows: MAIL FROM, HELO, and the domains of
  /// signatures that pass.
  var handingOrganizations: Set<DomainName> {
    let envelope = [envelope.mailFrom?.domain, envelope.helo.flatMap { DomainName($0.value) }].compactMap(\.self)
    let names = envelope + dkim.filter { $0.result == .pass }.compactMap { $0.value?.domain }
    return Set(names.filter { $0.labelCount > 1 }.map { organization(of: $0) })
  }

  /// Who takes part on the sender's side, by what the message itself shows: authors, Sender, MAIL FROM, HELO, the hosts
  /// that it passed before it reached the receiver, and the domains of signatures that pass.
  var senderOrganizations: Set<DomainName> {
    var names: [DomainName] = []
    names += fields.sender.flatMap { ($0.value?.mailboxes ?? []).prefix(1) }.compactMap(\.aLabelDomain)
    let entry = trace.boundary?.index ?? -1
    for (index, hop) in trace.hops.enumerated() where index >= entry {
      if index > entry { names += [hop.value?.by.flatMap { DomainName($0) }].compactMap(\.self) }
      names += [hop.value?.from?.heloName, hop.value?.from?.reverseName].compactMap { $0.flatMap { DomainName($0) } }
    }
    return authorOrganizations.union(handingOrganizations).union(
      names.filter { $0.labelCount > 1 }.map { organization(of: $0) })
  }

  /// Whether a signature of that organization could not be decided.
  func hasUndecidedSignature(of organization: DomainName) -> Bool {
    dkim.contains { signature in
      signature.result == .temperror && signature.value?.domain.map { self.organization(of: $0) } == organization
    }
  }
}
