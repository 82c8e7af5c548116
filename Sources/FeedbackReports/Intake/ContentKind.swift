import MailMessage
import ZlibKit

/// What a content is, as its first octets tell; its name is not asked.
enum ContentKind: Equatable {
  case empty
  case gzip
  case zip
  case xml
  case json
  case mail
  /// Something that holds no report: what it is.
  case other(String)

  init(_ head: [UInt8]) {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let rest = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    if head.isEmpty {
      self = .empty
    } else if Gzip.isGzip(head) || Self.isZlib(head) {
      self = .gzip
    } else if ZipStream.isZip(head) {
      self = .zip
    } else if let words = Self.words(head) {
      self = .other(words)
    } else if rest.first == UInt8(ascii: "<") || Self.isWideXML(head) {
      self = Self.isHTML(rest) ? .other("an HTML page") : .xml
    } else if rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "[") {
      self = .json
    } else if Self.isMail(text) {
      self = .mail
    } else {
      self = .other(rest.isEmpty ? "nothing but white space" : "neither XML, JSON, gzip, zip nor a message")
    }
  }

  /// The header of zlib as most writers make it: its second octet makes a multiple of 31 (RFC 1950 §2.2), and is no ASCII.
  private static func isZlib(_ head: [UInt8]) -> Bool {
    head.count > 1 && head[0] == 0x78 && (head[1] == 0x9C || head[1] == 0xDA)
  }

  /// UTF-16 with a mark, or without one (XML 1.0 appendix F).
  private static func isWideXML(_ head: [UInt8]) -> Bool {
    [[0xFE, 0xFF], [0xFF, 0xFE], [0x00, 0x3C], [0x3C, 0x00]].contains { head.starts(with: $0) }
  }

  private static func isHTML(_ text: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: text.prefix(14), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  private static func words(_ head: [UInt8]) -> String? {
    switch FileFormat(head) {
    case .rar: return "a rar archive, which is not read"
    case .sevenZip: return "a 7z archive, which is not read"
    case .pdf: return "a PDF file"
    case .png, .jpeg, .gif: return "an image"
    case .windowsProgram, .elfProgram, .shortcut: return "a program"
    case .oldOffice: return "an office document"
    case .script, .zip, .gzip, nil: break
    }
    if head.starts(with: "BZh".utf8) { return "a bzip2 file, which is not read" }
    if head.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) { return "an xz file, which is not read" }
    return nil
  }

  /// Whether the first line is a header field, or the line that mailboxes put before a message.
  private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
    if text.starts(with: "From ".utf8) || text.starts(with: ">From ".utf8) { return true }
    let name = text.prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
    return !name.isEmpty && text.dropFirst(name.count).first == 0x3A
      && name.allSatisfy { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x7A).contains($0) }
  }
}

/// The first octets of a content, until they tell what it is.
struct ContentHead {
  private(set) var octets: [UInt8] = []
  /// How many of them are white space in front, which tells nothing.
  private var blanks = 0

  /// Whether there are enough of them.
  var isTelling: Bool {
    octets.count - blanks >= FeedbackLimits.headOctets || blanks >= FeedbackLimits.blankOctets
  }

  /// Takes as many as are needed, and tells how many.
  mutating func take(_ piece: Span<UInt8>) -> Int {
    var taken = 0
    while taken < piece.count, !isTelling {
      let octet = piece[taken]
      if blanks == octets.count, octet == 0x20 || (0x09...0x0D).contains(octet) { blanks += 1 }
      octets.append(octet)
      taken += 1
    }
    return taken
  }
}
