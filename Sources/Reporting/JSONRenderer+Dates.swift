import AuditModel

extension Deadline {
  /// Writes the date.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", word: kind.rawValue)
      writer.member("subject", subject)
      writer.member("time", Timestamp.rfc3339(time))
    }
  }
}

extension AcceptanceResult {
  /// Writes the acceptance, and what it covers.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("check", acceptance.check.rawValue)
      writer.member("state", word: state.rawValue)
      writer.member("owner", acceptance.owner)
      writer.member("reason", acceptance.reason)
      writer.member("until", acceptance.lastDay)
      writer.member("findings", findings) { writer, finding in
        writer.object { writer in
          writer.member("verdict", word: finding.verdict.rawValue)
          writer.member("subject", finding.subject.isEmpty ? nil : finding.subject)
          writer.member("statement", finding.statement)
        }
      }
    }
  }
}

extension AuditComparison {
  /// Writes the members.
  func write(to writer: inout JSONWriter) {
    writer.member("gradeBefore", gradeBefore)
    writer.member("gradeAfter", gradeAfter)
    writer.member("changes", changes) { writer, change in
      writer.object { writer in
        writer.member("check", change.check.rawValue)
        writer.member("before", change.before?.rawValue)
        writer.member("after", change.after?.rawValue)
        writer.member("direction", word: change.direction.rawValue)
        writer.member("statement", change.statement)
      }
    }
  }
}
