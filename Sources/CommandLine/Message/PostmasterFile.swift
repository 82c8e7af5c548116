import AuditModel
import FoundationEssentials
import LDNSKit
import Survey

/// Reads the figures of the receivers' dashboards:
///
///     { "day": "2026-11-20", "gmail": { "spamRate": 0.0008, "compliance": { "SPF": true, "One-click": false } } }
///
/// The rate is a fraction: 0.001 is 0.1 percent.
enum PostmasterFile {
  /// No dashboard shows so much.
  private static let octetLimit = 1 << 20

  /// Reads `file`; throws what is wrong with it, and where.
  static func read(_ file: String) throws(ErrorLine) -> PostmasterFigures {
    let octets: [UInt8]
    do { octets = try Console.current.keptFiles.octets(of: file, within: nil) } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
    guard octets.count <= octetLimit else { throw ErrorLine(file, "is longer than 1 MiB", .inputOutput) }
    return try figures(octets, file)
  }

  static func figures(_ octets: [UInt8], _ file: String) throws(ErrorLine) -> PostmasterFigures {
    let members: [String: Member]
    do { members = try JSONDecoder().decode([String: Member].self, from: Data(octets)) } catch {
      throw ErrorLine(file, cause(error), .inputOutput)
    }
    var figures = PostmasterFigures()
    for (name, member) in members {
      switch member {
      case .day(let day):
        guard name == "day" else { throw ErrorLine("\(file): \(name)", "is no object", .inputOutput) }
        figures.day = day
      case .receiver(let receiver):
        if let rate = receiver.spamRate {
          guard (0...1).contains(rate) else {
            throw ErrorLine(
              "\(file): \(name).spamRate", "is no fraction from 0 to 1 (0.001 is 0.1 percent)", .inputOutput)
          }
          figures.spamRates[name.lowercased()] = rate
        }
        if let compliance = receiver.compliance { figures.compliance[name.lowercased()] = compliance }
      }
    }
    return figures
  }

  private enum Member: Decodable {
    case day(String)
    case receiver(Receiver)

    init(from decoder: any Decoder) throws {
      if let day = try? decoder.singleValueContainer().decode(String.self) {
        self = .day(day)
      } else {
        self = .receiver(try Receiver(from: decoder))
      }
    }
  }

  private struct Receiver: Decodable {
    var spamRate: Double?
    var compliance: [String: Bool]?
  }

  private static func cause(_ error: any Error) -> String {
    guard case .dataCorrupted(let context)? = error as? DecodingError else {
      if case .typeMismatch(_, let context)? = error as? DecodingError {
        return "\(context.codingPath.map(\.stringValue).joined(separator: ".")): has the wrong type"
      }
      return "is no object of figures"
    }
    let place = context.codingPath.map(\.stringValue).joined(separator: ".")
    return place.isEmpty ? "is no JSON" : "\(place): cannot be read"
  }
}
