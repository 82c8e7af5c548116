import XMLKit

/// Reads a DMARC aggregate report that comes in pieces, by both schemas (RFC 9990 appendix A, RFC 7489 appendix C): it
/// takes what it understands, tells where the report leaves the schema that it claims, and holds no more than one record.
public final class AggregateReportReader {
  /// Whether no more octets are wanted: the report was broken, or is none.
  public private(set) var isDone = false

  let source: ReportSource
  private let give: (FeedbackEvent) -> Void
  let parser = XMLPushParser(AggregateElement.vocabulary)
  var report = AggregateReport()
  var schema = AggregateSchema.rfc7489
  var log = DeviationLog()
  var pool = TextPool()
  /// The text of the piece that is being read.
  var octets: [UInt8] = []

  /// The record that is being read, and what lies in it.
  var record = AggregateRecord()
  var reason = PolicyOverrideReason(type: "")
  var dkim = DKIMAuthResult()
  var spf = SPFAuthResult()

  private let groups = ElementGroup.all
  private var open = OpenElements()
  private var rootSpace: Int16 = -1
  /// Whether a namespace is none of DMARC, by its place.
  private var isForeign: [Bool] = []
  private var hasRoot = false
  private var hasWrapper = false
  /// Whether the report has ended, whatever stands behind it.
  var isWhole = false
  private var hasBegun = false
  var hasMetadata = false
  var hasPolicy = false
  private var held: [AggregateRecord] = []
  var fault: ReportFault?

  /// The elements that are open.
  private struct OpenElements {
    var groups: [OpenGroup] = []
    /// The place in its group of the open element with text; -1 when none is open.
    var leaf: Int8 = -1
    /// How many elements are open of which nothing is read.
    var skipped = 0
  }

  /// An element with elements in it that is open.
  private struct OpenGroup {
    let name: ElementGroup.Name
    let line: Int
    /// The elements that were seen, a bit each.
    var seen: UInt32 = 0
    var last: Int8 = -1
  }

  private static let required: [[UInt32]] = [AggregateSchema.rfc7489, .rfc9990].map { schema in
    ElementGroup.all.map { $0.required(schema) }
  }

  /// A reader of one report, which was found at `source`.
  public init(_ source: ReportSource, _ give: @escaping (FeedbackEvent) -> Void) {
    self.source = source
    self.give = give
  }

  /// Takes the next octets of the XML text.
  public func feed(_ piece: Span<UInt8>) {
    if isDone { return }
    parser.feed(piece) { take($0) }
    if parser.fault != nil { isDone = true }
  }

  /// The text ends; `outer` says why before its time, and `remark` what is odd about what was around it.
  public func finish(_ outer: ReportFault? = nil, remark: String? = nil) {
    if fault == nil { parser.finish { take($0) } }
    isDone = true
    judgeText(outer)
    if let remark { tellText(-5, nil, remark) }
    guard hasRoot else {
      give(.unreadable(fault ?? ReportFault(.noReport("an empty text")), source))
      return
    }
    if fault == nil { judgeCompleteness() }
    report.fault = fault
    begin()
    report.deviations = log.sorted
    report.furtherDeviations = log.further
    give(.aggregateEnded(report))
  }

  /// Ends the reading here, with what was read.
  func end(_ cause: ReportFault.Cause, line: Int) {
    if fault == nil { fault = ReportFault(cause, line: line) }
    isDone = true
  }
}

extension AggregateReportReader {
  private func take(_ piece: XMLPiece) {
    octets = piece.octets
    // Taken out of the reader, because every tag changes it.
    var open = self.open
    self.open = OpenElements()
    for token in piece.tokens {
      if isDone { break }
      if token.kind == .start { start(token, &open) } else { end(token, piece.octets, &open) }
    }
    self.open = open
    octets = []
  }

