import DNS

/// A command of a client (RFC 5321 §4.1.1). It carries what may be shown: no part of a secret gets into it.
enum SMTPCommand: Sendable, Hashable {
  case ehlo(String)
  case helo(String)
  case mail(EnvelopePath?)
  case rcpt(EnvelopePath?)
  case data
  /// The size and whether it is the last one; nil when that cannot be read (RFC 3030 §2).
  case bdat(Int?, isLast: Bool)
  case startTLS(hasArgument: Bool)
  /// The mechanism; nil for one that we do not know (RFC 4954 §4).
  case auth(AuthenticationMechanism?)
  case rset, noop, help, quit, vrfy
  /// Known, and not to be had here.
  case unavailable
  /// A request of HTTP: a browser was led here.
  case foreign
  case unknown

  /// The command, and where its argument stands in the line.
  static func read(_ line: ArraySlice<UInt8>) -> (command: SMTPCommand, argument: ArraySlice<UInt8>) {
    let verb = line.prefix { !$0.isBlank }
    let argument = line[verb.endIndex...].trimmingBlanks
    // No verb is longer; what is may be anything, a password too.
    guard verb.count <= 8 else { return (.unknown, argument) }
    return (command(String(decoding: verb, as: UTF8.self).uppercased(), argument), argument)
  }

  private static func command(_ verb: String, _ argument: ArraySlice<UInt8>) -> SMTPCommand {
    switch verb {
    case "EHLO": .ehlo(name(argument))
    case "HELO": .helo(name(argument))
    case "MAIL": .mail(EnvelopePath(argument, behind: "FROM"))
    case "RCPT": .rcpt(EnvelopePath(argument, behind: "TO"))
    case "DATA": .data
    case "BDAT": chunk(argument)
    case "STARTTLS": .startTLS(hasArgument: !argument.isEmpty)
    case "AUTH": .auth(AuthenticationMechanism(argument.prefix { !$0.isBlank }))
    case "RSET": .rset
    case "NOOP": .noop
    case "HELP": .help
    case "QUIT": .quit
    case "VRFY": .vrfy
    case "EXPN", "TURN", "ETRN", "SEND", "SOML", "SAML": .unavailable
    case "GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "PATCH", "DELETE": .foreign
    default: .unknown
    }
  }

  private static func name(_ argument: ArraySlice<UInt8>) -> String {
    String(decoding: argument.prefix(CatchingLimits.nameOctets), as: UTF8.self)
  }

  private static func chunk(_ argument: ArraySlice<UInt8>) -> SMTPCommand {
    let words = argument.split(whereSeparator: \.isBlank)
    let isLast = words.count == 2 && words[1].equalsIgnoringCase("LAST")
    guard let digits = words.first, digits.count <= 15, digits.allSatisfy(\.isASCIIDigit),
      words.count == 1 || isLast
    else { return .bdat(nil, isLast: false) }
    return .bdat(digits.reduce(0) { $0 * 10 + Int($1 - 48) }, isLast: isLast)
  }
}

extension SMTPCommand {
  /// The verb as it is written.
  var verb: String {
    switch self {
    case .ehlo: "EHLO"
    case .helo: "HELO"
    case .mail: "MAIL"
    case .rcpt: "RCPT"
    case .data: "DATA"
    case .bdat: "BDAT"
    case .startTLS: "STARTTLS"
    case .auth: "AUTH"
    case .rset: "RSET"
    case .noop: "NOOP"
    case .help: "HELP"
    case .quit: "QUIT"
    case .vrfy: "VRFY"
    case .unavailable: "(a command that is not to be had here)"
    case .foreign: "(a request of HTTP)"
    case .unknown: "(an unknown command)"
    }
  }

  /// What a transcript shows: made of what was understood, never of the line itself.
  var shown: String {
    switch self {
    case .ehlo(let name), .helo(let name): "\(verb) \(name)"
    case .mail(let path?): "MAIL FROM:\(path.shown)"
    case .rcpt(let path?): "RCPT TO:\(path.shown)"
    case .mail(nil), .rcpt(nil): "\(verb) (not understood)"
    case .bdat(let size?, let isLast): "BDAT \(size)\(isLast ? " LAST" : "")"
    case .auth(let mechanism): "AUTH \(mechanism?.rawValue ?? "(an unknown mechanism)")"
    default: verb
    }
  }

  /// Whether a client is to wait for the reply before it sends more (RFC 2920 §3.1, RFC 3207 §4, RFC 4954 §4).
  var isLastOfGroup: Bool {
    switch self {
    case .ehlo, .helo, .data, .startTLS, .auth, .noop, .vrfy, .help, .quit: true
    default: false
    }
  }
}

extension EnvelopePath {
  /// The path as it stands behind the colon.
  var shown: String {
    (["<\(address)>"] + parameters.map { $0.keyword + ($0.value.map { "=" + $0 } ?? "") }).joined(separator: " ")
  }
}
