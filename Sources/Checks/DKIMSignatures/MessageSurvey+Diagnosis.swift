import AuditModel
import MailAuthentication
import MailMessage
import Survey

extension MessageSurvey {
  /// What changed since the signature was made; nil for one that is intact.
  func diagnosis(of signature: DKIMSignatureResult) -> DKIMDiagnosis? {
    zip(dkim, diagnoses).first { $0.0 === signature }?.1
  }

  /// What changed in the body, as a sentence.
  func bodyChange(of signature: DKIMSignatureResult) -> String {
    switch diagnosis(of: signature)?.body {
    case .identified(let alterations): "What changed: \(words(alterations)); undone, the hash is right."
    case .notTried(let reason): "What changed was not looked for: \(reason)."
    case .notIdentified, .unchanged, nil:
      "What changed is not identified: none of the known alterations, undone, makes the hash right."
    }
  }

  /// What changed in the header, as a sentence; nil when nothing did.
  func headerChange(of signature: DKIMSignatureResult) -> String? {
    switch diagnosis(of: signature)?.header {
    case .identified(let alterations): "What changed: \(words(alterations)); undone, the signature fits."
    case .notIdentified:
      """
      What changed is not identified: none of the known alterations of signed header fields, undone, makes it fit; or \
      DNS holds another key than the signer uses.
      """
    case .notTried, .unchanged, nil: nil
    }
  }

  /// The fields that changed and the hop that seems to have changed them, as evidence.
  func changeEvidence(of signature: DKIMSignatureResult) -> [Evidence] {
    guard let diagnosis = diagnosis(of: signature) else { return [] }
    let fields = diagnosis.header.alterations.compactMap(\.field) + [diagnosis.likelyHop].compactMap(\.self)
    return fields.prefix(Self.mostFields).map { Evidence($0, in: self) }
  }

  private func words(_ alterations: [DKIMAlteration]) -> String {
    alterations.map { alteration in
      let place = alteration.line.map { alteration.field == nil ? " (line \($0) of the body)" : " (line \($0))" } ?? ""
      return alteration.detail + place
    }.joined(separator: "; ")
  }

  /// More fields than these make no finding clearer.
  private static let mostFields = 6
}
