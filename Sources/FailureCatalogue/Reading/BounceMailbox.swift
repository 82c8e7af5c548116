/// Takes a mailbox of several bounces apart (RFC 4155), and a bounce that stands whole in the text of another.
enum BounceMailbox {
  /// Messages of a mailbox that are looked at; a paste is a few bounces, not an archive.
  private static let most = 50
  /// Octets of a header in which is looked for what tells that the message is a report.
  private static let headerOctets = 16 << 10

  /// Where the messages stand, and their first lines, from 1. Without a second message that is all octets.
  static func pieces(_ octets: [UInt8]) -> [(range: Range<Int>, line: Int)] {
    var starts: [(place: Int, line: Int)] = [(0, 1)]
    var (index, line, tries) = (0, 1, 0)
    while index < octets.count, tries < most {
      guard let end = octets[index...].firstIndex(of: 0x0A) else { break }
      if index > 0, isEnvelope(octets[index..<end]) {
        tries += 1
        if isReport(octets, end + 1) { starts.append((index, line)) }
      }
      index = end + 1
      line += 1
    }
    return starts.indices.map { number in
      let end = number + 1 < starts.count ? starts[number + 1].place : octets.count
      return (starts[number].place..<end, starts[number].line)
    }
  }

  private static let days: Set<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `From MAILER-DAEMON  Thu Apr 29 23:34:45 2015`.
  private static func isEnvelope(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8) else { return false }
    let words = line.prefix(400).split(separator: 0x20)
    return words.count >= 6 && days.contains(String(decoding: words[2], as: UTF8.self))
  }

  /// Whether the header that begins here is that of a report: the message that bounced may have such a line before it too.
  private static func isReport(_ octets: [UInt8], _ start: Int) -> Bool {
    var end = start
    let limit = min(octets.count, start + headerOctets)
    while end < limit, !octets[end...].starts(with: [0x0A, 0x0A]), !octets[end...].starts(with: [0x0A, 0x0D, 0x0A]) {
      end += 1
    }
    let header = MappedText(octets[start..<end])
    return header.contains("multipart/report") || header.contains("mailer-daemon")
  }
}
