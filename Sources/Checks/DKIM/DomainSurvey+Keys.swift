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

  /// The selectors that the owner named and that could not be looked at.
  var unreadSelectors: [Finding] {
    dkim.selectors.compactMap { selector in
      guard selector.certainty == .named, let answer = selector.lookup.answer else { return nil }
      return Finding.unread(answer).map {
        Finding($0.verdict, subject: selector.name, $0.statement, evidence: $0.evidence, remedy: $0.remedy)
      }
    }
  }

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

extension KnownKey {
  /// The RSA key of the record, if it is one that can be read.
  var rsa: RSAPublicKey? {
    if case .rsa(let key)? = record.publicKey { key } else { nil }
  }
}
