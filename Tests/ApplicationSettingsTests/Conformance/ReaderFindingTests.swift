import ApplicationSettings
import Testing

/// A file that lost a sign is told of: no setting vanishes in silence.
@Suite struct ReaderFindingTests {
  /// Without a bracket or a quote every setting is still there, or a fault, a remark or another value that cannot be
  /// known tells that something is wrong.
  @Test(arguments: Application.all)
  func tellsOfALostSign(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    let (names, told) = (Set(fixture.settings.entries.map(\.name)), Self.told(fixture.settings))
    for (number, file) in fixture.files.enumerated() {
      for place in file.octets.indices where "()[]{}'\"`".utf8.contains(file.octets[place]) {
        var octets = file.octets
        octets.remove(at: place)
        let settings = SubmissionSettings.read(fixture.replacing(number, octets), of: application)
        let lost = names.subtracting(settings.entries.map(\.name))
        let isTold = !Self.told(settings).isSubset(of: told)
        #expect(lost.isEmpty || isTold, "octet \(place) of \(file.name): \(lost.sorted())")
      }
    }
  }

  /// A file may end anywhere.
  @Test(arguments: Application.all)
  func survivesACut(of application: Application) throws {
    let fixture = try ReaderFixture(application)
    for (number, file) in fixture.files.enumerated() {
      for end in file.octets.indices {
        let settings = SubmissionSettings.read(fixture.replacing(number, Array(file.octets[..<end])), of: application)
        #expect(!settings.prediction.transport.reason.isEmpty)
      }
    }
  }

  /// What says that something cannot be read.
  private static func told(_ settings: SubmissionSettings) -> Set<String> {
    Set((settings.faults + settings.remarks).map(\.message) + settings.entries.filter(\.isComputed).map(\.name))
  }
}
