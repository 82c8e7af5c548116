/// A bounce taken apart by its recipients.
public struct BounceExplanation: Sendable {
  /// What the bounce says as a whole: what ``FailureCatalogue/explain(pasted:stage:host:)`` gives.
  public let report: FailureReport
  /// The recipients, each with its own failure; empty where the message tells of none.
  public let recipients: [BouncedRecipient]
  /// `Reporting-MTA`, without its type (RFC 3464 §2.2.2).
  public let reportingMTA: String?
  /// `Arrival-Date` as it is written (RFC 3464 §2.2.5).
  public let arrivalDate: String?
  /// Whether the fields of a delivery report tell of the recipients, and not only words.
  public let hasFields: Bool
}

/// One recipient of a bounce.
public struct BouncedRecipient: Sendable {
  /// The address; nil when it is not told.
  public let address: String?
  /// `Action`, in lower case (RFC 3464 §2.3.3); nil when it is not told.
  public let action: String?
  /// `Remote-MTA`, without its type (RFC 3464 §2.3.5).
  public let remoteMTA: String?
  /// What failed; nil when nothing did, or nothing is told.
  public let explanation: FailureExplanation?
}

extension FailureCatalogue {
  /// Explains a bounce, recipient by recipient; nil when the octets are no message.
  public func explain(bounce octets: [UInt8]) -> BounceExplanation? {
    guard let pastes = BounceReader.read(octets) else { return nil }
    let report = report(pastes, nil, nil)
    let failures = RecipientFailures(catalogue: self, pastes: pastes, report: report)
    return BounceExplanation(
      report: report, recipients: report.isOther ? [] : failures.recipients(),
      reportingMTA: pastes.lazy.compactMap(\.delivery.reportingMTA).first,
      arrivalDate: pastes.lazy.compactMap(\.delivery.arrivalDate).first,
      hasFields: pastes.contains { !$0.delivery.recipients.isEmpty })
  }
}

/// Gives each recipient of a bounce its own failure.
private struct RecipientFailures {
  let catalogue: FailureCatalogue
  let pastes: [FailurePaste]
  let report: FailureReport

  func recipients() -> [BouncedRecipient] {
    let fields = pastes.flatMap { paste in paste.delivery.recipients.map { (paste, $0) } }
    let named = inWords()
    guard !fields.isEmpty else {
      guard !report.isAccepted else { return [BouncedRecipient(nil, nil, action: "delivered")] }
      if named.isEmpty { return report.primary.map { [BouncedRecipient(nil, $0)] } ?? [] }
      // What the message says as a whole is what it says of the only one.
      if named.count == 1 { return [BouncedRecipient(named[0].address, report.primary)] }
      return named.map { BouncedRecipient($0.address, $0.explanation ?? report.primary) }
    }
    let own = fields.map { paste, recipient in
      recipient.isDelivered ? nil : recipient.statement.flatMap { catalogue.telling([$0], paste.paste) }
    }
    return zip(fields, own).map { field, explanation in
      let recipient = field.1
      let told = recipient.isDelivered ? nil : better(explanation, recipient, named, own, isOnly: fields.count == 1)
      return BouncedRecipient(
        address: recipient.address, action: recipient.action, remoteMTA: recipient.remoteMTA, explanation: told)
    }
  }

  /// The explanation of the fields, or a more precise one of the text before them where it is about this recipient.
  private func better(
    _ own: FailureExplanation?, _ recipient: DeliveryRecipient,
    _ named: [(address: String, explanation: FailureExplanation?)],
    _ all: [FailureExplanation?], isOnly: Bool
  ) -> FailureExplanation? {
    if isOnly { return report.primary ?? own }
    if let own, !own.cause.isVague { return own }
    let address = recipient.address?.lowercased()
    if let words = named.first(where: { $0.address.lowercased() == address })?.explanation, !words.cause.isVague {
      return words
    }
    // What the text says, unless another recipient's fields say the same.
    guard named.count < 2, let whole = report.primary, !whole.cause.isVague,
      !all.contains(where: { $0?.cause == whole.cause })
    else { return own ?? report.primary }
    return whole
  }

  /// The recipients that texts name, each once, with what is said below its name.
  private func inWords() -> [(address: String, explanation: FailureExplanation?)] {
    var result: [(address: String, explanation: FailureExplanation?)] = []
    var places: [String: Int] = [:]
    for paste in pastes {
      for (address, statements) in paste.byHeading() {
        let explanation = catalogue.telling(statements, paste.paste)
        let key = address.lowercased()
        if let place = places[key] {
          result[place].explanation = result[place].explanation ?? explanation
        } else {
          places[key] = result.count
          result.append((address, explanation))
        }
      }
    }
    // A name without a failure below it is one of a list only where none has a failure of its own.
    let telling = result.filter { $0.explanation != nil }
    return telling.isEmpty ? result : telling
  }
}

extension BouncedRecipient {
  fileprivate init(_ address: String?, _ explanation: FailureExplanation?, action: String? = nil) {
    self.init(address: address, action: action, remoteMTA: nil, explanation: explanation)
  }
}

extension FailurePaste {
  /// The headings in order, each with the statements between it and the next one.
  fileprivate func byHeading() -> [(address: String, statements: [FailureStatement])] {
    var groups = delivery.headings.map { (address: $0.address, statements: [FailureStatement]()) }
    var next = 0
    let placed = statements.compactMap { statement in statement.text.places.first.map { (place: $0, statement) } }
    for (place, statement) in placed.sorted(by: { $0.place < $1.place }) {
      while next < delivery.headings.count, delivery.headings[next].place <= place { next += 1 }
      if next > 0 { groups[next - 1].statements.append(statement) }
    }
    return groups
  }
}
