extension SubmissionSettings {
  /// The password that `files` hold, to log in with; never to be shown. Nil where there is none, where it is computed, or
  /// where the files of the application are not read that far.
  public func password(in files: [SettingsFile]) -> String? {
    guard secret.value?.isEmpty == false, let place = secret.place, let read = application.format,
      let file = files.first(where: { $0.name == place.file })
    else { return nil }
    let offset = LineIndex(file.octets).offset(place.position)
    let text = read(file.octets).assignments.lazy.compactMap { $0.value.text(at: offset) }.last
    // A URL holds it among other things: MAIL_URL of Laravel.
    return text.map { text in SubmissionURL(text).flatMap { $0.password.isEmpty ? nil : $0.password } ?? text }
  }
}

extension Literal {
  /// The text or number that begins at `offset`, here or inside.
  fileprivate func text(at offset: Int) -> String? {
    switch value {
    case .string(let text): range.lowerBound == offset ? text : nil
    case .number(let number): range.lowerBound == offset ? String(number) : nil
    case .list(let entries): entries.lazy.compactMap { $0.value.text(at: offset) }.last
    case .boolean, .null, .computed, .missing: nil
    }
  }
}
