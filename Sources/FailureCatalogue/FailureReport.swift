/// What a paste says: its failures, the most telling first, and what else it shows.
public struct FailureReport: Sendable {
  /// The failures; of a session the one that ended it comes first, of a log the first one.
  public internal(set) var explanations: [FailureExplanation] = []
  /// What the paste shows beside its failures.
  public internal(set) var notes: [FailureNote] = []
  /// Whether the mail was accepted, and nothing failed.
  public internal(set) var isAccepted = false
  /// The code of the reply that accepted it, where it is shown.
  public internal(set) var acceptance: (code: Int?, enhanced: EnhancedStatusCode?) = (nil, nil)
  /// Whether passwords or tokens stood in the paste; they are nowhere in this report.
  public internal(set) var hadSecrets = false
  /// Whether the paste was longer than what is read.
  public internal(set) var isCut = false
  /// How many failures are left out, since there were more than ``FailureLimits/explanations`` different ones.
  public internal(set) var dropped = 0

  /// The failure that is to be told; nil when there is none.
  public var primary: FailureExplanation? { explanations.first }

  /// Whether this is a message that tells of no failure: a complaint of a recipient, or an automatic answer.
  public var isOther: Bool { explanations.isEmpty && notes.contains { ReportKind.identifiers.contains($0.id) } }

  /// The cause, for programs: that of the first failure, `accepted`, or `undetermined`.
  public var cause: FailureCause { primary?.cause ?? (isAccepted ? .accepted : .undetermined) }

  /// The step that was reached.
  public var stage: FailureStage? { primary.map(\.stage) ?? (isAccepted ? .accepted : nil) }
}

extension FailureCatalogue {
  /// Explains what someone pasted: a line of a log, a transcript, an exception, a bounce.
  public func explain(pasted octets: some Collection<UInt8>, stage: FailureStage? = nil, host: String? = nil)
    -> FailureReport
  {
    if let bounce = BounceReader.read(octets) { return report(bounce, stage, host) }
    let paste = PastedText(octets)
    let (statements, session) = StatementReader.read(paste.text)
    return report([FailurePaste(paste: paste, statements: statements, session: session)], stage, host)
  }

  func report(_ pastes: [FailurePaste], _ stage: FailureStage?, _ host: String?) -> FailureReport {
    var report = FailureReport()
    report.hadSecrets = pastes.contains { $0.paste.hadSecrets }
    report.isCut = pastes.contains { $0.paste.isCut }
    var builder = ReportBuilder()
    for paste in pastes {
      for statement in paste.statements {
        var statement = statement
        statement.stage = stage ?? statement.stage
        statement.host = host ?? statement.host
        note(statement, in: &report)
        guard statement.mayTell else { continue }
        builder.add(explain(statement) { paste.paste.position($0) }, statement)
      }
    }
    report.notes = FailureNote.all(pastes, hadSecrets: report.hadSecrets)
    builder.finish(&report, hasSession: pastes.contains { $0.hasSession })
    // DokuWiki writes the error first, and the server behind it.
    if pastes.count == 1, report.explanations.first?.host == nil, report.explanations.first?.speaksOfConnection == true
    {
      report.explanations[0].host = pastes[0].statements.first { $0.speaker == .program && $0.host != nil }?.host
    }
    if pastes.contains(where: { $0.session.endsInHandshake }), let first = report.primary, first.stage == nil {
      report.explanations[0].stage = .starttls
      if first.cause == .connectionLost { report.explanations[0].cause = .tlsHandshakeFailed }
    }
    return report
  }

  /// The most telling failure of some statements of a paste; nil when they tell of none.
  func telling(_ statements: [FailureStatement], _ paste: PastedText) -> FailureExplanation? {
    var builder = ReportBuilder()
    for statement in statements where statement.mayTell {
      builder.add(explain(statement) { paste.position($0) }, statement)
    }
    var report = FailureReport()
    builder.finish(&report, hasSession: false)
    return report.primary
  }

  private func note(_ statement: FailureStatement, in report: inout FailureReport) {
    guard statement.isAcceptance else { return }
    if report.acceptance.code == nil { report.acceptance = (statement.code, statement.enhanced) }
    report.isAccepted = true
  }
}

/// A paste with its statements.
struct FailurePaste: Sendable {
  let paste: PastedText
  let statements: [FailureStatement]
  let session: SessionFacts
  /// What the kind of the paste tells.
  var notes: [FailureNote] = []
  /// Whom a bounce is about.
  var delivery = DeliveryFacts()

  /// Whether this is a transcript of a session.
  var hasSession: Bool { statements.contains { $0.speaker == .server } }
}

extension FailurePaste {
  /// A part of a message that tells of no failure, but of what the message is.
  init(_ note: FailureNote) {
    self.init(paste: PastedText([]), statements: [], session: SessionFacts(), notes: [note])
  }
}

