/// What will be seen of a setting when mail is sent: the value, and the setting or default that makes it.
public struct Prediction: Sendable, Hashable {
  /// The value; nil when it cannot be known from the files.
  public let value: String?
  /// Why: a clause without a full stop.
  public let reason: String
  /// The place in the files that decides; nil for a default without one.
  public let place: SettingPlace?

  init(_ value: String?, _ reason: String, _ place: SettingPlace? = nil) {
    self.value = value
    self.reason = reason
    self.place = place
  }
}

/// The names and the conduct that servers and receivers will see of an application.
public struct PredictedIdentity: Sendable {
  /// How mail is handed over.
  public let transport: Prediction
  /// The server and the port, when SMTP is used.
  public let server: Prediction?
  /// How the connection is secured, when SMTP is used.
  public let security: Prediction?
  /// Whether the certificate is verified, when SMTP is used.
  public let verification: Prediction?
  /// Whether and how the client logs in, when SMTP is used.
  public let login: Prediction?
  /// The name in EHLO, RFC 5321 §4.1.1.1.
  public let greetingName: Prediction
  /// The address in MAIL FROM, RFC 5321 §4.1.1.2.
  public let envelopeSender: Prediction
  /// The address in From, RFC 5322 §3.6.2.
  public let from: Prediction
  /// The address in Reply-To, RFC 5322 §3.6.2.
  public let replyTo: Prediction
  /// The right side of Message-ID, RFC 5322 §3.6.4.
  public let messageIDHost: Prediction
}
