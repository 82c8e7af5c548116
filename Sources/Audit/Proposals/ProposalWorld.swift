import AuditModel
import Checks
import DNS
import MailAuthentication
import Survey

/// A world that was looked at: the answers, what checks make of them, and how it is looked at again behind a change.
///
/// Only the DNS, DNSSEC and web servers are looked at again: what mail servers and block lists say does not follow from
/// records, and nobody is to be asked twice.
struct ProposalWorld: Sendable {
  let survey: DomainSurvey
  let outcomes: [CheckID: CheckOutcome]
  /// The changes that lead here from the first world.
  let edits: [RecordEdit]
  private let answers: [DNSAnswer]
  private let instruments: Instruments
  private let checks: [DomainCheck]

  /// The world that a survey saw, looked at again with fewer instruments.
  init(_ survey: DomainSurvey, instruments: Instruments, checks: [DomainCheck]) async {
    var fewer = Instruments(resolver: instruments.resolver)
    fewer.validator = instruments.validator
    fewer.https = instruments.https
    await self.init(answers: survey.answers, survey.domain, survey.options, [], fewer, checks)
  }

  private init(
    answers: [DNSAnswer], _ domain: DomainName, _ options: SurveyOptions, _ edits: [RecordEdit],
    _ instruments: Instruments, _ checks: [DomainCheck]
  ) async {
    var changed = instruments
    changed.resolver = ProposedAnswers(answers, edits: edits, beyond: instruments.resolver)
    let survey = await DomainSurvey.gather(domain, options: options, with: changed)
    self.survey = survey
    outcomes = Dictionary(checks.map { ($0.description.id, Outcomes.outcome(of: $0, survey)) }) { first, _ in first }
    self.edits = edits
    self.answers = answers
    self.instruments = instruments
    self.checks = checks
  }

  /// The same world with more changes.
  func changed(by more: [RecordEdit]) async -> ProposalWorld {
    await ProposalWorld(answers: answers, survey.domain, survey.options, edits + more, instruments, checks)
  }

  /// A resolver that answers as this world does.
  var resolver: any Resolver { ProposedAnswers(answers, edits: edits, beyond: instruments.resolver) }

  /// What a check finds here that a change may mend; nil when there is nothing.
  func defect(_ check: CheckID) -> CheckOutcome? {
    guard let outcome = outcomes[check] else { return nil }
    return outcome.effectiveLevel != nil || outcome.verdict == .info ? outcome : nil
  }

  /// What becomes of the record sets that `edits` name, from this world to another.
  func changes(to other: ProposalWorld, by edits: [RecordEdit]) async -> [RecordChange] {
    var changes: [RecordChange] = []
    var seen: Set<DNSQuestion> = []
    for edit in edits where seen.insert(DNSQuestion(edit.name, edit.type)).inserted {
      let before = await resolver.answer(to: edit.name, edit.type).records
      let after = await other.resolver.answer(to: edit.name, edit.type).records
      let owner = survey.owns(edit.name) ? nil : owner(of: edit.name)
      let change = RecordChange(edit.name, edit.type, owner: owner, before: before, after: after)
      if !change.added.isEmpty || !change.removed.isEmpty { changes.append(change) }
    }
    return changes
  }

  /// The registered domain of somebody else's name.
  private func owner(of name: DomainName) -> String {
    (survey.options.publicSuffixList.registrableDomain(of: name) ?? name).description
  }
}

extension RecordChange {
  /// The difference of two record sets.
  init(_ name: DomainName, _ type: DNSRecordType, owner: String?, before: [DNSRecord], after: [DNSRecord]) {
    let (old, new) = (Set(before.map(\.data)), Set(after.map(\.data)))
    self.init(
      name: name.description, type: type.description, owner: owner,
      removed: before.filter { !new.contains($0.data) }.map(ProposedRecord.init),
      added: after.filter { !old.contains($0.data) }.map(ProposedRecord.init),
      kept: after.filter { old.contains($0.data) }.map(ProposedRecord.init))
  }
}

extension ProposedRecord {
  /// A record of the DNS.
  init(_ record: DNSRecord) {
    let content: Content =
      switch record.data {
      case .txt(let strings): .text(strings.joined, zoneText: strings.description)
      case .mx(let preference, let exchange):
        .exchange(preference: Int(preference), host: exchange.isRoot ? "" : exchange.description)
      default: .other(type: record.type.description, zoneText: record.data.description)
      }
    self.init(name: record.owner.description, ttl: Int(record.ttl), data: content)
  }
}
