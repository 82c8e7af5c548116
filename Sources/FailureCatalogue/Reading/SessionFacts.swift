/// What a transcript shows beside its failures.
struct SessionFacts: Sendable {
  /// What the client called itself.
  private(set) var helloName: String?
  /// Whether the server offered STARTTLS.
  private(set) var offersSTARTTLS = false
  /// Whether the client started TLS.
  private(set) var startsTLS = false
  /// Whether the client logged in before TLS.
  private(set) var logsInWithoutTLS = false
  /// Whether the login was accepted (RFC 4954 §6).
  private(set) var loginAccepted = false
  /// The reply that accepted the message.
  private(set) var acceptance: Int?
  /// Whether the last reply was the one that agrees to STARTTLS (RFC 3207 §4): then the handshake failed.
  private(set) var endsInHandshake = false
  /// The text of the greeting.
  private(set) var greeting: String?

  /// Takes a command of the client.
  mutating func sent(_ command: ArraySlice<UInt8>, at place: Int) {
    guard let stage = FailureStage(command: command) else { return }
    switch stage {
    case .hello:
      let name = command.dropFirst(5).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "'") && $0 != 0x0B
      }
      helloName = String(decoding: name, as: UTF8.self)
    case .starttls: startsTLS = true
    case .auth: if !startsTLS { logsInWithoutTLS = true }
    default: break
    }
  }

  /// Takes a line of the server.
  mutating func received(_ line: ArraySlice<UInt8>, _ code: Int?, _ stage: FailureStage?) {
    if code == 220, greeting == nil { greeting = String(decoding: line.dropFirst(4), as: UTF8.self) }
    if code == 235 { loginAccepted = true }
    endsInHandshake = code == 220 && stage == .starttls
    if code == 250, stage == .data { acceptance = 250 }
    let keyword = String(decoding: line.dropFirst(4).prefix(8), as: UTF8.self).uppercased()
    if code == 250, keyword == "STARTTLS" { offersSTARTTLS = true }
  }
}
