public import DNS
public import OpenSSLKit
import ZlibKit

/// A mark certificate: a certificate that vouches for a logo (Minimum Security Requirements for Mark Certificates).
public struct BIMIMarkCertificate: Sendable {
  /// The certificates of the file, in order.
  public let chain: [Certificate]
  /// The place of the mark certificate among them: it is to be the first.
  public let position: Int
  /// The kind of mark, as the subject has it (`markType`); nil without one.
  public let markType: String?
  /// Whether it is for BIMI (extended key usage 1.3.6.1.5.5.7.3.31).
  public let isForBIMI: Bool
  /// Whether it has timestamps of Certificate Transparency logs (RFC 6962 §3.3).
  public let hasTimestamps: Bool
  /// The logo in it.
  public let logo: Logo

  /// A logo in a certificate.
  public enum Logo: Sendable, Equatable {
    /// There is none.
    case absent
    /// There is one, and it cannot be read: why.
    case unreadable(String)
    /// The octets of the SVG file, and whether one of the digests beside it is that of the file, packed or unpacked.
    case svg([UInt8], isDigestRight: Bool)

    /// The octets of the file, if they can be read.
    public var octets: [UInt8]? {
      if case .svg(let octets, _) = self { octets } else { nil }
    }
  }

  /// The mark certificate itself.
  public var certificate: Certificate { chain[position] }

  /// Whether it is a Common Mark Certificate: of a mark in prior use, or of a changed registered mark.
  public var isCommon: Bool {
    let type = markType?.lowercased() ?? ""
    return type.hasPrefix("prior use") || type.hasPrefix("modified")
  }

  /// Whether it is for mail of a domain: one of its names is the domain, its organizational domain, or the name of a
  /// selector at one of them.
  public func isFor(_ domains: [DomainName], selector: String = BIMIRecord.defaultSelector) -> Bool {
    let names = domains + domains.compactMap { BIMIRecord.name(for: $0, selector: selector) }
    return names.contains { name in certificate.names(name.description) }
  }
}

extension BIMIMarkCertificate {
  /// Why a file holds no mark certificate.
  public struct Fault: Error, Sendable, Hashable {
    /// The cause, a phrase.
    public let message: String
  }

  private static let purpose = "1.3.6.1.5.5.7.3.31"
  private static let markTypeID = "1.3.6.1.4.1.53087.1.13"
  private static let timestampsID = "1.3.6.1.4.1.11129.2.4.2"

  /// Reads a PEM file: the mark certificate and those of its issuers.
  public init(pem text: [UInt8]) throws(Fault) {
    do throws(OpenSSLError) {
      chain = try Certificate.readPEM(String(decoding: text, as: UTF8.self))
    } catch {
      throw Fault(message: error.plainReason)
    }
    guard !chain.isEmpty else { throw Fault(message: "there is no certificate in PEM form") }
    position = chain.firstIndex { !$0.isCA } ?? 0
    do throws(DERFault) {
      let content = try chain[position].content()
      markType = content.subject.first { $0.id == Self.markTypeID }?.text
      isForBIMI = try chain[position].purposes().contains(Self.purpose)
      hasTimestamps = content[Self.timestampsID] != nil
      logo = Logo(content[Logotype.extensionID])
    } catch {
      throw Fault(message: error.message)
    }
  }
}

extension BIMIMarkCertificate.Logo {
  /// Reads the extension with the logo: one SVG image as a `data:` URL, packed with gzip.
  init(_ found: CertificateExtension?) {
    guard let found else {
      self = .absent
      return
    }
    do throws(DERFault) {
      let images = try Logotype.images(found.octets)
      self = images.first.map(Self.init) ?? .unreadable("it has no image for the subject")
    } catch {
      self = .unreadable(error.message)
    }
  }

  private init(_ image: Logotype) {
    guard let uri = image.uris.first(where: { $0.lowercased().hasPrefix("data:") }), let comma = uri.firstIndex(of: ",")
    else {
      self = .unreadable("the image is not in the certificate")
      return
    }
    guard uri[..<comma].lowercased().hasSuffix(";base64") else {
      self = .unreadable("the image is not in base64")
      return
    }
    let text = Array(uri[uri.index(after: comma)...].utf8)
    let packed = Base64(text, in: 0..<text.count)
    guard packed.isValid else {
      self = .unreadable("the base64 of the image is damaged")
      return
    }
    self = Self.unpacked(packed.octets, image)
  }

  private static func unpacked(_ packed: [UInt8], _ image: Logotype) -> Self {
    do throws(Gzip.Fault) {
      let octets =
        Gzip.isGzip(packed) ? try Gzip.unpack(packed, limit: BIMILimits.fetchedLogoOctets) : packed
      let isRight = image.digests.contains { digest in
        guard let algorithm = digest.known else { return false }
        // RFC 6170 §5.2: the digest is of the SVG with LF as the end of lines; others are met too.
        return [octets, packed, octets.filter { $0 != 0x0D }].contains {
          (try? algorithm.digest(of: $0)) == digest.octets
        }
      }
      return .svg(octets, isDigestRight: isRight)
    } catch {
      return .unreadable("the gzip data of the image is damaged, or absurdly long")
    }
  }
}
