extension Prediction {
  /// The value of `setting`, or what the application takes where it is absent.
  static func of<Value>(
    _ setting: Setting<Value>, text: (Value) -> String, otherwise: (String) -> Prediction
  ) -> Prediction {
    switch setting.content {
    case .read(let value): return Prediction(text(value), "\(setting.name) says so", setting.place)
    case .computed(let expression):
      return Prediction(nil, "\(setting.name) is computed (\(expression))", setting.place)
    case .malformed(let why): return Prediction(nil, "\(setting.name) cannot be read: \(why)", setting.place)
    case .absent: return otherwise("\(setting.name) is not set")
    }
  }
}

extension SubmissionSettings {
  /// What will be sent, judged from the settings alone.
  public var prediction: PredictedIdentity {
    let isSMTP = usedTransport == .smtp
    return PredictedIdentity(
      transport: predictedTransport, server: isSMTP ? predictedServer : nil,
      security: isSMTP ? predictedSecurity : nil, verification: isSMTP ? predictedVerification : nil,
      login: isSMTP ? predictedLogin : nil, greetingName: isSMTP ? predictedGreeting : localServer("EHLO name"),
      envelopeSender: predictedEnvelope, from: predictedFrom, replyTo: predictedReplyTo,
      messageIDHost: predictedMessageIDHost)
  }

  /// How mail is handed over, by a setting or by default; nil when that cannot be known.
  public var usedTransport: MailTransport? { predictedTransport.value.flatMap { MailTransport(rawValue: $0) } }

  private func localServer(_ what: String) -> Prediction {
    let owner = usedTransport == .service ? "the mail service" : "the mail server of the machine"
    return Prediction(nil, "\(owner) chooses the \(what)", transport.place)
  }

  private var predictedTransport: Prediction {
    .of(transport, text: \.rawValue) { application.conduct.transport($0, self) }
  }

  /// The server where no other is named.
  private var predictedServer: Prediction {
    let port = predictedPort
    let name = Prediction.of(host, text: { $0 }) { application.conduct.host($0, self) }
    guard let value = name.value, let number = port.value else {
      return name.value == nil ? name : port
    }
    let place = host.isAbsent ? port.place : name.place
    return Prediction(
      "\(value):\(number)", port.place == name.place ? name.reason : "\(name.reason); \(port.reason)", place)
  }

  /// The port, as digits.
  public var predictedPort: Prediction {
    .of(port, text: { String($0) }) { application.conduct.port($0, self) }
  }

  private var predictedSecurity: Prediction {
    .of(security, text: \.rawValue) { application.conduct.security($0, self) }
  }

  private var predictedVerification: Prediction {
    .of(verification, text: \.rawValue) { application.conduct.verification($0, self) }
  }

  private var predictedLogin: Prediction {
    guard authenticates.value == true else {
      return .of(authenticates, text: { _ in "no login" }) { why in Prediction("no login", why, authenticates.place) }
    }
    let name = userName.value.map { " as \($0)" } ?? ""
    let way = mechanism.value.map { " by \($0)" } ?? ""
    return Prediction("login\(name)\(way)", "\(authenticates.name) says so", authenticates.place)
  }
}
