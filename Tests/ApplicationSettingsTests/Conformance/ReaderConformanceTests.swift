import ApplicationSettings
import Syntax
import Testing

/// What every reader of an application's settings keeps; `ReaderFixture` says what a new application brings.
@Suite struct ReaderConformanceTests {
  @Test(arguments: Application.all)
  func readsACompleteFile(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let settings = fixture.settings
    for (row, cell) in settings.prediction.cells { #expect(try fixture.cell(row) == cell, "\(row): \(cell)") }
    #expect(settings.faults.isEmpty, "\(settings.faults)")
    #expect(!settings.entries.isEmpty)
  }

  /// An empty file is silent, not broken: each default is told with its reason.
  @Test(arguments: Application.all)
  func readsAnEmptyFile(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let settings = SubmissionSettings.read(
      [SettingsFile(name: fixture.files[0].name, octets: [])], of: application)
    for (row, cell) in settings.prediction.cells {
      #expect(
        try #require(fixture.rows[row]?.last, "no row \(row)") == cell, "\(row): \(cell)")
    }
    #expect(settings.host.isAbsent && settings.secret.isAbsent && settings.entries.isEmpty && settings.faults.isEmpty)
    for reason in settings.prediction.reasons { #expect(reason.first.map { $0 != " " } == true, "\(reason)") }
  }

  @Test(arguments: Application.all)
  func knowsItsFile(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    #expect(application.files.contains { $0 == application.exampleFile || $0.hasSuffix("/" + application.exampleFile) })
    #expect(Application.all.filter { $0 == application }.count == 1)
    let (number, _) = try fixture.hostRange()
    #expect(Application.recognised(fixture.files[number]) == application)
    let copy = SettingsFile(name: "copy", octets: fixture.files[number].octets)
    #expect(Application.recognised(copy) == application)
  }

  @Test(arguments: Application.all)
  func tellsThePlaceOfTheServer(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let (number, range) = try fixture.hostRange()
    let written = try #require(fixture.rows["host"]?.last)
    #expect(String(decoding: fixture.files[number].octets[range], as: UTF8.self) == written)
    #expect(fixture.settings.host.place?.description == (try fixture.cell("host")))
    for entry in fixture.settings.entries { #expect(entry.place.position.line > 0 && entry.place.position.column > 0) }
  }

  @Test(arguments: Application.all)
  func tellsWhatIsComputed(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let expression = try fixture.cell("computed")
    if expression == "-" { return }
    let settings = SubmissionSettings.read(try fixture.files(withHost: expression), of: application)
    guard case .computed = settings.host.content else {
      Issue.record("\(settings.host.content)")
      return
    }
    #expect(settings.prediction.server?.value == nil)
    #expect(settings.host.place?.description == (try fixture.cell("host")))
  }

  @Test(arguments: Application.all)
  func keepsPlaceholders(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let settings = SubmissionSettings.read(
      try fixture.files(withHost: try fixture.cell("placeholder")), of: application)
    switch settings.host.content {
    case .read(let text), .computed(let text): #expect(Placeholder.isPlaceholder(text), "\(text)")
    case .malformed(let why): Issue.record("\(why)")
    case .absent: Issue.record("it is lost")
    }
  }

  @Test(arguments: Application.all)
  func tellsNothingOfThePassword(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let secret = try fixture.cell("secret")
    let octets = fixture.files.map(\.octets)
    #expect(octets.contains { String(decoding: $0, as: UTF8.self).contains(secret) })
    let settings = fixture.settings
    #expect(settings.secret.value != nil)
    #expect(!"\(settings) \(settings.prediction)".contains(secret))
  }
}
