import AuditModel
import DNS
import MailAuthentication
import MailMessage
import Survey
import Syntax

extension MessageSurvey {
  /// What SPF for the envelope sender says: nothing when it passes.
  var spfFindings: [Finding] {
    guard let spf, envelope.client?.source.isCertain == true, envelope.mailFrom?.source.isCertain == true else {
      return [
        Finding(
          .unknown, subject: "SPF", "Whether SPF passes is not known: nobody told which address sent the message.",
          remedy:
            "Name the sending address with --ip and the envelope sender with --mail-from, or your own Received fields with --trusted-hops."
        )
      ]
    }
    let failures: Set<SPFResult> = [.fail, .permerror, .none, .softfail, .neutral]
    return spf.finding(isWarning: [], isFailure: failures).map { [$0] } ?? []
  }

  /// What the signatures say: nothing when one passes.
  var dkimFindings: [Finding] {
    if dkim.contains(where: { $0.result == .pass }) { return [] }
    if let open = dkim.first(where: { $0.result == .temperror }) {
      return [finding(.unknown, open, "The key of a signature could not be looked up.", evidence: open.keyEvidence)]
    }
    if let first = dkim.first { return [finding(.fail, first, "No DKIM signature passes: \(first.words).")] }
    if hasLeft {
      return [
        Finding(.fail, subject: "DKIM", "The message has no DKIM signature.", evidence: [Evidence(namesIn: self)])
      ]
    }
    return [
      Finding(
        .unknown, subject: "DKIM", "The message is not signed, and has not left: your mail server may sign it.",
        remedy: "Audit the message as it arrived at a mailbox of your own elsewhere.")
    ]
  }

  /// Whether a DMARC record applies to the author's domain: nothing when one does.
  var dmarcRecordFindings: [Finding] {
    guard let author else {
      return [
        Finding(
          .fail, subject: "From", "From names no single domain, so that no DMARC record can apply.",
          evidence: [Evidence(namesIn: self)])
      ]
    }
    switch author.dmarc.policyRecord {
    case .temporaryError:
      return [
        Finding(
          .unknown, subject: "DMARC", "The DMARC record of \(author.domain) could not be looked up.",
          evidence: author.dmarcWalkEvidence)
      ]
    case .known(let found?) where found.value.isUsable: return []
    case .known:
      return [
        Finding(
          .fail, subject: "DMARC", "No DMARC record applies to \(author.domain).", evidence: author.dmarcWalkEvidence)
      ]
    }
  }

  /// Whether an identifier passes that aligns with From, with or without a record: nothing when one does.
  var alignmentFindings: [Finding] {
    guard let dmarc else { return [] }
    let identifiers = dmarc.evaluation.identifiers
    if identifiers.contains(where: { $0.identifier.outcome == .pass && $0.alignment == .aligned }) { return [] }
    let mayPass = identifiers.contains { $0.identifier.outcome != .fail && $0.alignment != .unaligned }
    if mayPass {
      return [
        Finding(
          .unknown, subject: "alignment", "A look-up failed that decides whether an identifier passes and aligns.",
          evidence: identifierEvidence)
      ]
    }
    if !dmarc.knowsSPF || dkim.isEmpty && !hasLeft {
      return [
        Finding(
          .unknown, subject: "alignment",
          "No signature passes and aligns with From; whether SPF does is not known.", evidence: identifierEvidence,
          remedy: "Name the sending address with --ip and the envelope sender with --mail-from.")
      ]
    }
    return [
      Finding(
        .fail, subject: "alignment", "Neither SPF nor a signature passes for a domain that aligns with From.",
        evidence: identifierEvidence)
    ]
  }

  /// What unsubscribing asks of: advertising and subscribed mail; nil when nobody told what kind of mail it is.
  var isListMail: Bool? {
    switch options.kind {
    case .marketing?, .subscribed?: true
    case .transactional?: false
    case nil: nil
    }
  }

  /// Whether To or Cc names one of these domains.
  func isAddressed(to domains: Set<String>) -> Bool {
    (fields.to + fields.cc).contains { field in
      field.value?.mailboxes.contains { domains.contains($0.domain.lowercased()) } ?? false
    }
  }

  /// The signatures that cover every field called one of `names`.
  func signatures(covering names: [HeaderName]) -> [DKIMSignatureResult] {
    dkim.filter { signature in
      let covered = signature.value?.signedNames ?? []
      return names.allSatisfy(covered.contains)
    }
  }
}

extension Judgement {
  /// The same facts for mail that the demand does not concern, or not for sure: remarks, and no word of what is unknown.
  func asRemarks(_ reason: String) -> Judgement {
    guard case .findings(let findings) = self else { return self }
    if findings.isEmpty { return .pass }
    let known = findings.filter { $0.verdict != .unknown }
    if known.isEmpty { return .notApplicable(reason) }
    return .findings(
      known.map {
        Finding(min($0.verdict, .info), subject: $0.subject, $0.statement, evidence: $0.evidence, remedy: $0.remedy)
      })
  }
}
