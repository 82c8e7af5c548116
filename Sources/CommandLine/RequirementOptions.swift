import ArgumentParser
import AuditModel
import Requirements

/// The profiles that a target is held against.
struct ProfileOptions: ParsableArguments {
  @Option(
    name: .customLong("profile"), parsing: .singleValue,
    help: ArgumentHelp(
      "Hold the target against this list of demands (repeatable); the exit status is 1 when it fails.",
      valueName: "name"))
  var names: [Profile] = []

  /// Each profile once, in the order given.
  var profiles: [Profile] {
    var seen: Set<Profile> = []
    return names.filter { seen.insert($0).inserted }
  }
}

/// The receivers that are answered for.
struct ReceiverOptions: ParsableArguments {
  @Option(
    name: .customLong("receiver"), parsing: .singleValue,
    help: ArgumentHelp(
      """
      Say whether mail will arrive there (repeatable; default: gmail, yahoo, microsoft): the name of a receiver, or the \
      domain of its mailboxes.
      """, valueName: "name"))
  var names: [String] = []

  /// The receivers, each once, in the order given.
  func receivers() throws(ErrorLine) -> [Receiver] {
    if names.isEmpty { return ReceiverDirectory.defaults }
    var receivers: [Receiver] = []
    for name in names {
      guard let receiver = ReceiverDirectory.receiver(named: name) else {
        let known = ReceiverDirectory.all.map(\.id).joined(separator: ", ")
        throw ErrorLine("--receiver \(name)", "no rules are known of it (known: \(known))")
      }
      if !receivers.contains(where: { $0.id == receiver.id }) { receivers.append(receiver) }
    }
    return receivers
  }
}
