import ApplicationSettings
import AuditModel
import Syntax

extension Evidence {
  /// What stands at a place in the files of an application.
  init(_ place: SettingPlace?, excerpt: String) {
    self.init(
      source: place?.description ?? "settings", excerpt: excerpt,
      location: place.map { SourceLocation(file: $0.file, line: $0.position.line, column: $0.position.column) })
  }
}

extension Setting {
  /// What the file says of the setting; `text` is its value as people read it.
  func evidence(_ text: String) -> Evidence {
    Evidence(place, excerpt: isAbsent ? "\(name) is not set" : "\(name) = \(text)")
  }
}

extension Prediction {
  /// The setting or the default that makes the value.
  var evidence: Evidence {
    Evidence(place, excerpt: value.map { "\($0): \(reason)" } ?? reason)
  }

  /// The answer where the value cannot be known; `what` is its name.
  func unknown(_ what: String) -> Judgement {
    .unknown("The \(what) cannot be told from the settings: \(reason).", evidence: [evidence])
  }
}

extension SubmissionSettings {
  /// Whether mail leaves by SMTP; nil when that is computed.
  var usesSMTP: Bool? { usedTransport.map { $0 == .smtp } }

  /// The answer where no SMTP is used, or that cannot be told; nil where it is.
  var withoutSMTP: Judgement? {
    switch usesSMTP {
    case true?: nil
    case false? where usedTransport == .direct:
      .notApplicable("mail goes to the servers of its recipients, to no relay")
    case false?: .notApplicable("the application does not send by SMTP")
    case nil: prediction.transport.unknown("way that mail is handed over")
    }
  }

  /// Whether the server is the machine itself; nil when the host is computed, or there is none.
  var isLocalServer: Bool? {
    guard let name = predictedHost.value?.lowercased() else { return nil }
    return name == "localhost" || name.hasPrefix("127.") || name == "::1" || name == "[::1]"
  }
}

/// Names that mean nothing outside of a machine or a network.
enum InnerName {
  /// The last labels that RFC 6761 §6, RFC 6762 §3 or usage keep inside.
  private static let labels: Set<String> = ["localhost", "localdomain", "local", "internal", "lan", "home", "intranet"]

  /// Why `name` is none that others can look up; nil when it may be one.
  static func fault(_ name: String) -> String? {
    let parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, !name.isEmpty else { return "is empty" }
    if name.contains(where: { "/:@<> ".contains($0) }), !name.hasPrefix("[") { return "is no host name" }
    if labels.contains(String(last)) { return "is known on the inside only" }
    if parts.count < 2, !name.hasPrefix("[") { return "has no dot" }
    return nil
  }
}
