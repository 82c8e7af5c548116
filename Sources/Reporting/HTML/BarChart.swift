/// Numbers in a row, each in two parts, to be drawn as bars.
public struct BarChart: Sendable {
  /// What is shown, for people who do not see it: a sentence or two.
  public var words: String
  /// The names of the two parts.
  public var parts: (good: String, bad: String)
  /// The bars from left to right.
  public var bars: [Bar]

  /// One bar.
  public struct Bar: Sendable {
    /// What it stands for, such as a day.
    public let name: String
    /// Where it stands, counted from any beginning; places may be left out.
    public let place: Int
    /// The part that is in order.
    public let good: Int
    /// The part that is not.
    public let bad: Int

    /// Makes a bar of its parts.
    public init(_ name: String, place: Int, good: Int, bad: Int) {
      self.name = name
      self.place = place
      self.good = good
      self.bad = bad
    }
  }

  /// Makes a chart of its parts.
  public init(words: String, parts: (good: String, bad: String), bars: [Bar]) {
    self.words = words
    self.parts = parts
    self.bars = bars
  }

  /// More places than this cannot be told apart on a page.
  static let mostPlaces = 400

  /// The bars with their places from 0. Where those are too far apart, what is between them is left out.
  var placed: [(place: Int, bar: Bar)] {
    guard let first = bars.first?.place, let last = bars.last?.place else { return [] }
    let (span, isTooLarge) = last.subtractingReportingOverflow(first)
    let keepsGaps = !isTooLarge && (0..<Self.mostPlaces).contains(span)
    return bars.suffix(Self.mostPlaces).enumerated().map { (keepsGaps ? $1.place - first : $0, $1) }
  }
}
