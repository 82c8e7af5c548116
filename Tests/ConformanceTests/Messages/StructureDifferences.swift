/// Messages in which CPython's reader and ours see other parts, with the reason.
enum StructureDifferences {
  static let all: [String: [String: String]] = [:]
}
