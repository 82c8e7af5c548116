import SMTPSubmission

extension [SMTPExtension] {
  /// The mechanisms of a login, in capitals; nil when no login is offered. Old servers write `AUTH=PLAIN`.
  var loginMechanisms: [String]? {
    let lines = filter { $0.keyword == "AUTH" || $0.keyword.hasPrefix("AUTH=") }
    if lines.isEmpty { return nil }
    let names = lines.flatMap { [String($0.keyword.dropFirst(5))] + $0.parameters }.filter { !$0.isEmpty }
    var seen: Set<String> = []
    return names.map { $0.uppercased() }.filter { seen.insert($0).inserted }
  }
}

/// Mechanisms by which whoever listens gets what logs in again: passwords, or tokens that are valid for a while.
enum ReusableSecret {
  static let mechanisms: Set<String> = ["PLAIN", "LOGIN", "XOAUTH2", "OAUTHBEARER"]
}
