import DNS
import MailAuthentication
import Survey
import Syntax

/// Changes of DMARC records.
enum DMARCDrafts {
  /// DMARC-PRESENT: a first record that stops no mail (RFC 9989 §4.7), at the registered domain.
  static func first(_ survey: DomainSurvey) -> ProposalDraft? {
    let home = survey.home
    guard let answer = survey.recorded(DMARCWalkStep.question(for: home)), answer.failure == nil,
      survey.dmarc.misplaced.allSatisfy({ !$0.texts.contains { DMARCRecord.isRecord($0.joined) } }),
      !answer.texts.contains(where: { $0.text.lowercased().contains("dmarc") })
    else { return nil }
    let reports = survey.receivesMail ? "; rua=mailto:postmaster@\(survey.domain)" : ""
    var draft = ProposalDraft(edits: [RecordEdit(answer, text: "v=DMARC1; p=none" + reports) { _ in false }])
    if !reports.isEmpty { draft.remarks = [Self.mailboxRemark] }
    return draft
  }

  /// What is to be known of the mailbox of reports.
  static let mailboxRemark =
    "Reports come every day: put a mailbox of your own that a program reads in the place of postmaster."

  /// DMARC-PARKED: all mail of a parked domain is refused.
  static func parked(_ survey: DomainSurvey) -> ProposalDraft? {
    guard survey.options.isParked, let answer = survey.recorded(DMARCWalkStep.question(for: survey.domain)),
      answer.failure == nil
    else { return nil }
    let own = survey.dmarc.discovery.walk.step(at: survey.domain)?.record?.value
    let uris = own?.rua.filter(\.isValid).map(\.text) ?? []
    let reports = uris.isEmpty ? "" : "; rua=" + uris.joined(separator: ",")
    return ProposalDraft(
      edits: [RecordEdit(answer, text: "v=DMARC1; p=reject" + reports, inPlaceOf: DMARCRecord.isRecord)])
  }

  /// DMARC-MULTIPLE: the record with the mildest policy, with the report addresses of all: no mail is stopped that was
  /// not before (RFC 9989 §4.10).
  static func merged(_ survey: DomainSurvey) -> ProposalDraft? {
    let step = survey.dmarc.discovery.walk.steps.first { $0.records.count > 1 && survey.owns($0.domain) }
    guard let step, let answer = step.answer,
      step.records.allSatisfy({ $0.faults.isEmpty && $0.value?.p.policy != nil })
    else { return nil }
    let values = step.records.compactMap(\.value)
    guard let mildest = values.min(by: { Self.rank($0) < Self.rank($1) }) else { return nil }
    var tags = TagWords(mildest.tags)
    for (name, uris) in [("rua", values.flatMap(\.rua)), ("ruf", values.flatMap(\.ruf))] {
      var texts: [String] = []
      for uri in uris where uri.isValid && !texts.contains(uri.text) { texts.append(uri.text) }
      if !texts.isEmpty { tags.set(name, texts.joined(separator: ",")) }
    }
    return ProposalDraft(
      edits: [RecordEdit(answer, text: tags.text, inPlaceOf: DMARCRecord.isRecord)],
      remarks: ["Until now all of these records were void. The mildest of their policies was taken."])
  }

  private static func rank(_ record: DMARCRecord) -> Int {
    switch record.p.policy {
    case DMARCPolicy.none?, nil: 0
    case .quarantine?: 1
    case .reject?: 2
    }
  }

  /// DMARC-P-MISSING: `p=none` behind the version, which is what the record counts as (RFC 9989 §4.7).
  static func withPolicy(_ survey: DomainSurvey) -> ProposalDraft? {
    rewritten(survey) { record in
      guard record.p == .absent else { return nil }
      var tags = TagWords(record.tags)
      tags.insertBehindVersion("p", "none")
      return tags
    }
  }

  /// DMARC-RUA-SYNTAX: each address as a `mailto:` URI (RFC 9989 §4.6); what cannot be made one is left out.
  static func withURIs(_ survey: DomainSurvey) -> ProposalDraft? {
    rewritten(survey) { record in
      var tags = TagWords(record.tags)
      for (name, uris) in [("rua", record.rua), ("ruf", record.ruf)] where record.tags[name] != nil {
        let texts = uris.compactMap(Self.mended)
        if texts.isEmpty { return nil }
        tags.set(name, texts.joined(separator: ","))
      }
      return tags
    }
  }

