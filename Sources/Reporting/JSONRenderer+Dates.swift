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
