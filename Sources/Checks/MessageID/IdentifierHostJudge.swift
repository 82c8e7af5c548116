import AuditModel
import DNS
import MailMessage
import Survey
import Syntax

/// Judges the right side of a Message-ID.
struct IdentifierHostJudge {
  let field: MessageFields.Read<MessageIDToken>
  let token: MessageIDToken
  let host: IdentifierHost
  let survey: MessageSurvey

  var findings: [Finding] { [letters, ownership, recipient].compactMap(\.self) }

  private func finding(
    _ verdict: Verdict, _ statement: String, _ rules: [FilterRule] = [], more: [Evidence] = [], names: Bool = true
  ) -> Finding {
    let right = token.range.upperBound - (token.text.hasSuffix(">") ? 1 : 0)
    let marked = token.traits.contains(.folded) ? token.range : (right - token.right.utf8.count)..<right
    return Finding(
      verdict, subject: token.right, statement,
      evidence: [Evidence(field.field, in: survey, highlight: marked)] + more + rules.evidence,
      remedy: names && verdict > .info ? survey.identifierMaker?.setting : nil)
  }

  /// Whether the name could be that of a host.
  private var letters: Finding? {
    guard case .noHostName(let name) = host else { return nil }
    return finding(.warn, "\(name) has characters that no host name has, such as an underscore.")
  }

  /// Whether somebody can own the name, and the sender does.
  private var ownership: Finding? {
    switch host {
    case .name(let name), .noHostName(let name): return relation(of: name)
    case .bareAddress(let address):
      return finding(
        .fail, "The right side is the bare address \(address)\(Self.hidden(address)).", FilterRules.addressIdentifier)
    case .literal(let address):
      let isHidden = address.map { !Self.hidden($0).isEmpty } ?? false
      return finding(
        isHidden ? .fail : .warn,
        "The right side is an address in brackets\(address.map(Self.hidden) ?? "") instead of a name.",
        FilterRules.literalIdentifier)
    case .word(let word): return word.isEmpty ? nil : self.word(word)
    case .container(let word):
      return finding(
        .fail, "\(word) is the made-up name of a container, which changes with every start.",
        FilterRules.dotlessIdentifier)
    case .special(let name, let suffix):
      return finding(
        .fail, "\(name) is a name of private use (\(suffix)), which exists in many networks at once.",
        name.labelCount == 1 ? FilterRules.dotlessIdentifier : [])
    case .placeholder(let name): return placeholder(name)
    case .pseudo(let name):
      let top = name.suffix(labels: 1)
      return finding(.fail, "\(name) ends in .\(top), a top-level domain that does not exist; software made it up.")
    case .international:
      let isAllowed = survey.trace.hops.contains { $0.value?.with?.isInternationalized == true }
      return isAllowed
        ? nil
        : finding(
          .fail, "The right side has characters outside ASCII; without SMTPUTF8 an A-label (xn--) belongs there.")
    }
  }

  private func word(_ word: String) -> Finding {
    if let service = IdentifierRelay.name(ofWord: word) {
      return finding(.info, "\(service) wrote the Message-ID, as it does for all its customers.")
    }
    return finding(
      .fail, "\(word) is a single word, the name of a machine without its domain.", FilterRules.dotlessIdentifier)
  }

  /// Names of documentation in a message of the same name are a test, not a leftover.
  private func placeholder(_ name: DomainName) -> Finding {
    let isOwn = survey.authorOrganizations.contains(survey.organization(of: name))
    return finding(
      isOwn ? .info : .fail,
      "\(name) is a name of documentation, which nobody can own\(isOwn ? "; From has it too" : "").")
  }

  private func relation(of name: DomainName) -> Finding? {
    let organization = survey.organization(of: name)
    if survey.senderOrganizations.contains(organization) { return absence(of: name) }
    if let service = IdentifierRelay.name(of: name) {
      return finding(.info, "\(service) wrote the Message-ID, as it does for its customers.")
    }
    guard survey.fields.from.contains(where: { $0.value?.mailboxes.isEmpty == false }) else { return nil }
    let others = survey.fields.from.map { Evidence($0.field, in: survey) }
    if survey.hasUndecidedSignature(of: organization) {
      return finding(
        .unknown, "Whether \(name) belongs to the sender cannot be told: a signature of it could not be verified.",
        more: others, names: false)
    }
    if survey.isListPost {
      return finding(
        .info, "\(name) is the author's side: a mailing list keeps the Message-ID of who posts.", names: false)
    }
    // The recipient's domain is told of by itself.
    if survey.recipients.contains(where: { $0.aLabelDomain == name }) { return nil }
    return finding(
      .warn, "\(name) belongs neither to the sender, as far as the message shows, nor to a known relay.", more: others)
  }

  /// A name of the sender's own that nobody can look up.
  private func absence(of name: DomainName) -> Finding? {
    guard let known = survey.hosts[name], known.isKnown == false else { return nil }
    return finding(
      .info, "\(name) does not exist for others: it is a name of the inside.", more: known.answers.map { Evidence($0) })
  }

  /// Whether the identifier looks as if it was forged for the recipient.
  private var recipient: Finding? {
    let authors = survey.authorOrganizations
    for mailbox in survey.recipients.prefix(Self.mostRecipients) {
      guard let domain = mailbox.aLabelDomain, let organization = survey.organization(of: mailbox),
        !authors.contains(organization)
      else { continue }
      if token.holds(mailbox) {
        return finding(.fail, "The Message-ID holds the recipient's address.", FilterRules.recipientAddress)
      }
      if DomainName(token.right) == domain {
        return finding(
          .warn, "The right side is the domain of the recipient, as in forged mail.", FilterRules.recipientDomain)
      }
    }
    return nil
  }

  private static func hidden(_ address: IPAddress) -> String {
    guard let purpose = address.specialPurpose, purpose != .documentation else { return "" }
    return ", which is \(purpose.rawValue)"
  }

  /// More recipients say nothing new of one identifier.
  private static let mostRecipients = 50
}
