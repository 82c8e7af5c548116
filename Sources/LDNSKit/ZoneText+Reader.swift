import DNS

/// Turns the entries of a text and its includes into a zone.
struct ZoneTextReader {
  private let files: any ZoneFiles
  private var zone: Zone
  private var faults: [ZoneText.Fault] = []
  private var surplusFaults = 0
  private var octetsLeft = ZoneTextLimits.octets
  private var filesLeft = ZoneTextLimits.includedFiles

  /// What an entry inherits from those before it (RFC 1035 §5.1, RFC 2308 §4).
  private struct Context {
    let file: String
    let depth: Int
    var origin: DomainName?
    var owner: DomainName?
    var ttl: UInt32?
    var statedTTL: UInt32?
  }

  private typealias Token = ZoneTextEntry.Token

  init(file: String, files: any ZoneFiles) {
    self.files = files
    zone = Zone(file: file)
  }

  var result: ZoneText.Result {
    guard surplusFaults > 0, let last = faults.last else { return .init(zone: zone, faults: faults) }
    let message = "and \(surplusFaults) more faults"
    return .init(zone: zone, faults: faults + [.init(file: last.file, line: last.line, column: 1, message: message)])
  }

  mutating func read(_ text: [UInt8], file: String, origin: DomainName?) {
    var context = Context(file: file, depth: 0, origin: origin)
    if let origin { zone.origins.append(origin) }
    read(text, &context)
  }

  private mutating func read(_ text: [UInt8], _ context: inout Context) {
    guard text.count <= octetsLeft else {
      return report(.init(1, 1, "the text and its includes are larger than \(ZoneTextLimits.octets) octets"), context)
    }
    octetsLeft -= text.count
    var tokenizer = ZoneTextTokenizer(text)
    while let entry = tokenizer.next() {
      if entry.faults.isEmpty {
        do throws(ZoneTextFault) { try read(entry, &context) } catch { report(error, context) }
      } else {
        for fault in entry.faults { report(.init(fault.line, fault.column, fault.message), context) }
        if !entry.startsBlank { keepOwner(of: entry, &context) }
      }
    }
  }

  /// Lines that follow a bad one still mean its owner.
  private func keepOwner(of entry: ZoneTextEntry, _ context: inout Context) {
    guard let token = entry.tokens.first, token.raw.first != UInt8(ascii: "$") else { return }
    context.owner = try? ZoneTextName.read(token, origin: context.origin)
  }

  private mutating func report(_ fault: ZoneTextFault, _ context: Context) {
    guard faults.count < ZoneTextLimits.faults else { return surplusFaults += 1 }
    faults.append(.init(file: context.file, line: fault.line, column: fault.column, message: fault.message))
  }

  private mutating func read(_ entry: ZoneTextEntry, _ context: inout Context) throws(ZoneTextFault) {
    guard let first = entry.tokens.first else { return }
    if !entry.startsBlank, !first.isQuoted, first.raw.first == UInt8(ascii: "$") {
      return try obey(entry.tokens, &context)
    }
    var rest = entry.tokens[...]
    if !entry.startsBlank {
      context.owner = nil
      context.owner = try ZoneTextName.read(rest.removeFirst(), origin: context.origin)
    }
    guard let owner = context.owner else { throw .init(first, "no owner: this line is the first or follows a bad one") }
    try readRecord(owner, rest, after: first, &context)
  }

