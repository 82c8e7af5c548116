/// The tables of the catalogue; the first entry that matches is the most specific one.
enum FailureEntries {
  /// All entries, in the order in which they are tried.
  static let all: [FailureEntry] = [
    php, applications1, applications3, applications2, applications4, submission, gmail, microsoft, receivers1,
    receivers2,
    receivers3, receivers4, bounces, servers, blockLists, anyReceiver, connections, languages, phrases3, phrases1,
    phrases2,
    registry1, registry2
  ].flatMap(\.self)
}