extension FailureStatement {
  /// Whether a failure may be told: replies that are none are passed over.
  var mayTell: Bool {
    if let code, code < 400, speaker == .server { return false }
    if enhanced?.classDigit == 2, code.map({ $0 < 400 }) ?? true, !isBounce, !tellsFailureInWords { return false }
    return !isAcceptance && (isBounce || code != nil || !LogNotes.isHarmless(text))
  }

  /// How notifications of Amazon SES say that the other server took the message.
  private static let deliveries = ["notification", "event"].flatMap {
    ["\"\($0)type\":\"delivery\"", "\"\($0)type\": \"delivery\""]
  }
  .map { Array($0.utf8) }

  /// Whether this says that mail was accepted (RFC 5321 §4.2.5).
  var isAcceptance: Bool {
    if isDelivered || Self.deliveries.contains(where: { text.firstIndex(ofOctets: $0) != nil }) { return true }
    if isBounce { return false }
    if speaker == .server { return code == 250 && stage == .data }
    if let status = enhanced ?? reported, status.classDigit != 2 { return false }
    return ["status=sent", "stat=sent", "\"job_status\":\"done\"", "message was sent. smtp seems to work"].contains {
      text.firstIndex(ofOctets: Array($0.utf8)) != nil
    }
  }
}

/// Collects the failures of a paste: the same one is told once.
private struct ReportBuilder {
  /// How much an explanation tells; less is better.
  private func weight(_ explanation: FailureExplanation) -> Int {
    let isBare = explanation.code == nil && explanation.enhanced == nil
    switch explanation.cause {
    case .remark, .accepted: return 90
    case .wrapper: return 80
    case .undetermined: return explanation.entry == nil ? 70 : 60
    case let cause where cause.isVague:
      return explanation.code != nil ? 40 : explanation.certainty == .known ? 50 : 55
    // That nobody was left to deliver to follows from the replies before it, and that time ran out from what failed.
    case .noValidRecipient: return 40
    case .expired where isBare || explanation.certainty == .code: return 52
    default: break
    }
    if explanation.certainty == .known { return 10 }
    return isBare ? 30 : 20
  }

  private var found: [(explanation: FailureExplanation, speaker: TranscriptLine.Speaker)] = []
  private var places: [String: Int] = [:]
  private var dropped = 0

  mutating func add(_ explanation: FailureExplanation, _ statement: FailureStatement) {
    // A line that no entry knows is a failure only where its code stands where codes stand.
    if explanation.entry == nil {
      let isReply =
        statement.speaker == .server || statement.isBounce || statement.tellsFailureInWords
        || ReplyText.codes(in: statement.text).isFirst
        || TranscriptLine.replyCode(statement.text.octets, 0..<statement.text.count) != nil
      guard explanation.mayPass != nil, isReply else { return }
    }
    let key =
      "\(explanation.entry?.id ?? "") \(explanation.code ?? 0) \(explanation.enhanced.map { "\($0)" } ?? "") \(explanation.cause)"
      + (explanation.entry == nil ? explanation.excerpt : "")
    if let index = places[key] {
      // A bounce says it in words, and again in the fields of its report.
      if !statement.isBounce { found[index].explanation.count += 1 }
      found[index].explanation.host = found[index].explanation.host ?? explanation.host
      found[index].explanation.stage = found[index].explanation.stage ?? explanation.stage
    } else if found.count < FailureLimits.explanations {
      places[key] = found.count
      found.append((explanation, statement.speaker))
    } else {
      dropped += 1
    }
  }

  /// Orders what was found: entries that tell before texts that only carry others, and those before remarks.
  func finish(_ report: inout FailureReport, hasSession: Bool) {
    report.dropped = dropped
    let ordered = found.enumerated().sorted { key($0, hasSession) < key($1, hasSession) }.map(\.element.explanation)
    var failures = ordered.filter { $0.cause != .accepted && $0.cause != .remark }
    // That it was not delivered is no news where something tells why.
    if let first = failures.first, !first.cause.isVague {
      failures.removeAll { $0.cause == .undetermined && $0.entry != nil }
    }
    report.explanations = failures + ordered.filter { $0.cause == .accepted || $0.cause == .remark }
    if !failures.isEmpty { report.isAccepted = false }
    if report.isAccepted { report.explanations.removeAll { $0.cause != .accepted && $0.cause != .remark } }
  }

  private func key(
    _ item: (offset: Int, element: (explanation: FailureExplanation, speaker: TranscriptLine.Speaker)),
    _ hasSession: Bool
  ) -> (Int, Int) {
    let explanation = item.element.explanation
    // Of a session the last failing reply is what ended it.
    let isReply = hasSession && item.element.speaker == .server
    return (weight(explanation) - (isReply ? 10 : 0), isReply ? -item.offset : item.offset)
  }
}
