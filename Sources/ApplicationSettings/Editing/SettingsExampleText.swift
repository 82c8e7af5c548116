extension Application {
  /// Whether its files can be written here.
  public var canBeWritten: Bool { writer != nil }

  /// A block of settings that does what `wish` says, as text for a file, with `notes` in front as comments; nil when the
  /// files cannot be written here.
  public func example(_ wish: ExampleWish, notes: [String] = []) -> String? {
    guard let writer else { return nil }
    let settings = writer.example(wish)
    if settings.isEmpty { return nil }
    let opening = writer.syntax.opening.map { [$0] } ?? []
    let lines = opening + notes.map { "# " + $0 } + settings
    return lines.joined(separator: "\n") + "\n"
  }
}
