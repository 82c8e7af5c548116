import AuditModel

extension Proposal {
  /// Writes the proposal.
  func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("check", check.rawValue)
      writer.name("proven")
      writer.literal(isProven ? "true" : "false")
      switch proof {
      case .proven(let trial): trial.write(to: &writer)
      case .notProvable(let reason): writer.member("reason", reason)
      }
      writer.member("remarks", remarks) { $0.text($1) }
      writer.member("changes", changes) { $1.write(to: &$0) }
    }
  }
}

extension Proposal.Trial {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("mended", mending.rawValue)
    writer.member("compared", compared)
    writer.member("better", better) { $0.text($1.rawValue) }
    writer.member("next", next) { $0.text($1.rawValue) }
    guard let spf else { return }
    writer.name("spf")
    writer.object { writer in
      writer.member("same", spf.same)
      writer.member("errors", spf.errors)
    }
  }
}

extension RecordChange {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("type", type)
      writer.member("owner", owner)
      writer.member("removed", removed) { $0.text($1.zoneLine) }
      writer.member("added", added) { $0.text($1.zoneLine) }
      writer.member("kept", kept) { $0.text($1.zoneLine) }
    }
  }
}
