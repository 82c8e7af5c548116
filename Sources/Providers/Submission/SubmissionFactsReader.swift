/// Reads the text that script/update-providers writes: a line a fact, a letter for its kind, and fields between bars.
///
///     S source                           P id name kind            A alias        D domains
///     H name patterns region state role note       O port tls basis (of the host before)
///     M mechanisms note basis            U form literal example note basis        K secret note basis
///     E expectation note basis           R rule places note basis  F failure text (of the rule before)
///     L value unit period scope note basis         G greeting basis               Q id text basis
///     I includes redirect place note basis         C selectors note basis         N owner type target (of DKIM)
///     B return path note basis           V owner type target (of the return path)
///
/// A basis is a letter of confidence and the number of a source. The text is ours, so that a line which does not fit is
/// left out; a test holds that none is.
struct SubmissionFactsReader {
  private(set) var providers: [SubmissionFacts] = []
  /// How many lines did not fit.
  private(set) var leftOut = 0
  private var sources: [String] = []
  private var current: SubmissionFacts?

  init(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      if !read(fields) { leftOut += 1 }
    }
    finish()
  }

  private mutating func finish() {
    if let current { providers.append(current) }
    current = nil
  }

  /// Reads one line; false when it does not fit.
  private mutating func read(_ fields: [String]) -> Bool {
    switch (fields.first, fields.count) {
    case ("S", 2): sources.append(fields[1])
    case ("P", 4):
      finish()
      current = SubmissionFacts(id: fields[1], name: fields[2], kind: fields[3])
    case ("A", 2): current?.aliases.append(fields[1])
    case ("D", 2): current?.mailboxDomains = Self.words(fields[1])
    case ("F", 2): current?.senderRule?.failureTexts.append(fields[1])
    case ("N", 4): current?.dkim?.records.append(Self.record(fields))
    case ("V", 4): current?.returnPath?.records.append(Self.record(fields))
    case ("H", 7): return readHost(fields)
    default:
      guard let last = fields.last, let basis = basis(last) else { return false }
      return readFact(fields, basis)
    }
    return current != nil || fields.first == "S"
  }

  private mutating func readHost(_ fields: [String]) -> Bool {
    guard let state = SubmissionHost.State(rawValue: fields[4]) else { return false }
    current?.hosts.append(
      SubmissionHost(
        name: fields[1], patterns: Self.words(fields[2]).map { NamePattern(stringLiteral: $0) },
        region: Self.unlessEmpty(fields[3]), state: state, isTestSink: fields[5] == "test-sink", note: fields[6]))
    return current != nil
  }

  /// Reads a line that ends with a basis.
  private mutating func readFact(_ fields: [String], _ basis: FactBasis) -> Bool {
    guard current != nil else { return false }
    switch (fields[0], fields.count) {
    case ("O", 4): return readPort(fields, basis)
    case ("L", 7): return readLimit(fields, basis)
    case ("M", 4):
      current?.authentication = AuthenticationFact(mechanisms: Self.words(fields[1]), note: fields[2], basis: basis)
    case ("U", 6):
      current?.userName = UserNameFact(
        form: fields[1], literal: Self.unlessEmpty(fields[2]), example: Self.unlessEmpty(fields[3]), note: fields[4],
        basis: basis)
    case ("K", 4): current?.secret = SecretFact(kind: fields[1], note: fields[2], basis: basis)
    case ("E", 4): current?.greetingName = GreetingNameFact(expectation: fields[1], note: fields[2], basis: basis)
    case ("G", 3): current?.greetings.append(GreetingPattern(fields[1], basis: basis))
    case ("Q", 4): current?.quirks.append(SubmissionQuirk(id: fields[1], text: fields[2], basis: basis))
    default: return readRule(fields, basis)
    }
    return true
  }

  private mutating func readRule(_ fields: [String], _ basis: FactBasis) -> Bool {
    switch (fields[0], fields.count) {
    case ("R", 5):
      current?.senderRule = SenderRuleFact(
        rule: fields[1], appliesTo: Self.words(fields[2]), note: fields[3], basis: basis)
    case ("I", 6):
      current?.spf = SPFNeed(
        includes: Self.words(fields[1], separator: ","), redirect: Self.unlessEmpty(fields[2]), place: fields[3],
        note: fields[4], basis: basis)
    case ("C", 4):
      current?.dkim = DKIMNeed(selectors: Self.words(fields[1], separator: ","), note: fields[2], basis: basis)
    case ("B", 4): current?.returnPath = ReturnPathFact(behaviour: fields[1], note: fields[2], basis: basis)
    default: return false
    }
    return true
  }

  private mutating func readPort(_ fields: [String], _ basis: FactBasis) -> Bool {
    guard let number = Int(fields[1]), let tls = SubmissionTLS(rawValue: fields[2]), let facts = current,
      !facts.hosts.isEmpty
    else { return false }
    current?.hosts[facts.hosts.count - 1].ports.append(SubmissionPort(number: number, tls: tls, basis: basis))
    return true
  }

  private mutating func readLimit(_ fields: [String], _ basis: FactBasis) -> Bool {
    guard let value = Int(fields[1]) else { return false }
    current?.limits.append(
      SendingLimit(
        value: value, unit: fields[2], period: fields[3], scope: fields[4], note: fields[5], basis: basis))
    return true
  }

  private func basis(_ text: String) -> FactBasis? {
    let confidence: FactBasis.Confidence
    switch text.first {
    case "d": confidence = .documented
    case "e": confidence = .example
    case "r": confidence = .remembered
    default: return nil
    }
    guard let number = Int(text.dropFirst()), sources.indices.contains(number) else { return nil }
    return FactBasis(confidence, source: sources[number])
  }

  private static func record(_ fields: [String]) -> RecordTemplate {
    RecordTemplate(owner: fields[1], type: fields[2], target: fields[3])
  }

  private static func words(_ text: String, separator: Character = " ") -> [String] {
    text.split(separator: separator).map(String.init)
  }

  private static func unlessEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
