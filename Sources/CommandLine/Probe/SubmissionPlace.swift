import ArgumentParser
import DNS
import IDNKit
import SMTPSubmission
import Survey

/// A server as it is written on the command line: `smtp.example.org`, `smtp.example.org:587`, `[2001:db8::25]:465`,
/// `ssl://smtp.example.org`. A scheme chooses the mode of TLS, as applications write it.
struct SubmissionPlace: Sendable {
  let host: SubmissionTarget.Host
  let port: UInt16?
  let security: SMTPClient.Plan.Security?

  /// Reads it; throws what is wrong.
  static func parse(_ text: String) throws(ErrorLine) -> SubmissionPlace {
    let (scheme, rest) = try scheme(of: text)
    let (host, port) = try split(rest, text)
    return SubmissionPlace(host: try self.host(host, text), port: port, security: scheme)
  }

  private static let schemes: [String: SMTPClient.Plan.Security] = [
    "ssl": .implicit, "smtps": .implicit, "tls": .offered, "starttls": .offered, "tcp": .none, "smtp": .offered
  ]

  private static func scheme(of text: String) throws(ErrorLine) -> (SMTPClient.Plan.Security?, Substring) {
    guard let range = text.firstRange(of: "://") else { return (nil, text[...]) }
    let name = text[..<range.lowerBound].lowercased()
    guard let security = schemes[name] else {
      throw ErrorLine(text, "\(name):// is no scheme of mail (ssl, tls, smtp, smtps, starttls, tcp are)")
    }
    return (security, text[range.upperBound...].prefix { $0 != "/" })
  }

  /// Host and port: the port stands behind the last colon, an IPv6 address in brackets.
  private static func split(_ text: Substring, _ whole: String) throws(ErrorLine) -> (String, UInt16?) {
    var (host, port) = (text, Substring())
    if text.first == "[", let end = text.firstIndex(of: "]") {
      host = text[text.index(after: text.startIndex)..<end]
      port = text[text.index(after: end)...]
    } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
      (host, port) = (text[..<colon], text[colon...])
    }
    if port.isEmpty { return (String(host), nil) }
    guard port.first == ":", let number = UInt16(port.dropFirst()), number > 0 else {
      throw ErrorLine(whole, "the port is to be a number from 1 to 65535")
    }
    return (String(host), number)
  }

  private static func host(_ text: String, _ whole: String) throws(ErrorLine) -> SubmissionTarget.Host {
    if let address = IPAddress(text) { return .address(address) }
    let isHost = text.utf8.allSatisfy { $0.isHostOctet }
    guard isHost, let name = DomainName(typed: text) else {
      throw ErrorLine(whole, "is no name of a host and no address")
    }
    return .name(name)
  }
}

extension SubmissionPlace {
  /// The server with what the options and the port say of TLS: 465 begins with TLS (RFC 8314 §7.3), others with
  /// STARTTLS.
  func target(_ chosen: SMTPClient.Plan.Security?) -> SubmissionTarget {
    let security = chosen ?? self.security
    let port = self.port ?? (security == .implicit ? 465 : 587)
    return SubmissionTarget(host, port: port, security: security ?? (port == 465 ? .implicit : .offered))
  }
}

extension UInt8 {
  /// Whether the octet may stand in the name of a host: letters, digits, hyphens, dots (RFC 1123 §2.1), underscores, and
  /// what is no ASCII.
  fileprivate var isHostOctet: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: true
    default: false
    }
  }
}
