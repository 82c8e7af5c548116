/// Finds the cause of what a source shows.
struct SourceJudge {
  let tally: SourceTally
  let evidence: SourceEvidence
  let standing: SourceStanding
  let listing: SPFListing
  /// Whether the DNS was asked about the domain and the names of the source.
  let isLookedAt: Bool

  private var messages: MessageCounts { tally.messages }

  /// The cause; nil when there is nothing to explain.
  var judgement: CauseJudgement? {
    if messages.total == 0 { return nil }
    if messages.failing == 0 { return passesElsewhere }
    if let forwarded = evidence.forwarded, evidence.isMost(forwarded.messages) {
      return CauseJudgement(.forwarding(.override(forwarded.reason)), .likely)
    }
    return standing.isDeclared && !isForgotten ? ofDeclared : ofOthers
  }

  /// A host of the domain's own that SPF does not list.
  private var isForgotten: Bool {
    guard case .own(let sign) = standing else { return false }
    if case .spfTerm = sign { return false }
    return messages.spf == 0
  }

  /// All pass. Mail that passes by DKIM alone, from somebody whom SPF does not list, was passed on.
  private var passesElsewhere: CauseJudgement? {
    guard messages.spf == 0, !listing.isListed, !isForgotten else { return nil }
    if case .signer = standing { return nil }
    if let reason = evidence.forwarded?.reason { return CauseJudgement(.forwarding(.override(reason)), .likely) }
    if case .provider = standing, evidence.ownSenderFailing == 0 { return nil }
    return CauseJudgement(.forwarding(.signature), evidence.ownSenderFailing > 0 ? .likely : .possible)
  }

  // MARK: Sources of the domain's choice

  /// What is mended in one place comes first: the envelope, then the signature.
  private var ofDeclared: CauseJudgement {
    if let error = evidence.spfError, evidence.isMost(error.messages) {
      return CauseJudgement(.spfError(result: error.result), .certain)
    }
    if let broken = evidence.brokenSelector, evidence.isMost(broken.messages) {
      return CauseJudgement(.brokenSignature(selector: broken.selector), .certain)
    }
    if let sender = evidence.foreignSender, evidence.isMost(sender.messages) {
      return CauseJudgement(.unalignedEnvelope(domain: sender.domain), .certain)
    }
    if let signer = evidence.foreignSigner, evidence.isMost(signer.messages) {
      return CauseJudgement(.foreignSignature(domain: signer.domain), .certain)
    }
    if evidence.isMost(evidence.ownSenderFailing), listing.isListed { return CauseJudgement(.listedSince, .likely) }
    return CauseJudgement(.unsigned, evidence.isMost(tally.unsigned.failing) ? .certain : .possible)
  }

  // MARK: Others

  private var ofOthers: CauseJudgement {
    if isForgotten { return CauseJudgement(.forgottenApplication, listing == .notListed ? .certain : .possible) }
    // Whoever cannot sign for the domain has its signed mail from elsewhere.
    if messages.dkim > 0 { return CauseJudgement(.forwarding(.signature), .likely) }
    if case .provider(_, let sign) = standing { return ofProvider(sign) }
    if let broken = evidence.brokenSelector, evidence.isMost(broken.messages) {
      return CauseJudgement(.forwarding(.changed), .possible)
    }
    let other = evidence.foreignSender?.domain ?? evidence.foreignSigner?.domain
    let certainty: Certainty = isLookedAt && other == nil && listing == .notListed ? .likely : .possible
    return CauseJudgement(.spoofing(authenticatedAs: other), certainty)
  }

  /// A service that SPF does not include. A stranger can be its customer too, so nothing is certain.
  private func ofProvider(_ sign: SourceStanding.ProviderSign) -> CauseJudgement {
    if let broken = evidence.brokenSelector, evidence.isMost(broken.messages) {
      return CauseJudgement(.forwarding(.changed), .possible)
    }
    if let sender = evidence.foreignSender, evidence.isMost(sender.messages) {
      return CauseJudgement(.unalignedEnvelope(domain: sender.domain), .likely)
    }
    if evidence.isMost(evidence.ownSenderFailing) {
      return CauseJudgement(.missingInclude, listing == .notListed ? .likely : .possible)
    }
    if let signer = evidence.foreignSigner, evidence.isMost(signer.messages) {
      return CauseJudgement(.foreignSignature(domain: signer.domain), .likely)
    }
    return CauseJudgement(.unsigned, .possible)
  }
}
