// Written by script/update-providers; do not edit.
extension ProviderDirectory {
  static let tables: [[Provider]] = [table1]
}
