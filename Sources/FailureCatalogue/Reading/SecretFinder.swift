/// Finds what must not be shown: passwords, tokens and the lines of a login.
struct SecretFinder {
  private let octets: [UInt8]
  private var secrets: [Range<Int>] = []
  /// How many more lines may belong to a login.
  private var loginLines = 0

  init(_ octets: [UInt8]) { self.octets = octets }

  /// The ranges of all secrets, in order; they may overlap.
  mutating func find() -> [Range<Int>] {
    var start = 0
    while start < octets.count {
      var end = start
      while end < octets.count, octets[end] != 0x0A, octets[end] != PastedText.embeddedLineEnd { end += 1 }
      line(start..<end)
      start = end + 1
    }
    return secrets.sorted { $0.lowerBound < $1.lowerBound }
  }

  private mutating func line(_ range: Range<Int>) {
    let line = TranscriptLine(octets, range)
    let reply = TranscriptLine.replyCode(octets, line.content)
    if loginLines > 0 { login(line, reply) }
    if reply == nil { command(range) }
    secrets += NamedSecrets.find(octets, range)
    secrets += EncodedSecrets.find(octets, range)
  }

  /// What a client answers to 334 is secret, and so is what the server asked, but for the well-known prompts.
  private mutating func login(_ line: TranscriptLine, _ reply: (code: Int, continues: Bool)?) {
    loginLines -= 1
    if let reply {
      guard reply.code == 334 else {
        loginLines = 0
        return
      }
      let start = min(line.content.lowerBound + 4, line.content.upperBound)
      let prompt = String(decoding: octets[start..<line.content.upperBound], as: UTF8.self)
      if !Self.prompts.contains(where: { prompt.hasPrefix($0) }) { secrets.append(start..<line.content.upperBound) }
      return
    }
    if line.speaker == .client, FailureStage(command: octets[line.content]) != nil {
      loginLines = 0
      return
    }
    let isWord = !octets[line.content].contains { $0.isBlank }
    if line.speaker == .client || (line.speaker == .unknown && isWord) { secrets.append(line.content) }
  }

  /// "Username:" and "Password:" in base64.
  private static let prompts = ["VXNlcm5hbWU6", "UGFzc3dvcmQ6", "VXNlciBOYW1lA", "dXNlcm5hbWU6", "cGFzc3dvcmQ6"]

  private static let auth = Array("auth ".utf8)
  private static let mechanisms: Set<String> = [
    "plain", "login", "cram-md5", "digest-md5", "xoauth2", "oauthbearer", "ntlm", "gssapi", "external", "anonymous",
    "scram-sha-1", "scram-sha-256", "scram-sha-512", "scram-sha-1-plus", "scram-sha-256-plus", "gs2-krb5", "xoauth"
  ]

  /// The command AUTH and its initial response (RFC 4954 §4).
  private mutating func command(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      defer { index += 1 }
      guard octets[index].lowercased == UInt8(ascii: "a"),
        TranscriptLine.starts(octets, index..<range.upperBound, with: Self.auth),
        index == range.lowerBound || !(octets[index - 1].isWordOctet || octets[index - 1] == UInt8(ascii: "-"))
      else { continue }
      let mechanism = word(from: index + Self.auth.count, to: range.upperBound)
      let name = String(decoding: octets[mechanism], as: UTF8.self).lowercased()
      guard Self.mechanisms.contains(name) else { continue }
      loginLines = FailureLimits.loginLines
      let initial = word(from: min(mechanism.upperBound + 1, range.upperBound), to: range.upperBound)
      let isMechanism = Self.mechanisms.contains(String(decoding: octets[initial], as: UTF8.self).lowercased())
      if !initial.isEmpty, !isMechanism { secrets.append(initial) }
    }
  }

  private func word(from start: Int, to limit: Int) -> Range<Int> {
    var end = start
    while end < limit, !octets[end].isBlank, octets[end] != UInt8(ascii: "'"), octets[end] != UInt8(ascii: "\"") {
      end += 1
    }
    return start..<max(start, end)
  }
}
