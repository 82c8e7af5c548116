/// A requirement, or some in a row, that nothing shows yet. A row of such a number is expected to fail: as soon as it
/// passes, its test asks for the line here to go.
struct Waiting: Sendable {
  let numbers: ClosedRange<Int>
  let application: String
  let behaviour: String
  /// What is missing.
  let reason: String

  init(_ numbers: ClosedRange<Int>, _ application: String, _ behaviour: String, _ reason: String) {
    self.numbers = numbers
    self.application = application
    self.behaviour = behaviour
    self.reason = reason
  }

  init(_ number: Int, _ application: String, _ behaviour: String, _ reason: String) {
    self.init(number...number, application, behaviour, reason)
  }

  /// What is missing for a number; nil when it does not wait.
  static func reason(_ number: Int) -> String? { all.first { $0.numbers.contains(number) }?.reason }

  static let all: [Waiting] = []
}
