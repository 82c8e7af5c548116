import DNS
public import HTTPS
import MailMessage

/// The front page of a web site, and whether it leads to an imprint.
public struct HostPage: Sendable {
  /// The requests: the first for the front page, others where redirects led; never empty.
  public let visits: [HTTPSFile]
  /// What came of the last.
  public let sight: Sight

  /// What a page shows.
  public enum Sight: Sendable, Hashable {
    /// An imprint, or the way to one: the phrase says which.
    case imprint(String)
    /// A page without one.
    case noImprint
    /// No page: the status says so.
    case status(Int)
    /// Something that tells nothing either way: the phrase says what.
    case unreadable(String)
    /// No response.
    case failure(HTTPSFailure)
  }

  /// Whether it has an imprint.
  public var hasImprint: Bool { if case .imprint = sight { true } else { false } }
}

extension HostPage {
  /// Gets the front page of `host` and follows redirects within its organization, `isOwn` being the judge of that.
  static func gather(
    _ host: DomainName, with fetcher: any HTTPSFetcher, using resolver: any Resolver,
    isOwn: (DomainName) -> Bool
  ) async -> HostPage {
    var url = HTTPSURL(host: host, path: "/")
    var visits: [HTTPSFile] = []
    while true {
      let request = HTTPSRequest(url, bodyLimit: HostSiteLimits.pageOctets, time: HostSiteLimits.pageTime)
      let file = await HTTPSFile.gather(request, with: fetcher, using: resolver)
      visits.append(file)
      guard let location = file.answer.response?.redirect else {
        return HostPage(visits: visits, sight: sight(of: file.answer))
      }
      guard let next = try? url.resolving(Array(location.utf8)), isOwn(next.host) else {
        return HostPage(visits: visits, sight: .unreadable("it leads elsewhere, to \(location.prefix(200))"))
      }
      guard visits.count <= HostSiteLimits.redirects else {
        return HostPage(visits: visits, sight: .unreadable("it leads on and on, to \(location.prefix(200))"))
      }
      url = next
    }
  }

  private static func sight(of answer: HTTPSAnswer) -> Sight {
    switch answer.outcome {
    case .failure(let failure): return .failure(failure)
    case .response(let response):
      switch response.status {
      case 200...299: return sight(of: response)
      // What turns programs away, or passes, says nothing of what people see.
      case 403, 408, 425, 429, 500...599: return .unreadable("the server answers with status \(response.status)")
      default: return .status(response.status)
      }
    }
  }

  private static func sight(of response: HTTPSResponse) -> Sight {
    if let coding = response["content-encoding"], coding.lowercased() != "identity" {
      return .unreadable("it is packed (\(coding.prefix(40))), though nobody asked for that")
    }
    let page = HTMLScan(response.body)
    if let sign = Imprint.sign(in: page) { return .imprint(sign) }
    if response.isTruncated || page.linkCount > page.links.count {
      return .unreadable("only its first \(HostSiteLimits.pageOctets) octets and \(HTMLLimits.items) links are read")
    }
    // A page that a script builds has its links elsewhere, but for one that says that scripts are needed.
    let isBuilt = page.features.contains { [.script, .frame, .refresh].contains($0.kind) }
    if isBuilt, page.linkCount <= 1 { return .unreadable("scripts or frames build it, and they are not run") }
    return .noImprint
  }
}

extension HTTPSResponse {
  /// Where the client is to go (RFC 9110 §15.4); nil when this is the answer.
  fileprivate var redirect: String? {
    [301, 302, 303, 307, 308].contains(status) ? self["location"] : nil
  }
}

/// The limits of looking at the web sites of hosts.
enum HostSiteLimits {
  /// Front pages have 50 to 200 KiB of HTML.
  static let pageOctets = 262_144
  /// A front page that takes longer shows nobody anything.
  static let pageTime = Duration.seconds(10)
  /// Many sites lead from one name to the other, and then to a language.
  static let redirects = 2
  /// So many operators are looked at: a sender has one, seldom two.
  static let operators = 4
  /// So many names of one operator are looked at beside its domain and www.
  static let names = 3
}
