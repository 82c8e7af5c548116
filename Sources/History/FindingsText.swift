import AuditModel

/// Findings as one text: each field with its length in octets before it, as in netstrings. Equal findings have equal
/// texts, and nothing in a field can be taken for the end of it.
enum FindingsText {
  static func of(_ findings: [Finding]) -> String {
    var text = ""
    for finding in findings {
      for field in fields(of: finding) { text += "\(field.utf8.count):\(field)\n" }
    }
    return text
  }

  private static func fields(of finding: Finding) -> [String] {
    [
      finding.verdict.rawValue, finding.subject, finding.statement, finding.remedy ?? "",
      String(finding.evidence.count)
    ] + finding.evidence.flatMap { [$0.source, $0.excerpt, $0.server ?? ""] }
  }

  /// Reads findings; nil when the text is none of ours.
  static func findings(_ text: String) -> [Finding]? {
    guard let fields = fields(text) else { return nil }
    var (rest, findings) = (fields[...], [Finding]())
    while !rest.isEmpty {
      guard let finding = finding(&rest) else { return nil }
      findings.append(finding)
    }
    return findings
  }

  private static func finding(_ rest: inout ArraySlice<String>) -> Finding? {
    let head = Array(rest.prefix(5))
    guard head.count == 5, let verdict = Verdict(rawValue: head[0]), let count = Int(head[4]) else { return nil }
    rest = rest.dropFirst(5)
    guard count >= 0, count <= rest.count / 3 else { return nil }
    var evidence: [Evidence] = []
    for _ in 0..<count {
      let part = Array(rest.prefix(3))
      evidence.append(Evidence(source: part[0], excerpt: part[1], server: part[2].isEmpty ? nil : part[2]))
      rest = rest.dropFirst(3)
    }
    return Finding(
      verdict, subject: head[1], head[2], evidence: evidence, remedy: head[3].isEmpty ? nil : head[3])
  }

  private static func fields(_ text: String) -> [String]? {
    let octets = Array(text.utf8)
    var (fields, index) = ([String](), 0)
    while index < octets.count {
      guard let colon = octets[index...].prefix(9).firstIndex(of: UInt8(ascii: ":")),
        let count = Int(String(decoding: octets[index..<colon], as: UTF8.self)), count >= 0,
        colon + 1 + count < octets.count, octets[colon + 1 + count] == UInt8(ascii: "\n")
      else { return nil }
      fields.append(String(decoding: octets[(colon + 1)..<(colon + 1 + count)], as: UTF8.self))
      index = colon + 2 + count
    }
    return fields
  }
}

/// FNV-1a in 64 bits: finds what may be equal; equality is looked at afterwards.
enum TextDigest {
  static func of(_ texts: String...) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for octet in text.utf8 { hash = (hash ^ UInt64(octet)) &* 0x100_0000_01B3 }
      // Between two texts stands an octet that no UTF-8 has.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash)
  }
}
