import AuditModel
import LDNSKit
import MailAuthentication
import Providers
import Requirements
import Survey

/// Data inside the program that others change: what it is, of which day, and until when it is good.
struct ShippedData: Sendable {
  /// Each kind once.
  enum Kind: String, Sendable, CaseIterable {
    /// For the organizational domains of RFC 7489.
    case publicSuffixList = "public-suffix-list"
    /// The keys of the root, where DNSSEC begins.
    case trustAnchors = "trust-anchors"
    /// Servers, limits and records of mail providers.
    case providers
    /// What receivers ask of senders.
    case receivers
    /// Block lists, and what their answers mean.
    case blockLists = "block-lists"
  }

  let kind: Kind
  let name: String
  /// `YYYY-MM-DD`; nil when the data does not tell.
  let date: String?
  /// The age in days up to which it is good enough.
  let goodFor: Int
  let source: String
  /// The option that takes a file instead; nil when there is none.
  let option: String?

  /// How to have newer data, a sentence.
  var remedy: String {
    return option.map { "Give a newer file with \($0), or install a newer mailaudit." } ?? "Install a newer mailaudit."
  }

  /// Its age on the day of a time in seconds since 1970, UTC; nil when its date is not known.
  func days(at time: Int) -> Int? {
    guard let date, let day = CivilDay(date) else { return nil }
    return max(0, CivilDay(secondsSince1970: time).days - day.days)
  }

  /// Whether it is older than it should be.
  func isAged(at time: Int) -> Bool { (days(at: time) ?? 0) > goodFor }

  /// What is older at that time than it should be, and not replaced by a file.
  static func aged(at time: Int, without replaced: Set<Kind>) -> [AgedData] {
    all.filter { !replaced.contains($0.kind) && $0.isAged(at: time) }.map { data in
      AgedData(name: data.name, date: data.date ?? "", days: data.days(at: time) ?? 0, remedy: data.remedy)
    }
  }
}

extension ShippedData {
  /// All of it. The ages: suffixes are added every week, but old ones seldom change; receivers and block lists
  /// announce changes some months ahead; providers and the root move in years.
  static let all: [ShippedData] = [
    ShippedData(
      kind: .publicSuffixList, name: "Public Suffix List", date: PublicSuffixList.shipped.date, goodFor: 365,
      source: "https://publicsuffix.org/list/public_suffix_list.dat", option: "--public-suffix-list"),
    ShippedData(
      kind: .trustAnchors, name: "Keys of the DNS root", date: TrustAnchors.date, goodFor: 730,
      source: "https://data.iana.org/root-anchors/root-anchors.xml", option: "--trust-anchor"),
    ShippedData(
      kind: .providers, name: "Facts about mail providers", date: SubmissionDirectory.date, goodFor: 365,
      source: "pages of the providers ('mailaudit providers NAME --verbose' names them)", option: nil),
    ShippedData(
      kind: .receivers, name: "Rules of receivers", date: ReceiverDirectory.date, goodFor: 180,
      source: "pages of the receivers, named beside each rule in a report", option: nil),
    ShippedData(
      kind: .blockLists, name: "Block lists", date: BlockListDirectory.date, goodFor: 365,
      source: "pages of the operators of the lists; --blocklist ZONE asks one that is not known", option: nil)
  ]
}
