import ArgumentParser

/// A time as people write it: `90s`, `5m`, `1h`; a bare number counts seconds.
struct WaitingTime: ExpressibleByArgument, Sendable {
  let duration: Duration

  init?(argument: String) {
    let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600]
    let unit = argument.last.flatMap { units[$0] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard let number = Int(digits), number > 0, number <= 3_600 else { return nil }
    duration = .seconds(min(number * (unit ?? 1), 3_600))
  }
}
