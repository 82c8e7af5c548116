import DNS
import Syntax

/// The evaluation of a message by the former standard (RFC 7489 §6.6.2), as receivers do that have not moved to RFC 9989.
public struct DMARC7489Evaluation: Sendable {
  /// The result.
  public let result: DMARCEvaluation.Result
  /// The policy that applies to the author domain, whatever the result; nil when none does or nobody can tell.
  public let policy: DMARC7489Discovery.Policy?
  /// Each identifier with its alignment, in the order given.
  public let identifiers: [(identifier: DMARCIdentifier, alignment: DMARCAlignment)]

  /// What the domain owner asks for with this message, `pct` left out.
  public var disposition: DMARCPolicy { result == .fail ? policy?.policy ?? .none : .none }

  /// Evaluates a message from the author domain of `discovery`; pure, every answer is in the arguments.
  public init(_ discovery: DMARC7489Discovery, identifiers: [DMARCIdentifier], list: PublicSuffixList) {
    let found = discovery.policy
    let record = (found.value ?? nil)?.record.value
    let aligned = identifiers.map { identifier in
      (identifier, Self.alignment(of: identifier, with: discovery, record: record, list: list))
    }
    self.identifiers = aligned
    policy = found.value ?? nil
    result = Self.result(found, aligned)
  }

  private static func result(
    _ found: DMARCDetermination<DMARC7489Discovery.Policy?>,
    _ identifiers: [(identifier: DMARCIdentifier, alignment: DMARCAlignment)]
  ) -> DMARCEvaluation.Result {
    guard case .known(let policy) = found else { return .temperror }
    guard let policy, policy.policy != nil else { return .none }
    let aligned = identifiers.filter { $0.alignment == .aligned }.map(\.identifier.outcome)
    return aligned.contains(.pass) ? .pass : aligned.contains(.temporaryError) ? .temperror : .fail
  }

  /// RFC 7489 §3.1: strict is the same domain, relaxed the same organizational domain by the Public Suffix List.
  private static func alignment(
    of identifier: DMARCIdentifier, with discovery: DMARC7489Discovery, record: DMARCRecord?, list: PublicSuffixList
  ) -> DMARCAlignment {
    if identifier.domain == discovery.authorDomain { return .aligned }
    let mode = identifier.mechanism == .spf ? record?.aspf : record?.adkim
    if mode == .strict { return .unaligned }
    let other = list.registrableDomain(of: identifier.domain) ?? identifier.domain
    return other == discovery.organizationalDomain ? .aligned : .unaligned
  }
}
