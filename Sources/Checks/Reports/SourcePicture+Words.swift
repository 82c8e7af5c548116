import DNS
import Providers
public import Survey

extension SourceCause {
  /// The cause in two or three words, for tables.
  public var title: String {
    switch self {
    case .missingInclude: "missing include"
    case .unalignedEnvelope: "unaligned envelope"
    case .unsigned: "unsigned"
    case .foreignSignature: "foreign signature"
    case .brokenSignature: "broken signature"
    case .spfError: "SPF error"
    case .listedSince: "listed since"
    case .forwarding: "forwarding"
    case .forgottenApplication: "forgotten application"
    case .spoofing: "spoofing"
    }
  }

  /// The name for programs.
  public var key: String { String(title.lowercased().map { $0 == " " ? "-" : $0 }) }
}

extension SourcePicture {
  /// Who it is, a phrase.
  public var standingWords: String {
    switch standing {
    case .own(.spfTerm(let term)): "own, \(term) in SPF"
    case .own(.host(let name)): "own, the address of \(name)"
    case .own(.reverseName(let name)): "own, PTR \(name)"
    case .provider(let name, .include(let include)): "\(name), include of \(include)"
    case .provider(let name, .reverseName(let host)): "\(name), PTR \(host)"
    case .provider(let name, .signature(let domain)): "\(name), d=\(domain)"
    case .provider(let name, .envelope(let domain)): "\(name), envelope of \(domain)"
    case .signer(let selector): "signs with a key of its own (selector \(selector))"
    case .authorized: "allowed by SPF, as receivers say"
    case .unknown: reverseName.map { "unknown, PTR \($0)" } ?? "unknown"
    }
  }

  /// Why messages fail, a sentence; nil when there is nothing to explain.
  public var explanation: String? {
    guard let judgement else { return nil }
    let words = Self.words(of: judgement.cause) + "."
    return judgement.certainty == .possible ? words + " Other causes are not ruled out." : words
  }

  private static func words(of cause: SourceCause) -> String {
    switch cause {
    case .missingInclude: "The service sends in the domain's name, and the SPF record does not include it"
    case .unalignedEnvelope(let domain):
      "SPF passes for \(domain), which is not the domain of the author, and no signature of the author's domain passes"
    case .unsigned: "SPF does not help, and no signature of the author's domain is on the messages"
    case .foreignSignature(let domain): "The messages are signed by \(domain), which is not the domain of the author"
    case .brokenSignature(let selector):
      "The domain's own signature\(selector.isEmpty ? "" : " (selector \(selector))") does not verify"
    case .spfError(let result): "Receivers could not evaluate the SPF record (\(result))"
    case .listedSince: "The address is in the SPF record today, and receivers saw it fail"
    case .forwarding(.override(let reason)): "The messages were passed on by others: receivers say \(reason)"
    case .forwarding(.signature):
      "The domain's own signature passes and SPF does not: the messages were passed on by others"
    case .forwarding(.changed):
      "The domain's own signature is there and does not verify: a list or forwarder that changes messages"
    case .forgottenApplication: "A host of the domain's own sends, and the SPF record does not name it"
    case .spoofing(nil): "Nothing ties the messages to the domain: somebody else uses its name"
    case .spoofing(let other?):
      "The messages pass for \(other) and not for the domain: a stranger, or a service that nobody told about"
    }
  }
}
