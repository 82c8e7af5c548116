/// Reads `msmtprc`: every account by its name, and once more, as the variable `msmtp`, the account that is taken.
struct MsmtpScript {
  private struct Command {
    let name: String
    let value: String
    let range: Range<Int>
  }

  private struct Account {
    let name: String
    let header: Range<Int>
    /// The accounts that it copies; a later one goes before an earlier one.
    let parents: [String]
    /// How many commands of `defaults` stood in front of it.
    let defaults: Int
    var commands: [Command] = []
  }

  private let text: LineOctets
  private var defaults: [Command] = []
  private var accounts: [Account] = []
  private var byName: [String: Int] = [:]
  /// Whether commands belong to the defaults now.
  private var isInDefaults = false
  private var script = LiteralScript()

  /// What `octets` set.
  static func read(_ octets: [UInt8]) -> LiteralScript {
    var reader = MsmtpScript(text: LineOctets(octets: octets))
    for line in reader.text.lines { reader.line(reader.text.trimmed(line)) }
    reader.keepTaken()
    return reader.script
  }

  private init(text: LineOctets) { self.text = text }

  private mutating func line(_ line: Range<Int>) {
    guard let first = text.first(line), first != UInt8(ascii: "#") else { return }
    let (word, rest) = text.split(line, at: [])
    let name = text.text(word)
    let argument = unquoted(text.trimmed(rest))
    switch name {
    case "defaults": isInDefaults = true
    case "account": account(text.text(argument), line)
    default: command(Command(name: name, value: text.text(argument), range: argument.isEmpty ? word : argument))
    }
  }

  /// Without the double quotes that surround all of it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    guard range.count > 1, text.first(range) == quote, text.octets[range.upperBound - 1] == quote else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private mutating func account(_ argument: String, _ line: Range<Int>) {
    let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "").trimmed
    let parents = parts.count > 1 ? parts[1].split(separator: ",").map { String($0).trimmed } : []
    if name.isEmpty { script.fault(line.lowerBound, "the account has no name") }
    if byName[name] != nil { script.fault(line.lowerBound, "this account is there already") }
    for parent in parents where byName[parent] == nil {
      script.fault(line.lowerBound, "the account that is copied here does not stand in front of it")
    }
    begin(name, line, parents)
  }

  private mutating func begin(_ name: String, _ line: Range<Int>, _ parents: [String]) {
    isInDefaults = false
    byName[name] = byName[name] ?? accounts.count
    accounts.append(Account(name: name, header: line, parents: parents, defaults: defaults.count))
    script.block("account \(name)", line)
  }

  private mutating func command(_ command: Command) {
    if isInDefaults {
      defaults.append(command)
      return script.assign("defaults", [command.name], .string(command.value), command.range)
    }
    // A file without the word account has one account, the default.
    if accounts.isEmpty { begin("default", command.range, []) }
    accounts[accounts.count - 1].commands.append(command)
    let name = accounts[accounts.count - 1].name
    script.assign("account \(name)", [command.name], .string(command.value), command.range)
  }

  // MARK: The account that is taken

  /// The account `default`, or the first where there is none.
  private mutating func keepTaken() {
    guard let account = byName["default"].map({ accounts[$0] }) ?? accounts.first else { return }
    script.block(Self.taken, account.header)
    if account.name != "default" {
      script.assign(Self.taken, [Self.unnamed], .string(account.name), account.header)
    }
    for command in defaults.prefix(account.defaults) { keep(command) }
    for layer in layers(of: account) { for command in layer { keep(command) } }
  }

  /// The variable with the settings that count.
  static let taken = "msmtp"
  /// The key that is there when no account is called default.
  static let unnamed = "no default"

  private mutating func keep(_ command: Command) {
    script.assign(Self.taken, [command.name], .string(command.value), command.range)
  }

  /// The commands of `account` and of those that it copies, the ones that count most at the end. Each account is
  /// visited once, from the one that counts most.
  private func layers(of account: Account) -> [[Command]] {
    var layers: [[Command]] = []
    var open = [account.name]
    var seen: Set<String> = []
    while let name = open.popLast() {
      guard seen.insert(name).inserted, let place = byName[name] else { continue }
      layers.append(accounts[place].commands)
      open += accounts[place].parents
    }
    return layers.reversed()
  }
}
