extension HTMLPage {
  /// Bars as a drawing inside of the page (SVG 2), with words for those who do not see it. What is not in order is
  /// filled, and the rest has an outline, so that colours are not all that tells them apart.
  public mutating func chart(_ chart: BarChart, id: String) {
    let placed = chart.placed
    guard let last = placed.last else { return }
    let scale = Scale(places: last.place + 1, most: placed.map { Double($0.bar.good) + Double($0.bar.bad) }.max() ?? 0)
    raw("<figure class=\"chart\">\n<div class=\"wide\">\n")
    raw("<svg viewBox=\"0 0 \(Scale.width) \(Scale.height + 20)\" role=\"img\" aria-labelledby=\"\(prefix)\(id)\">\n")
    raw("<title id=\"\(prefix)\(id)\">\(Self.words(chart.words))</title>\n")
    for (place, bar) in placed { self.bar(bar, at: place, scale, chart.parts) }
    raw("<line class=\"axis\" x1=\"0\" y1=\"\(Scale.height)\" x2=\"\(Scale.width)\" y2=\"\(Scale.height)\"/>\n")
    raw("<text x=\"0\" y=\"\(Scale.height + 15)\">\(Self.words(placed[0].bar.name))</text>\n")
    if placed.count > 1 {
      raw(
        "<text x=\"\(Scale.width)\" y=\"\(Scale.height + 15)\" text-anchor=\"end\">\(Self.words(last.bar.name))</text>\n"
      )
    }
    raw("</svg>\n</div>\n<figcaption>")
    for (part, style) in [(chart.parts.good, "good"), (chart.parts.bad, "bad")] {
      raw("<span class=\"key \(style)\" aria-hidden=\"true\"></span> \(Self.words(part)) ")
    }
    raw("</figcaption>\n</figure>\n")
  }

  private mutating func bar(_ bar: BarChart.Bar, at place: Int, _ scale: Scale, _ parts: (good: String, bad: String)) {
    raw("<g><title>\(Self.words("\(bar.name): \(bar.good) \(parts.good), \(bar.bad) \(parts.bad)"))</title>")
    let bad = scale.height(bar.bad)
    for (style, bottom, height) in [("bad", 0, bad), ("good", bad, scale.height(bar.good))] where height > 0 {
      raw(
        "<rect class=\"\(style)\" x=\"\(Scale.text(scale.left(place)))\" y=\"\(Scale.text(Scale.tenths - bottom - height))\" "
          + "width=\"\(Scale.text(scale.wide))\" height=\"\(Scale.text(height))\"/>")
    }
    raw("</g>\n")
  }

  /// From numbers to tenths of the unit of the drawing: whole numbers, so that the same is drawn everywhere.
  private struct Scale {
    static let width = 720
    static let height = 140
    static let tenths = height * 10
    let places: Int
    let most: Double

    /// How high a number stands; what is not nothing is seen.
    func height(_ number: Int) -> Int {
      if number <= 0 || most <= 0 { return 0 }
      return max(8, Int(Double(number) / most * Double(Self.tenths - 16)))
    }

    private var step: Int { Self.width * 10 / places }
    /// A few bars are not wider than they need to be.
    var wide: Int { min(max(step * 4 / 5, 10), 400) }
    func left(_ place: Int) -> Int { place * step + (step - wide) / 2 }

    static func text(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
  }
}
