import ArgumentParser

/// A number of days, as `14` or `14d`.
struct DayCount: ExpressibleByArgument, Sendable {
  private let days: Int

  init(_ days: Int) { self.days = days }

  init?(argument: String) {
    let text = argument.hasSuffix("d") ? String(argument.dropLast()) : argument
    guard let days = Int(text), (0...Self.most).contains(days) else { return nil }
    self.days = days
  }

  var seconds: Int { days * 86_400 }
  var defaultValueDescription: String { "\(days)d" }

  /// A hundred years.
  private static let most = 36_500
}
