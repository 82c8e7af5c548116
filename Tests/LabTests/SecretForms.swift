import Foundation

/// The forms that a password may leak in: as it is, in base64 wherever it stands in a longer text, as PLAIN and LOGIN
/// send it, hexadecimal, percent-encoded, and as an array of numbers.
struct SecretForms: Sendable {
  private let forms: [(name: String, text: String)]

  init(user: String, password: String) {
    let octets = Array(password.utf8)
    let hex = octets.map { String(format: "%02x", $0) }.joined()
    var forms = [
      ("plain", password), ("hexadecimal", hex), ("hexadecimal", hex.uppercased()),
      ("numbers", octets.map { "\($0)" }.joined(separator: ", ")),
      ("numbers", octets.map { "\($0)" }.joined(separator: ",")),
      ("PLAIN", Data("\0\(user)\0\(password)".utf8).base64EncodedString()),
      ("PLAIN with two names", Data("\(user)\0\(user)\0\(password)".utf8).base64EncodedString()),
      ("LOGIN", Data(octets).base64EncodedString())
    ]
    let percent = password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? password
    forms.append(("percent-encoded", percent))
    for shift in 1...2 {
      let text = Data(Array(repeating: UInt8(0), count: shift) + octets).base64EncodedString()
      // The first and the last characters depend on what stands around.
      forms.append(("base64", String(text.dropFirst(4).prefix { $0 != "=" }.dropLast(2))))
    }
    self.forms = forms.map { (name: $0.0, text: $0.1) }.filter { $0.text.count > 3 }
  }

  /// The form that stands in a text; nil when none does.
  func found(in text: String) -> String? { forms.first { text.contains($0.text) }?.name }

  /// The form that stands in octets; nil when none does.
  func found(in octets: Data) -> String? { forms.first { octets.range(of: Data($0.text.utf8)) != nil }?.name }
}
