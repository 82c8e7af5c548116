import AuditModel

extension ReceiverAnswer {
  /// Writes the answer.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("receiver", receiver.id)
      writer.member("name", receiver.name)
      writer.member("answer", word: word.rawValue)
      writer.member("afterRemedies", word: afterRemedies.rawValue)
      writer.name("bulk")
      writer.literal(mailClass.isBulk ? "true" : "false")
      writer.name("listMail")
      writer.literal(mailClass.isListMail.map { $0 ? "true" : "false" } ?? "null")
      writer.member("lastRead", receiver.lastRead)
      writer.member("reasons", reasons) { $1.write(for: mailClass, to: &$0) }
      writer.member("remarks", remarks) { $1.write(for: mailClass, to: &$0) }
    }
  }
}

extension ReceiverAnswer.Reason {
  fileprivate func write(for mailClass: MailClass, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("check", check.rawValue)
      writer.member("verdict", word: verdict.rawValue)
      writer.member("answer", word: word.rawValue)
      writer.member("statement", statement)
      writer.name("evidence")
      if let evidence { evidence.write(to: &writer) } else { writer.literal("null") }
      writer.name("rule")
      rule.write(for: mailClass, to: &writer)
      writer.member("remedy", remedy)
      writer.member("causedBy", causedBy?.rawValue)
      writer.member("chain", chain) { $1.write(to: &$0) }
      writer.member("afterRemedy", word: afterRemedy.rawValue)
    }
  }
}

extension ReceiverAnswer.Cause {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("check", check.rawValue)
      writer.member("statement", statement)
      writer.name("evidence")
      if let evidence { evidence.write(to: &writer) } else { writer.literal("null") }
    }
  }
}

extension ReceiverRule {
  fileprivate func write(for mailClass: MailClass, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", id)
      writer.member("statement", statement)
      writer.member("role", role(for: mailClass)?.rawValue)
      writer.member("enforcement", word: enforcement.rawValue)
      writer.member("threshold", threshold)
      writer.member("codes", codes) { $0.text($1) }
      source.write(to: &writer)
    }
  }
}

extension ReceiverRule.Source {
  fileprivate func write(to writer: inout JSONWriter) {
    switch self {
    case .receiver(let document, let edition): write("receiver", document, edition, to: &writer)
    case .others(let document, let edition): write("others", document, edition, to: &writer)
    case .notStated: write("not_stated", nil, nil, to: &writer)
    }
  }

  private func write(_ origin: String, _ document: String?, _ edition: String?, to writer: inout JSONWriter) {
    writer.member("origin", word: origin)
    writer.member("document", document)
    writer.member("edition", edition)
  }
}

extension ProfileResult {
  /// Writes the result.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("profile", name)
      writer.member("answer", word: answer.rawValue)
      writer.member("failing", failing) { $1.write(to: &$0) }
      writer.member("undecided", undecided) { $1.write(to: &$0) }
      writer.member("remarks", remarks) { $1.write(to: &$0) }
      writer.member("blindSpots", blindSpots) { $0.text($1) }
    }
  }
}

extension ProfileResult.Item {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("check", check.rawValue)
      writer.member("verdict", word: verdict.rawValue)
      writer.member("statement", statement)
    }
  }
}