  private static func mended(_ uri: DMARCReportURI) -> String? {
    let text = uri.text
    switch uri.target {
    case .mailbox: return text.split(separator: "!", omittingEmptySubsequences: false).joined(separator: "%21")
    case .other: return nil
    case .invalid: break
    }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !text.contains(":"), !parts[0].isEmpty, let host = DomainName(String(parts[1])),
      host.labelCount > 1,
      text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "-._+@".utf8.contains($0) })
    else { return nil }
    return "mailto:" + text
  }

  /// The record that applies, written anew, if it is the owner's.
  private static func rewritten(_ survey: DomainSurvey, _ rewrite: (DMARCRecord) -> TagWords?) -> ProposalDraft? {
    guard case .known(let found?) = survey.dmarc.policyRecord, survey.owns(found.domain),
      let answer = survey.recorded(DMARCWalkStep.question(for: found.domain)), let tags = rewrite(found.value)
    else { return nil }
    return ProposalDraft(edits: [RecordEdit(answer, text: tags.text, inPlaceOf: DMARCRecord.isRecord)])
  }

  /// DMARC-WRONG-NAME: the record where it is looked for (RFC 9989 §4.10.1), and no longer where it stood.
  static func moved(_ survey: DomainSurvey) -> ProposalDraft? {
    guard let own = survey.recorded(DMARCWalkStep.question(for: survey.domain)), own.failure == nil,
      !own.texts.contains(where: { DMARCRecord.isRecord($0.joined) })
    else { return nil }
    let places = survey.dmarc.misplaced.filter { $0.texts.contains { DMARCRecord.isRecord($0.joined) } }
    let texts = Set(places.flatMap(\.texts).map(\.joined).filter(DMARCRecord.isRecord))
    guard texts.count == 1, let text = texts.first else { return nil }
    let new = RecordEdit(
      name: own.canonicalName, type: .txt, added: [.txt(CharacterStrings(splitting: text))])
    return ProposalDraft(edits: [new] + places.map { RecordEdit($0, text: nil, inPlaceOf: DMARCRecord.isRecord) })
  }

  /// DMARC-RUA-EXTERNAL: the consent that the owner of each report address has to publish (RFC 9990 §4).
  static func consents(_ survey: DomainSurvey) -> ProposalDraft? {
    var edits: [RecordEdit] = []
    for entry in survey.dmarc.authorizations where entry.outcome == .notAuthorized {
      guard let answer = entry.answer, !edits.contains(where: { $0.name == answer.canonicalName }) else { continue }
      edits.append(RecordEdit(answer, text: "v=DMARC1;") { _ in false })
    }
    return edits.isEmpty ? nil : ProposalDraft(edits: edits)
  }
}

/// A list of tags that is being written anew: known and unknown tags in their order, each once.
struct TagWords {
  private var pairs: [(name: String, value: String)]

  init(_ list: TagList) {
    pairs = list.tags.filter { !$0.isDuplicate }.map { (list.name(of: $0), list.value(of: $0)) }
  }

  /// Sets a tag, or adds it behind the others.
  mutating func set(_ name: String, _ value: String) {
    if let index = pairs.firstIndex(where: { $0.name.lowercased() == name }) {
      pairs[index].value = value
    } else {
      pairs.append((name, value))
    }
  }

  /// Puts a tag where readers of the former standard look for it.
  mutating func insertBehindVersion(_ name: String, _ value: String) {
    pairs.insert((name, value), at: min(1, pairs.count))
  }

  /// The tags as text.
  var text: String { pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; ") }
}

extension DomainSurvey {
  /// The registered domain: what lies at it and below belongs to the owner.
  var home: DomainName { options.publicSuffixList.registrableDomain(of: domain) ?? domain }

  /// Whether a name is the owner's.
  func owns(_ name: DomainName) -> Bool { name.isEqual(toOrBelow: home) }

  /// Whether mail for the domain can be delivered, as far as the DNS tells.
  var receivesMail: Bool { mx.delivery == .exchanges || mx.delivery == .implicit }

  /// The answer to a question that the survey asked.
  func recorded(_ question: DNSQuestion?) -> DNSAnswer? { answers.first { $0.question == question } }
}
