/// What the failing messages of a source have in common, seen from the domain.
struct SourceEvidence {
  /// How many messages fail; all of them where none does.
  let failing: Int
  /// The other domain that SPF passes for most often.
  private(set) var foreignSender: (domain: String, messages: Int)?
  /// The other domain whose signature passes most often.
  private(set) var foreignSigner: (domain: String, messages: Int)?
  /// The selector of the own signature that fails most often.
  private(set) var brokenSelector: (selector: String, messages: Int)?
  /// The messages whose envelope sender is in the domain and does not pass.
  private(set) var ownSenderFailing = 0
  /// The result of SPF for the domain that is an error, with the most messages.
  private(set) var spfError: (result: String, messages: Int)?
  /// The messages that receivers take for forwarded ones, with the reason that most of them have.
  private(set) var forwarded: (reason: String, messages: Int)?

  /// - Parameters:
  ///   - tally: the source.
  ///   - names: which names are the domain's own.
  init(_ tally: SourceTally, _ names: SourceNames) {
    let hasFailing = tally.messages.failing > 0
    failing = hasFailing ? tally.messages.failing : tally.messages.total
    for identity in tally.identities {
      let count = hasFailing ? identity.shares.failing : identity.shares.messages
      if count > 0 { take(identity.identity, count, isOwn: names.isOwn(identity.identity.domain)) }
    }
    for reason in tally.overrides.reasons where reason.meansForwarding {
      let count = hasFailing ? reason.shares.failing : reason.shares.messages
      if count > forwarded?.messages ?? 0 { forwarded = (reason.isARC ? "arc=pass" : reason.type, count) }
    }
  }

  private mutating func take(_ identity: IdentityTally.Identity, _ count: Int, isOwn: Bool) {
    switch (identity.method, isOwn, identity.result) {
    case (.spf, true, "pass"), (.dkim, true, "pass"): takeStrict(identity, count)
    case (.spf, false, "pass"):
      if count > foreignSender?.messages ?? 0 { foreignSender = (identity.domain, count) }
    case (.dkim, false, "pass"):
      if count > foreignSigner?.messages ?? 0 { foreignSigner = (identity.domain, count) }
    case (.spf, true, "temperror"), (.spf, true, "permerror"):
      if count > spfError?.messages ?? 0 { spfError = (identity.result, count) }
    case (.spf, true, _): ownSenderFailing.add(count)
    case (.dkim(let selector), true, "fail"), (.dkim(let selector), true, "permerror"),
      (.dkim(let selector), true, "temperror"), (.dkim(let selector), true, "neutral"):
      if count > brokenSelector?.messages ?? 0 { brokenSelector = (selector, count) }
    default: break
    }
  }

  /// A name of the domain's own that passes, and is not aligned: alignment is strict (RFC 9989 §4.4).
  private mutating func takeStrict(_ identity: IdentityTally.Identity, _ count: Int) {
    guard case .spf = identity.method else { return }
    if count > foreignSender?.messages ?? 0 { foreignSender = (identity.domain, count) }
  }

  /// Whether so many messages speak for most of the failing ones.
  func isMost(_ count: Int) -> Bool { count > 0 && count >= failing - count }
}