  private mutating func readRecord(
    _ owner: DomainName, _ tokens: ArraySlice<Token>, after first: Token, _ context: inout Context
  ) throws(ZoneTextFault) {
    var rest = tokens
    var ttl: UInt32?
    while let token = rest.first, !token.isQuoted {
      if ttl == nil, let value = ZoneTextTTL.read(token.raw) {
        ttl = value
      } else if !(try ZoneTextType.isClass(token)) {
        break
      }
      rest.removeFirst()
    }
    if let ttl { context.statedTTL = ttl }
    guard let typeToken = rest.popFirst() else { throw .init(tokens.last ?? first, "a type is missing") }
    let type = try ZoneTextType.read(typeToken)
    if let only = rest.first, rest.count == 1, !only.isQuoted, let word = ZoneText.Outcome(rawValue: only.text) {
      return zone.outcomes.append(.init(owner: owner, type: type, outcome: word.answer))
    }
    let data = try ZoneTextData(typeToken, type, Array(rest), origin: context.origin).read()
    let question = DNSQuestion(owner, data.type)
    if zone.places[question] == nil { zone.places[question] = ZoneFilePlace(file: context.file, line: first.line) }
    zone.records.append(DNSRecord(owner: owner, ttl: ttl ?? inheritedTTL(data, &context), data: data))
  }

  /// `$TTL` (RFC 2308 §4), else the last one stated (RFC 1035 §5.1), else the minimum of the SOA record.
  private func inheritedTTL(_ data: DNSRecordData, _ context: inout Context) -> UInt32 {
    if let ttl = context.ttl ?? context.statedTTL { return ttl }
    guard case .soa(let authority) = data else { return ZoneTextLimits.defaultTTL }
    context.statedTTL = authority.minimum
    return authority.minimum
  }
}

extension ZoneTextReader {
  private mutating func obey(_ tokens: [Token], _ context: inout Context) throws(ZoneTextFault) {
    let directive = tokens[0]
    let arguments = Array(tokens.dropFirst())
    switch directive.text.uppercased() {
    case "$ORIGIN":
      let origin = try ZoneTextName.read(try only(arguments, of: directive), origin: context.origin)
      context.origin = origin
      zone.origins.append(origin)
    case "$TTL":
      let token = try only(arguments, of: directive)
      guard let ttl = ZoneTextTTL.read(token.raw) else { throw .init(token, "\"\(token.text)\" is no time to live") }
      context.ttl = ttl
    case "$INCLUDE": try include(arguments, directive, context)
    default: throw .init(directive, "the directive \(directive.text) is not supported")
    }
  }

  private func only(_ arguments: [Token], of directive: Token) throws(ZoneTextFault) -> Token {
    guard arguments.count == 1 else { throw .init(directive, "\(directive.text) takes one value") }
    return arguments[0]
  }

  /// RFC 1035 §5.1: origin and owner of this file are untouched by the included one.
  private mutating func include(
    _ arguments: [Token], _ directive: Token, _ context: Context
  ) throws(ZoneTextFault) {
    guard let name = arguments.first, arguments.count <= 2 else {
      throw .init(directive, "$INCLUDE takes a file and perhaps an origin")
    }
    let origin = arguments.count == 2 ? try ZoneTextName.read(arguments[1], origin: context.origin) : context.origin
    guard context.depth < ZoneTextLimits.includeDepth else { throw .init(name, "files include each other too deeply") }
    guard filesLeft > 0 else { throw .init(name, "more than \(ZoneTextLimits.includedFiles) files are included") }
    filesLeft -= 1
    let (path, text) = try open(name, from: context.file)
    var inner = Context(file: path, depth: context.depth + 1, origin: origin, owner: context.owner, ttl: context.ttl)
    inner.statedTTL = context.statedTTL
    if arguments.count == 2, let origin { zone.origins.append(origin) }
    read(text, &inner)
  }

  /// Opens a file in the folder of the including one, never outside it: zone text may come from a stranger.
  private func open(_ name: Token, from file: String) throws(ZoneTextFault) -> (path: String, text: [UInt8]) {
    let text = name.text
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard !text.contains("\\"), parts.allSatisfy({ !$0.isEmpty && $0 != ".." }) else {
      throw .init(name, "$INCLUDE takes a file in the folder of this one, without \"..\"")
    }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    do {
      return (folder + text, try files.octets(of: folder + text, within: folder))
    } catch {
      throw .init(name, "\(text) \(error)")
    }
  }
}
