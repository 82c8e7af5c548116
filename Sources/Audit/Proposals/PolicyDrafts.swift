import DNS
import MailAuthentication
import Survey
import Syntax

/// Changes of the records of TLS-RPT and MTA-STS, of MX records and of DKIM keys.
enum PolicyDrafts {
  /// TLSRPT-RECORD: a first record, to the mailbox that reads the reports of DMARC if there is one (RFC 8460 §3).
  static func tlsReports(_ survey: DomainSurvey) -> ProposalDraft? {
    let selection = survey.tlsRPT.selection
    guard survey.receivesMail else { return nil }
    switch selection.outcome {
    case .absent: break
    case .nearMiss: return mendedTLSReports(selection)
    case .record, .several, .failure: return nil
    }
    let known = (survey.dmarc.policyRecord.value ?? nil)?.value.rua.first { uri in
      if case .mailbox(let domain) = uri.target { survey.owns(domain) && uri.fault == nil } else { false }
    }
    let address = known?.text ?? "mailto:postmaster@\(survey.domain)"
    let edit = RecordEdit(selection.answer, text: "v=TLSRPTv1; rua=" + address) { _ in false }
    return ProposalDraft(edits: [edit], remarks: known == nil ? [DMARCDrafts.mailboxRemark] : [])
  }

  /// A text such as `v=TLSRPTv1 rua=mailto:…`, with its semicolon.
  private static func mendedTLSReports(_ selection: RecordSelection<TLSRPTRecord>) -> ProposalDraft? {
    guard selection.nearMisses.count == 1, let miss = selection.nearMisses.first,
      let value = Self.word(behind: "rua=", in: miss)
    else { return nil }
    let text = "v=TLSRPTv1; rua=" + value
    guard TLSRPTRecord.parse(Array(text.utf8)).faults.isEmpty else { return nil }
    return ProposalDraft(edits: [RecordEdit(selection.answer, text: text) { $0 == miss }])
  }

  /// STS-RECORD: the one record with its semicolon, and an id of letters and digits (RFC 8461 §3.1).
  static func mtaSTS(_ survey: DomainSurvey) -> ProposalDraft? {
    let selection = survey.mtaSTS.selection
    let texts = selection.records.map(\.text) + selection.nearMisses
    guard selection.answer.failure == nil, texts.count == 1, let old = texts.first,
      let value = Self.word(behind: "id=", in: old)
    else { return nil }
    let id = String(
      decoding: value.utf8.filter { $0.isASCIILetter || $0.isASCIIDigit }.prefix(Self.idOctets), as: UTF8.self)
    guard !id.isEmpty else { return nil }
    return ProposalDraft(
      edits: [RecordEdit(selection.answer, text: "v=STSv1; id=\(id);") { $0 == old }],
      remarks: ["Senders take the policy file anew when the id changes: look that it is in force as you want it."])
  }

  /// RFC 8461 §3.1: an id has at most 32 characters.
  private static let idOctets = 32

  /// What stands behind a name, up to a blank or a semicolon; nil when it stands there twice or not at all.
  private static func word(behind name: String, in text: [UInt8]) -> String? {
    let words = text.split { " ;\t".utf8.contains($0) }.filter { $0.starts(with: name.utf8) }
    guard words.count == 1, let word = words.first, word.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return String(decoding: word.dropFirst(name.utf8.count), as: UTF8.self)
  }

  /// MX-NULL-MIXED: the exchanges alone, or a null MX of preference 0 alone (RFC 7505 §3).
  static func nullMX(_ survey: DomainSurvey) -> ProposalDraft? {
    let answer = survey.mx.answer
    let null = answer.records.map(\.data).filter { data in
      if case .mx(_, let exchange) = data { exchange.isRoot } else { false }
    }
    if null.isEmpty { return nil }
    let isMixed = survey.mx.delivery == .exchanges
    let right: [DNSRecordData] = isMixed ? [] : [.mx(preference: 0, exchange: .root)]
    return ProposalDraft(
      edits: [RecordEdit(name: answer.canonicalName, type: .mx, removed: null, added: right)],
      remarks: isMixed ? ["If the domain takes no mail, keep the null MX instead and remove the others."] : [])
  }

  /// MX-NULL-SENDER: a parked domain says that it takes no mail (RFC 7505 §3).
  static func parkedMX(_ survey: DomainSurvey) -> ProposalDraft? {
    let answer = survey.mx.answer
    guard survey.options.isParked, answer.failure == nil, answer.records.isEmpty else { return nil }
    let edit = RecordEdit(name: answer.canonicalName, type: .mx, added: [.mx(preference: 0, exchange: .root)])
    return ProposalDraft(edits: [edit], remarks: ["Mail to the domain is refused then."])
  }
}
