extension SettingRemark {
  /// Makes a remark on a place; `message` is a sentence without its full stop.
  public init(at place: SettingPlace, _ message: String) { self.init(place: place, message: message) }
}
