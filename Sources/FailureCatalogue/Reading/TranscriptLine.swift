/// Who says a line of a transcript, and where what they say begins.
struct TranscriptLine: Sendable, Hashable {
  /// Who speaks.
  enum Speaker: Sendable, Hashable {
    /// The mail server.
    case server
    /// The client: what it sends is no failure.
    case client
    /// The program that writes the transcript.
    case program
    /// The line has no sign of a transcript.
    case unknown
  }

  let speaker: Speaker
  /// The range of what is said.
  let content: Range<Int>

  /// The signs of swaks, DokuWiki, Net_SMTP, smtplib, JavaMail, msmtp, sendmail and others, without blanks in front.
  private static let signs = octets(of: [
    ("<-  ", .server), ("<~  ", .server), ("<** ", .server), ("<~* ", .server), ("<-- ", .server), ("<<< ", .server),
    ("<- ", .server), ("<~ ", .server), ("<< ", .server), ("< ", .server), ("got: ", .server),
    ("debug: recv: ", .server), ("recv: ", .server), ("reply: b'", .server), ("reply: b\"", .server),
    ("reply: '", .server), ("s: ", .server), ("smtp<< ", .server), ("smtp< ", .server), ("-> ", .client),
    ("~> ", .client), ("--> ", .client), (">>> ", .client), (">> ", .client), ("sent: ", .client),
    ("debug: send: ", .client), ("send: b'", .client), ("send: '", .client), ("c: ", .client), ("smtp>> ", .client),
    ("smtp> ", .client), ("=== ", .program), ("*** ", .program), ("set: ", .program), ("connecting to ", .program),
    ("connect: (", .program), ("reply: retcode", .program)
  ])

  /// Whether what begins at `start` stands behind the sign with which sendmail quotes a server.
  static func isQuote(_ octets: [UInt8], _ start: Int) -> Bool {
    start >= 4 && octets[(start - 4)..<start].elementsEqual("<<< ".utf8)
  }

  private static let arrows = octets(of: [
    ("server -> client:", .server), ("client -> server:", .client)
  ])

  private static func octets(of table: [(String, Speaker)]) -> [(sign: [UInt8], speaker: Speaker)] {
    table.map { (Array($0.0.utf8), $0.1) }
  }

  /// How far into a line the arrows of PHPMailer are looked for: behind a date and a host.
  private static let arrowColumn = 60

  init(_ octets: [UInt8], _ line: Range<Int>) {
    var start = line.lowerBound
    while start < line.upperBound, octets[start].isBlank { start += 1 }
    let rest = start..<line.upperBound
    for (sign, speaker) in Self.signs where Self.starts(octets, rest, with: sign) {
      self.init(speaker: speaker, content: (start + sign.count)..<line.upperBound)
      return
    }
    if let (end, speaker) = Self.arrow(octets, rest) {
      self.init(speaker: speaker, content: end..<line.upperBound)
      return
    }
    self.init(speaker: .unknown, content: rest)
  }

  private init(speaker: Speaker, content: Range<Int>) {
    self.speaker = speaker
    self.content = content
  }

  private static func arrow(_ octets: [UInt8], _ rest: Range<Int>) -> (Int, Speaker)? {
    let last = min(rest.upperBound, rest.lowerBound + arrowColumn)
    for index in rest.lowerBound..<last
    where octets[index].lowercased == UInt8(ascii: "s") || octets[index].lowercased == UInt8(ascii: "c") {
      for (sign, speaker) in arrows where starts(octets, index..<rest.upperBound, with: sign) {
        var end = index + sign.count
        while end < rest.upperBound, octets[end].isBlank { end += 1 }
        return (end, speaker)
      }
    }
    return nil
  }

  static func starts(_ octets: [UInt8], _ range: Range<Int>, with sign: [UInt8]) -> Bool {
    guard range.count >= sign.count else { return false }
    for (offset, octet) in sign.enumerated() where octets[range.lowerBound + offset].lowercased != octet {
      return false
    }
    return true
  }

  /// The reply code that a range begins with, and whether a hyphen follows (RFC 5321 §4.2.1).
  static func replyCode(_ octets: [UInt8], _ range: Range<Int>) -> (code: Int, continues: Bool)? {
    let start = range.lowerBound
    guard range.count >= 3, (UInt8(ascii: "2")...UInt8(ascii: "5")).contains(octets[start]), octets[start + 1].isDigit,
      octets[start + 2].isDigit
    else { return nil }
    let code = octets[start..<(start + 3)].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard range.count > 3 else { return (code, false) }
    let next = octets[start + 3]
    guard next == UInt8(ascii: "-") || next.isBlank || next == MappedText.wrap else { return nil }
    if next == UInt8(ascii: "-"), range.count > 5, octets[start + 4].isDigit, octets[start + 5].isDigit { return nil }
    return (code, next == UInt8(ascii: "-"))
  }
}
