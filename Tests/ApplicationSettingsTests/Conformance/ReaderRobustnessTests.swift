import ApplicationSettings
import Testing

/// Files are edited by hand and come from strangers: no reader fails on what it does not know.
@Suite struct ReaderRobustnessTests {
  /// No octet is needed: without it the rest is read, and the password stays hidden as long as its own line is whole.
  @Test(arguments: Application.all)
  func survivesALostOctet(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let secret = try fixture.cell("secret")
    for (number, file) in fixture.files.enumerated() {
      let own = Self.line(of: secret, in: file.octets)
      for place in file.octets.indices {
        var octets = file.octets
        octets.remove(at: place)
        let settings = SubmissionSettings.read(fixture.replacing(number, octets), of: application)
        let told = Self.told(settings)
        if !own.contains(place) { #expect(!told.contains(secret), "octet \(place) of \(file.name)") }
      }
    }
  }

  @Test(arguments: Application.all, ["()", "[]", "{}", "'", "\"", ":", "=", ",", ";", "\n", " ", "<>", "#"])
  func survivesLostSigns(of application: Application, signs: String) throws {
    let fixture = try ReaderFixture(application)
    for (number, file) in fixture.files.enumerated() {
      let octets = file.octets.filter { !signs.utf8.contains($0) }
      _ = SubmissionSettings.read(fixture.replacing(number, octets), of: application).prediction
    }
  }

  @Test(arguments: Application.all)
  func survivesStrangeOctets(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    for (number, file) in fixture.files.enumerated() {
      for place in stride(from: 0, to: file.octets.count, by: 7) {
        for octet in [0x00, 0x0A, 0x22, 0x24, 0x27, 0x5B, 0x7B, 0xFF] as [UInt8] {
          var octets = file.octets
          octets[place] = octet
          _ = SubmissionSettings.read(fixture.replacing(number, octets), of: application).prediction
        }
      }
    }
  }

  /// A file that says the same again and again: each octet is read once.
  @Test(arguments: Application.all)
  func takesLinearTime(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let (number, _) = try fixture.hostRange()
    let octets = fixture.files[number].octets
    let long = Array(repeatElement(octets, count: 100_000 / octets.count).joined())
    let time = ContinuousClock().measure {
      _ = SubmissionSettings.read(fixture.replacing(number, long), of: application).prediction
    }
    #expect(time < .seconds(10))
  }

  /// The octets of the line that holds `secret`, and the end of the line before it.
  private static func line(of secret: String, in octets: [UInt8]) -> Range<Int> {
    let newline = UInt8(ascii: "\n")
    guard let place = octets.firstRange(of: Array(secret.utf8))?.lowerBound else { return 0..<0 }
    let start = octets[..<place].lastIndex(of: newline) ?? 0
    let end = octets[place...].firstIndex(of: newline) ?? octets.count
    return start..<min(end + 1, octets.count)
  }

  /// Everything that people are told of the settings.
  private static func told(_ settings: SubmissionSettings) -> String {
    let prediction = settings.prediction
    let entries = settings.entries.map { $0.name + $0.text }
    let remarks = (settings.remarks + settings.faults).map(\.message)
    let cells = prediction.cells.map(\.cell)
    return (entries + remarks + cells + prediction.reasons).joined(separator: "\n")
  }
}
