import DNS
import DNSTransport
import IDNKit

extension FuzzTarget {
  /// What the system and the user write: servers, resolv.conf, internationalised names.
  static let userInput = [
    FuzzTarget(name: "server-address") { input in
      guard let address = try? ServerAddress(parsing: String(decoding: input, as: UTF8.self)) else { return }
      promise(
        (try? ServerAddress(parsing: address.description)) == address, "an address is read back as it was written")
    },
    FuzzTarget(name: "resolv-conf") { input in
      let text = String(decoding: input, as: UTF8.self)
      do throws(ResolverConfigurationError) {
        let configuration = try ResolverConfiguration(parsing: text)
        promise((1...3).contains(configuration.servers.count), "one to three servers are asked")
        promise((1...5).contains(configuration.rounds), "they are asked one to five times")
        promise(configuration.timeout >= .seconds(1) && configuration.timeout <= .seconds(30), "for 1 to 30 seconds")
      } catch {
        promise(!error.description.isEmpty, "a fault has a cause")
      }
    },
    FuzzTarget(name: "internationalised-name") { input in
      let text = String(decoding: input, as: UTF8.self)
      do throws(UserInputError) {
        let name = try DomainName(userInput: text)
        promise(!name.unicodeDescription.isEmpty, "a name has a text")
        // A name with a label that is no A-label can be shown, but not typed.
        let again = try? DomainName(userInput: name.unicodeDescription)
        promise(again.map { $0 == name } ?? true, "a name that can be typed as it is shown is the same name")
      } catch {
        promise(!error.description.isEmpty, "a fault has a cause")
      }
    }
  ]
}
