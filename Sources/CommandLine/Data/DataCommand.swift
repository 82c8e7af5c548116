import ArgumentParser
import AuditModel
import Reporting

/// `mailaudit data`: what is inside the program that others change, and how old it is.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "List the data that ships inside mailaudit, how old it is, and how to replace it.",
    discussion: """
      Suffixes, keys of the root, and what providers, receivers and block lists do change without us. Each has an age \
      up to which it is good enough; a report says when one is older. Where a file can stand in its place, the option \
      is named.
      """)

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let time = Console.current.now
    switch output.format {
    case .json: try output.write(ShippedData.json(at: time))
    case .text:
      var page = output.page
      for (number, data) in ShippedData.all.enumerated() {
        if number > 0, !output.quiet { page.line() }
        page.data(data, at: time, isShort: output.quiet)
      }
      try output.write(page)
    }
  }
}

extension TextPage {
  /// One kind of data: its day and age, where it is from, how to replace it.
  fileprivate mutating func data(_ data: ShippedData, at time: Int, isShort: Bool) {
    let age =
      data.days(at: time).map { "\($0) \($0 == 1 ? "day" : "days") old, good for \(data.goodFor)" }
      ?? "of an unknown age"
    let paint: Paint = data.isAged(at: time) ? .yellow : .plain
    line(Span("\(data.name): ", .bold), Span(data.date ?? "no date"), Span(", \(age)", paint))
    if isShort { return }
    let rows = [
      ("From", data.source), ("File", data.option.map { "\($0) FILE takes a newer one" } ?? "none can replace it")
    ]
    for (label, words) in rows { paragraph(words, label: Span(label, .bold), labelWidth: 6, indent: 2) }
    if data.isAged(at: time) { paragraph(data.remedy, label: Span("Do", .bold), labelWidth: 6, indent: 2) }
  }
}

extension ShippedData {
  /// All data for programs.
  fileprivate static func json(at time: Int) -> JSON {
    .array(
      all.map { data in
        [
          "id": .string(data.kind.rawValue), "name": .string(data.name), "date": JSON(data.date),
          "days": data.days(at: time).map(JSON.number) ?? .null, "goodFor": .number(data.goodFor),
          "isAged": .boolean(data.isAged(at: time)), "source": .string(data.source), "option": JSON(data.option)
        ]
      })
  }
}
