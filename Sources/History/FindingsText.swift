import AuditModel

/// Findings as one text: equal findings have equal texts.
enum FindingsText {
  static func of(_ findings: [Finding]) -> String {
    FieldText.of(findings.flatMap(fields))
  }

  private static func fields(of finding: Finding) -> [String] {
    [
      finding.verdict.rawValue, finding.subject, finding.statement, finding.remedy ?? "",
      String(finding.evidence.count)
    ] + finding.evidence.flatMap { [$0.source, $0.excerpt, $0.server ?? ""] }
  }

  /// Reads findings; nil when the text is none of ours.
  static func findings(_ text: String) -> [Finding]? {
    guard let fields = FieldText.fields(text) else { return nil }
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
