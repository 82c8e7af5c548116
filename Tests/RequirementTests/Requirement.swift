import Testing

/// One thing that administrators have met with an application, and what shows that mailaudit handles it: their own
/// example, run through the real feature.
struct Requirement: Sendable, CustomTestStringConvertible {
  /// The number, from 1 to ``Coverage/last``.
  let number: Int
  /// The application.
  let application: String
  /// What it does, or what happens with it.
  let behaviour: String
  /// All of these have to hold.
  let showings: [Showing]

  init(_ number: Int, _ application: String, _ behaviour: String, _ showings: [Showing]) {
    self.number = number
    self.application = application
    self.behaviour = behaviour
    self.showings = showings
  }

  var testDescription: String { "R\(number) \(application): \(behaviour)" }

  /// The checks and features that show it, each once.
  var features: [String] {
    var seen: Set<String> = []
    return showings.map(\.feature).filter { seen.insert($0).inserted }
  }

  /// What does not hold; nothing when the requirement is met.
  func faults() async -> [String] {
    var faults: [String] = []
    for showing in showings {
      do {
        if let fault = try await showing.run() { faults.append("\(showing.feature): \(fault)") }
      } catch {
        faults.append("\(showing.feature): \(error)")
      }
    }
    return faults
  }
}

/// An example with what a feature has to make of it.
struct Showing: Sendable {
  /// The check or the feature, as people know it.
  let feature: String
  /// What is wrong; nil when all is as it has to be.
  let run: @Sendable () async throws -> String?

  init(_ feature: String, run: @escaping @Sendable () async throws -> String?) {
    self.feature = feature
    self.run = run
  }

  /// The words that a text lacks, blanks and line ends being the same; nil when it has them all.
  static func lacking(_ words: [String], in text: String) -> String? {
    let even = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let missing = words.filter { !even.contains($0) }
    return missing.isEmpty ? nil : "\(missing) not in: \(even)"
  }
}

/// A table of requirements that runs as a test.
protocol RequirementTable: SendableMetatype {
  static var rows: [Requirement] { get }
}
