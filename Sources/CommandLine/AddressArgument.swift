import DNS
import Survey

/// Addresses of `--ip`.
enum AddressArgument {
  /// Reads them, each once; throws for what is none, and when there are too many.
  static func parse(_ texts: [String]) throws(ErrorLine) -> [IPAddress] {
    var addresses: [IPAddress] = []
    for text in texts {
      guard let address = IPAddress(text) else { throw ErrorLine("--ip \(text)", "is no IPv4 or IPv6 address") }
      if !addresses.contains(address) { addresses.append(address) }
    }
    guard addresses.count <= SurveyOptions.mostSendingAddresses else {
      throw ErrorLine("--ip", "names more than \(SurveyOptions.mostSendingAddresses) addresses")
    }
    return addresses
  }
}
