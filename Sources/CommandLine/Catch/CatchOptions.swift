import ArgumentParser
import AuditModel
import DNS
import LDNSKit
import OpenSSLKit
import SMTPSubmission

/// Where and how the catching server listens.
struct CatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where to listen; port 0 takes a free one (repeatable; default: 127.0.0.1:2525).", valueName: "address:port"))
  var listen: [String] = []

  @Flag(help: "Let --listen name addresses that other hosts can reach. Anybody can leave messages then.")
  var allowRemote = false

  @Option(help: ArgumentHelp("The name that the server greets with.", valueName: "name"))
  var hostName = "localhost"

  @Option(help: ArgumentHelp("The largest message that is taken, in octets.", valueName: "octets"))
  var maxSize = CatchingLimits.messageOctets

  @Flag(name: .customLong("no-tls"), help: "Offer no STARTTLS.")
  var hasNoTLS = false

  @Flag(name: .customLong("implicit-tls"), help: "Begin with TLS, as port 465 does, in place of STARTTLS.")
  var isImplicitTLS = false

  @Option(
    help: ArgumentHelp(
      """
      The chain to show in TLS, in PEM form, the server's certificate first (default: a self-signed one, made at the \
      start).
      """, valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("The private key of --certificate, in PEM form.", valueName: "file"))
  var key: String?

  func validate() throws {
    if hasNoTLS, isImplicitTLS { throw ValidationError("--no-tls: cannot be had together with --implicit-tls") }
    if (certificate == nil) != (key == nil) { throw ValidationError("--certificate and --key: go together") }
    if hasNoTLS, certificate != nil { throw ValidationError("--no-tls: cannot be had together with --certificate") }
    if !(1...Self.largest).contains(maxSize) {
      throw ValidationError("--max-size \(maxSize): is to be 1 to \(Self.largest) octets")
    }
  }

  /// No receiver takes more than a gigabyte.
  private static let largest = 1_000_000_000

  /// Starts the server.
  func start(count: Int?) async throws(ErrorLine) -> CatchingServer {
    let places = try places()
    var policy = CatchingPolicy(hostName: try DomainArgument.parse(hostName).description)
    policy.maximumSize = maxSize
    policy.mode = hasNoTLS ? .none : isImplicitTLS ? .implicit : .startTLS
    let identity = hasNoTLS ? nil : try identity(policy.hostName, places)
    do throws(CatchingServer.StartFailure) {
      return try await CatchingServer.start(at: places, policy: policy, identity: identity, count: count)
    } catch {
      throw ErrorLine("--listen \(error.place)", "\(error.cause)".replacing("unreachable: ", with: ""), .inputOutput)
    }
  }

  /// The line that tells where the server listens.
  func greeting(_ places: [CatchingServer.Place]) -> String {
    let tls = hasNoTLS ? "no TLS" : isImplicitTLS ? "implicit TLS" : "STARTTLS"
    let text = places.map(\.description).joined(separator: " and ")
    return "mailaudit: catching messages on \(text), \(tls), any login; nothing is delivered\n"
  }

  private func places() throws(ErrorLine) -> [CatchingServer.Place] {
    var places: [CatchingServer.Place] = []
    for text in listen.isEmpty ? ["127.0.0.1:2525"] : listen {
      guard let place = CatchingServer.Place.read(text) else {
        throw ErrorLine("--listen \(text)", "is no place to listen (write ADDRESS:PORT, [IPV6]:PORT or PORT)")
      }
      guard allowRemote || place.address.isLoopback else {
        throw ErrorLine("--listen \(text)", "can be reached from other hosts; --allow-remote permits that")
      }
      places.append(place)
    }
    return places
  }

  private func identity(_ name: String, _ places: [CatchingServer.Place]) throws(ErrorLine) -> TLSServerIdentity {
    guard let certificate, let key else {
      let addresses = Set(["127.0.0.1", "::1"] + places.map { $0.address.description }).sorted()
      do throws(OpenSSLError) {
        return try TLSServerIdentity(
          selfSignedFor: name == "localhost" ? [name] : [name, "localhost"], addresses: addresses,
          days: CatchingLimits.certificateDays)
      } catch {
        throw ErrorLine("", error.description, .internalError)
      }
    }
    let pair = (try Self.read(certificate, "--certificate"), try Self.read(key, "--key"))
    guard let chain = try? Certificate.readPEM(pair.0), !chain.isEmpty else {
      throw ErrorLine("--certificate \(certificate)", "holds no certificate in PEM form", .inputOutput)
    }
    do throws(OpenSSLError) {
      return try TLSServerIdentity([pair])
    } catch {
      throw ErrorLine("--key \(key)", "does not go with the certificate: \(error)", .inputOutput)
    }
  }

  private static func read(_ file: String, _ option: String) throws(ErrorLine) -> String {
    do {
      return String(decoding: try Console.current.files.octets(of: file, within: nil), as: UTF8.self)
    } catch {
      throw ErrorLine("\(option) \(file)", "\(error)", .inputOutput)
    }
  }
}

extension CatchingServer.Place {
  /// Reads `ADDRESS:PORT`, `[IPV6]:PORT`, `localhost:PORT` or a port alone.
  static func read(_ text: String) -> CatchingServer.Place? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let digits = parts.last, digits.utf8.allSatisfy(\.isASCIIDigit), let port = UInt16(digits) else { return nil }
    let host = parts.count == 1 ? "localhost" : parts.dropLast().joined(separator: ":")
    guard let address = address(host) else { return nil }
    return CatchingServer.Place(address, port: port)
  }

  private static func address(_ host: String) -> IPAddress? {
    if host == "localhost" { return IPAddress("127.0.0.1") }
    if host.hasPrefix("["), host.hasSuffix("]") { return IPAddress(String(host.dropFirst().dropLast())) }
    return host.contains(":") ? nil : IPAddress(host)
  }
}

extension IPAddress {
  /// Whether only this host can reach it (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
  var isLoopback: Bool {
    let octets = unmapped.octets
    return octets.count == 4 ? octets.first == 127 : octets.last == 1 && octets.dropLast().allSatisfy { $0 == 0 }
  }
}