  private func start(_ token: XMLToken, _ open: inout OpenElements) {
    if open.skipped > 0 {
      open.skipped += 1
      return
    }
    guard var group = open.groups.last else { return startOutside(token, &open) }
    let rules = groups[group.name.rawValue]
    let place = token.name < 0 || open.leaf >= 0 || isStrange(token) ? -1 : rules.places[Int(token.name)]
    if place < 0 { return skip(token, group.name, &open) }
    let child = rules.children[Int(place)]
    note(child, place, token, in: &group, rules)
    open.groups[open.groups.count - 1] = group
    if let name = child.group {
      open.groups.append(OpenGroup(name: name, line: Int(token.line)))
      prepare(name, line: Int(token.line))
    } else {
      open.leaf = place
    }
  }

  /// An element inside of none that counts: the report, or what stands around and behind it.
  private func startOutside(_ token: XMLToken, _ open: inout OpenElements) {
    if isWhole { open.skipped = 1 } else { startRoot(token, &open) }
  }

  private func startRoot(_ token: XMLToken, _ open: inout OpenElements) {
    let line = Int(token.line)
    if isWrapper(token) {
      hasWrapper = true
      return tellText(-6, line, "has an element \(text(octets[token.text])) around it, which was passed over")
    }
    guard token.name >= 0, AggregateElement.all[Int(token.name)] == .feedback else {
      let name = token.name < 0 ? text(octets[token.text]) : AggregateElement.all[Int(token.name)].rawValue
      return end(.noReport("an XML text whose root element is \(name)"), line: line)
    }
    hasRoot = true
    rootSpace = token.namespace
    report.namespace = rootSpace < 0 ? nil : parser.namespaces[Int(rootSpace)]
    schema = AggregateSchema(namespace: report.namespace)
    if let space = report.namespace, !Self.namespaces.contains(space) {
      deviate(.value, .feedback, .feedback, line) { "has a namespace of neither standard" }
    }
    open.groups.append(OpenGroup(name: .feedback, line: line))
  }

  /// Some put their reports into the root of the schema that describes them.
  private func isWrapper(_ token: XMLToken) -> Bool {
    token.name < 0 && !hasWrapper && text(octets[token.text]) == "schema"
  }

  private static let namespaces: Set<String> = [AggregateSchema.namespace, "http://dmarc.org/dmarc-xml/0.1"]

  /// Whether an element is of another namespace than the report: an extension.
  private func isStrange(_ token: XMLToken) -> Bool {
    if token.namespace < 0 || token.namespace == rootSpace { return false }
    if Int(token.namespace) >= isForeign.count {
      isForeign = parser.namespaces.map { !Self.namespaces.contains($0) }
    }
    return isForeign[Int(token.namespace)]
  }

  /// Passes over an element with all that is in it.
  private func skip(_ token: XMLToken, _ group: ElementGroup.Name, _ open: inout OpenElements) {
    open.skipped = 1
    let rules = ElementGroup.all[group.rawValue]
    // Extensions have a place of their own, and a record may hold some of other namespaces (RFC 9990 §3.1.2).
    if open.leaf >= 0, rules.children[Int(open.leaf)].element == .extension { return }
    if schema == .rfc9990, group == .record, isStrange(token) { return }
    log.add(.unknown, group.rawValue, token.name, line: Int(token.line)) {
      let name = token.name < 0 ? text(octets[token.text]) : AggregateElement.all[Int(token.name)].rawValue
      return (rules.path.isEmpty ? name : "\(rules.path)/\(name)", "is not of the schema, and was not read")
    }
  }

