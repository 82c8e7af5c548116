/// How ActionMailer hands mail over.
enum RailsDelivery {
  /// The transport that a delivery method is.
  static func transport(_ name: String) -> SettingValue<MailTransport> {
    switch name {
    case "smtp": .read(.smtp)
    case "sendmail": .read(.sendmail)
    case "test", "file", "letter_opener", "letter_opener_web", "logger": .read(.disabled)
    default: .read(.service)
    }
  }
}
