import AuditModel
import DNS
import MailAuthentication
import OpenSSLKit
import Survey
import Syntax

extension KnownKey {
  /// Whether the owner named the selector, so that it signs mail.
  var isNamed: Bool { selector.certainty == .named }

  var name: String { selector.name }

  /// The record as evidence, with the octets of one of its tags.
  func evidence(tag: String) -> [Evidence] { evidence(record.tags[tag]?.range) }

  func evidence(_ highlight: Range<Int>? = nil) -> [Evidence] {
    guard let answer = selector.lookup.answer else { return [] }
    return [
      Evidence(text: parsed.text, of: answer.question, highlight: highlight, server: answer.provenance.server)
    ]
  }

  func finding(_ verdict: Verdict, _ statement: String, tag: String = "p", remedy: String? = nil) -> Finding {
    Finding(verdict, subject: name, statement, evidence: evidence(tag: tag), remedy: remedy)
  }
}

extension DomainSurvey {
  /// Every key record of every known selector, in the order of the selectors.
  var knownKeys: [KnownKey] { dkim.keys }

  /// The places where a key may stand and that could not be looked at: a statement about all keys is open while there
  /// is one.
  var unreadSelectors: [Finding] {
    let known = dkim.selectors.compactMap { selector in
      selector.lookup.answer.flatMap(Finding.unread).map {
        Finding($0.verdict, subject: selector.name, $0.statement, evidence: $0.evidence, remedy: $0.remedy)
      }
    }
    return known + unreadGuesses + unreadSigns
  }

  /// The selectors that were tried without being named, and gave no answer, in one finding.
  var unreadGuesses: [Finding] {
    let unread = dkim.discovery.unreadGuesses
    if let failure = unread.lazy.compactMap({ $0.lookup.answer?.failure }).first {
      let (names, more) = (unread.map(\.name), unread.count - Self.namesShown)
      let list = more > 1 ? (names.prefix(Self.namesShown) + ["\(more) more"]).list : names.list
      let subject = unread.count == 1 ? "The selector \(list) was" : "The selectors \(list) were"
      return [
        Finding(
          .unknown, "\(subject) tried, and gave no answer: \(failure).",
          evidence: unread.prefix(Self.failuresShown).compactMap { $0.lookup.answer.map { Evidence($0) } },
          remedy: Self.nameSelectors)
      ]
    }
    guard dkim.discovery.isWildcardUnread, !knownKeys.isEmpty, let probe = dkim.discovery.probe.answer else {
      return []
    }
    return [
      Finding(
        .unknown, "Whether a wildcard answers for every selector could not be seen.", evidence: [Evidence(probe)],
        remedy: Self.nameSelectors)
    ]
  }

  /// What would have told which selectors to try.
  private var unreadSigns: [Finding] {
    dkim.unreadSigns.compactMap { answer in
      Finding.unread(answer).map {
        Finding(
          $0.verdict, subject: $0.subject, "\($0.statement.dropLast()); they tell which selectors to try.",
          evidence: $0.evidence, remedy: Self.nameSelectors)
      }
    }
  }

  /// The texts for mail that could not be looked at, those at selectors that were only tried in one finding.
  var unreadMailTexts: [Finding] {
    guard hasFailures else { return unreadGuesses }
    let tried = Set(dkim.discovery.unreadGuesses.compactMap { $0.lookup.answer?.question })
    let others = ownAnswers.filter { $0.question.type == .txt && !tried.contains($0.question) }
    return others.compactMap(Finding.unread) + unreadGuesses
  }

  private static let nameSelectors = "Name the selectors that sign mail with --selector: then no others are tried."
  /// So many answers that failed are shown: one is like another.
  private static let failuresShown = 4
  /// So many names of selectors are told, when more failed.
  private static let namesShown = 8

  /// Lets `findings` judge each key on its own. Selectors that could not be read stay undecided.
  func judgeKeys(_ findings: (KnownKey) -> [Finding]) -> Judgement {
    judgeAllKeys { keys in keys.flatMap(findings) }
  }

  /// Lets `findings` judge the keys together, of which there is at least one unless a selector could not be read.
  func judgeAllKeys(_ findings: ([KnownKey]) -> [Finding]) -> Judgement {
    if options.isParked { return .notApplicable("the owner says that the domain sends no mail") }
    let (keys, unread) = (knownKeys, unreadSelectors)
    guard !keys.isEmpty || !unread.isEmpty else { return .notApplicable("no DKIM key is known") }
    return .findings(findings(keys) + unread)
  }

  /// The same for keys of which `isConcerned` is true; without one the check has no meaning, and `reason` says why.
  func judgeKeys(
    where isConcerned: (KnownKey) -> Bool, otherwise reason: String, _ findings: (KnownKey) -> [Finding]
  ) -> Judgement {
    if !knownKeys.isEmpty, unreadSelectors.isEmpty, !knownKeys.contains(where: isConcerned), !options.isParked {
      return .notApplicable(reason)
    }
    return judgeKeys { isConcerned($0) ? findings($0) : [] }
  }
}

extension Collection<String> {
  /// The words in a row: `a`, `a and b`, `a, b and c`.
  fileprivate var list: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + suffix(1).joined()
  }
}

extension KnownKey {
  /// The RSA key of the record, if it is one that can be read.
  var rsa: RSAPublicKey? {
    if case .rsa(let key)? = record.publicKey { key } else { nil }
  }
}