  /// Tells when an element stands out of order, once too often, or in a report of the other standard.
  private func note(
    _ child: ElementGroup.Child, _ place: Int8, _ token: XMLToken, in group: inout OpenGroup, _ rules: ElementGroup
  ) {
    let (name, last, line) = (group.name, group.last, Int(token.line))
    if group.seen & 1 << UInt32(place) != 0, !child.repeats || (schema == .rfc9990 && child.group == .spf) {
      deviate(.repeated, name, child.element, line) { "occurs more than once" }
    }
    if place < last, schema == .rfc7489 ? rules.isOrdered.0 : rules.isOrdered.1 {
      deviate(.order, name, child.element, line) { "stands behind \(rules.children[Int(last)].element.rawValue)" }
    }
    if let only = child.only, only != schema {
      deviate(.unknown, name, child.element, line) {
        schema == .rfc9990
          ? "is of \(only.name), and not of RFC 9990 whose namespace the report has"
          : "is of \(only.name), whose namespace the report does not have"
      }
    }
    group.seen |= 1 << UInt32(place)
    group.last = max(last, place)
  }

  private func end(_ token: XMLToken, _ octets: [UInt8], _ open: inout OpenElements) {
    if open.skipped > 0 {
      open.skipped -= 1
      return
    }
    if open.leaf >= 0 {
      let name = open.groups[open.groups.count - 1].name
      let element = groups[name.rawValue].children[Int(open.leaf)].element
      open.leaf = -1
      if token.isCut { deviate(.value, name, element, Int(token.line)) { "is too long, and was cut" } }
      assign(
        ReportedText(group: name, element: element, octets: octets[token.text].trimmed, line: Int(token.line)))
      return
    }
    guard let group = open.groups.popLast() else { return }
    let missing = Self.required[schema == .rfc7489 ? 0 : 1][group.name.rawValue] & ~group.seen
    if missing != 0 { tell(missing: missing, group) }
    complete(group.name)
  }

  private func tell(missing bits: UInt32, _ group: OpenGroup) {
    let rules = ElementGroup.all[group.name.rawValue]
    for (place, child) in rules.children.enumerated() where bits & 1 << UInt32(place) != 0 {
      guard let kind = child.missing(schema) else { continue }
      deviate(kind, group.name, child.element, group.line) { "is missing" }
    }
  }

  /// Tells of an element in a group.
  func deviate(
    _ kind: SchemaDeviation.Kind, _ group: ElementGroup.Name, _ element: AggregateElement, _ line: Int,
    _ statement: () -> String
  ) {
    let place = Int16(AggregateElement.all.firstIndex(of: element) ?? -1)
    log.add(kind, group.rawValue, place, line: line) {
      (ElementGroup.all[group.rawValue].path(of: element), statement())
    }
  }
}

extension AggregateReportReader {
  /// A group has ended.
  private func complete(_ name: ElementGroup.Name) {
    switch name {
    case .feedback: isWhole = true
    case .metadata: hasMetadata = true
    case .policy: hasPolicy = true
    case .record: completeRecord()
    case .reason: keep(reason)
    case .dkim: if record.dkimResults.count < FeedbackLimits.resultsOfRecord { record.dkimResults.append(dkim) }
    case .spf: if record.spfResults.count < FeedbackLimits.resultsOfRecord { record.spfResults.append(spf) }
    case .dateRange, .row, .evaluated, .identifiers, .results: break
    }
  }

  private func keep(_ reason: PolicyOverrideReason) {
    let isEmpty = reason.type.isEmpty && reason.comment?.isEmpty != false
    if !isEmpty, record.reasons.count < FeedbackLimits.resultsOfRecord { record.reasons.append(reason) }
  }

  private func completeRecord() {
    report.recordCount += 1
    report.messageCount += record.count
    if !hasBegun, hasMetadata && hasPolicy || held.count >= FeedbackLimits.heldRecords { begin() }
    if hasBegun { give(.record(record)) } else { held.append(record) }
  }

  /// The report is known, or will not be known better.
  private func begin() {
    if hasBegun { return }
    hasBegun = true
    var beginning = report
    (beginning.recordCount, beginning.messageCount) = (0, 0)
    give(.aggregateBegan(beginning, source))
    for record in held { give(.record(record)) }
    held = []
  }
}
