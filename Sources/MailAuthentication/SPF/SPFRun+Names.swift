import DNS

extension SPFRun {
  /// The domain that a term is about, as text; the look-ups of `%{p}` are its own.
  mutating func target(
    of term: SPFTerm, domain: [UInt8]
  ) async -> (name: [UInt8], problem: SPFProblem?, answers: [DNSAnswer]) {
    guard let spec = term.domainSpec else { return (domain, nil, []) }
    var values = self.values(domain)
    guard spec.uses([.validatedName]) else { return (spec.expandedDomain(with: values), nil, []) }
    let answer = await validate()
    let problem = countVoid(answer)
    values.validatedName = validatedName(for: domain)
    return (spec.expandedDomain(with: values), problem, [answer])
  }

  /// The values of the macros in the record of `domain`.
  func values(_ domain: [UInt8]) -> SPFMacroValues {
    SPFMacroValues(
      address: identity.address, localPart: identity.localPart, senderDomain: identity.senderDomain,
      helo: identity.helo, domain: domain, receiver: Array(evaluator.receiver.utf8), timestamp: evaluator.timestamp)
  }

  /// RFC 7208 §5.5: matches when a validated name is the target or lies below it; an error is no match.
  mutating func matchPTR(_ target: [UInt8]) async -> SPFTermResult {
    guard let name = DomainName(spfText: target) else { return .noMatch }
    let answer = await validate()
    if let problem = countVoid(answer) { return .error(.permerror, problem, [answer]) }
    let matches = validated.contains { $0.isEqual(toOrBelow: name) }
    return SPFTermResult(outcome: matches ? .match : .noMatch, answers: [answer])
  }

  /// Finds the names of the address that lead back to it (RFC 7208 §5.5), once for all terms; gives the answer with
  /// the names.
  ///
  /// The PTR records belong to the sender: their names do not count as void look-ups, and an error only skips a name.
  private mutating func validate() async -> DNSAnswer {
    if let pointers { return pointers }
    let answer = await ask([DNSQuestion(identity.address.reverseName, .ptr)])[0]
    let names = answer.records.compactMap { record -> DomainName? in
      if case .ptr(let name) = record.data { name } else { nil }
    }
    let type: DNSRecordType = identity.address.isV4 ? .a : .aaaa
    let questions = names.prefix(evaluator.limits.names).map { DNSQuestion($0, type) }
    let answers = questions.isEmpty ? [] : await ask(questions)
    validated = answers.filter { $0.addresses.contains(identity.address) }.map(\.question.name)
    pointers = answer
    return answer
  }

  /// RFC 7208 §7.3: the domain itself, else a name below it, else any validated name, else `unknown`.
  private func validatedName(for domain: [UInt8]) -> [UInt8] {
    let names = validated
    let domain = DomainName(spfText: domain)
    let chosen =
      names.first { $0 == domain } ?? names.first { name in domain.map { name.isEqual(toOrBelow: $0) } ?? false }
      ?? names.first
    return chosen?.spfText ?? Array("unknown".utf8)
  }

  // MARK: Explanations

  /// Asks for the text of the explanation when the result is fail (RFC 7208 §6.2); it counts against no limit.
  mutating func explanationAnswer(of check: SPFCheck) async -> DNSAnswer? {
    guard check.result == .fail, let explanation = check.explanation else { return nil }
    var values = self.values(explanation.domain)
    if explanation.spec.uses([.validatedName]) {
      _ = await validate()
      values.validatedName = validatedName(for: explanation.domain)
    }
    guard let name = DomainName(spfText: explanation.spec.expandedDomain(with: values)) else { return nil }
    return await ask([DNSQuestion(name, .txt)])[0]
  }

  /// The explanation; nil when it is not exactly one record, has a syntax error or is not ASCII (RFC 7208 §6.2).
  mutating func explanation(of check: SPFCheck, from answer: DNSAnswer?) async -> String? {
    guard let domain = check.explanation?.domain, let answer, answer.texts.count == 1, let strings = answer.texts.first
    else { return nil }
    let text = strings.joined
    guard text.count <= SPFLimits.explanationOctets else { return nil }
    var parser = SPFMacroParser(text, in: 0..<text.count, place: .explanation)
    let macros = parser.parse()
    guard parser.faults.isEmpty else { return nil }
    var values = self.values(domain)
    if macros.uses([.validatedName]) {
      _ = await validate()
      values.validatedName = validatedName(for: domain)
    }
    guard let expanded = macros.expandedText(with: values), expanded.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      return nil
    }
    return String(decoding: expanded, as: UTF8.self)
  }
}
