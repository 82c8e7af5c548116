import OpenSSLKit
import SASL

extension FuzzTarget {
  /// What servers send in a login.
  static let logins = [
    // The first octet chooses the mechanism; challenges stand behind it, in clear text, with a NUL between them.
    FuzzTarget(
      name: "sasl-challenge",
      seeds: {
        SASLMechanism.allCases.indices.map { index in
          [UInt8(index)]
            + Array("r=abcdef,s=AAAA,i=4096\0v=AAAA\0{\"status\":\"401\"}\0Username:\0Password:".utf8)
        }
      }
    ) { input in
      guard let first = input.first else { return }
      let mechanism = SASLMechanism.allCases[Int(first) % SASLMechanism.allCases.count]
      let secret = Secret("hunter2hunter2")
      let credentials =
        mechanism.takesToken
        ? SASLCredentials(user: "tim", token: secret) : SASLCredentials(user: "tim", password: secret)
      let binding = TLSChannelBinding(.exporter, data: Secret("bound"))
      let channel = SASLChannel(.verified, bindings: [binding], host: "mail.example.org", port: 587)
      guard
        var exchange = try? SASLExchange(mechanism, credentials, over: channel, offered: [], nonce: "abc"),
        let command = try? exchange.begin()
      else { return promise(false, "good credentials can be used") }
      promise(!command.transcript.contains("hunter"), "no transcript shows a secret")
      for challenge in input.dropFirst().split(separator: 0, maxSplits: 8, omittingEmptySubsequences: false) {
        guard !isCostly(challenge) else { return }
        let encoded = Array(Base64Line.encode(Array(challenge)).utf8)
        let search = SecretSearch([secret])
        promise(!search.finds(in: exchange.transcript(ofChallenge: encoded)), "a challenge is not shown")
        if let line = try? exchange.respond(to: encoded) {
          promise(!search.finds(in: line.transcript), "no transcript shows a secret")
          promise(line.wire.count <= 2 * encoded.count + 4096, "a response is bounded")
        }
        // The same octets as base64 that was not made by us.
        _ = try? exchange.respond(to: Array(challenge))
      }
      let isProved = exchange.facts.isServerProved == true
      promise((try? exchange.succeed()) != nil || mechanism.hash != nil && !isProved, "only SCRAM refuses success")
    }
  ]

  /// Many iterations are work, not a fault: they would only make the fuzzer slow.
  private static func isCostly(_ challenge: ArraySlice<UInt8>) -> Bool {
    guard let place = challenge.indices.last(where: { challenge[$0...].starts(with: "i=".utf8) }) else { return false }
    return challenge[place...].dropFirst(2).prefix { (0x30...0x39).contains($0) }.count > 4
  }
}
