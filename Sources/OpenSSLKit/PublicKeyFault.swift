/// Why octets are no public key of the kind that was asked for.
public enum PublicKeyFault: Error, Sendable, Hashable {
  /// No DER, or not the elements that a key consists of.
  case malformed(DERFault)
  /// A SubjectPublicKeyInfo of another algorithm: its name, or its object identifier in octets.
  case otherAlgorithm(String)
  /// An Ed25519 key inside a SubjectPublicKeyInfo, where RFC 8463 §4 wants the 32 raw octets.
  case wrappedEd25519
  /// 32 octets, the length of a raw Ed25519 key, where an RSA key was asked for.
  case rawEd25519
  /// Another number of octets than the 32 of an Ed25519 key.
  case wrongLength(Int)
  /// The private key.
  case privateKey
  /// A certificate, not the key in it.
  case certificate
  /// Base64 of a PEM text, armour and all.
  case pem
  /// The key in the form of OpenSSH.
  case openSSH

  /// The offset of the octet where it shows.
  public var offset: Int {
    if case .malformed(let fault) = self { fault.offset } else { 0 }
  }
}

extension PublicKeyFault: CustomStringConvertible {
  /// The cause in a phrase without a full stop.
  public var description: String {
    switch self {
    case .malformed(let fault): "octet \(fault.offset) of the key: \(fault.message)"
    case .otherAlgorithm(let name): "the key is a key of another algorithm: \(name)"
    case .wrappedEd25519: "the Ed25519 key is wrapped in a SubjectPublicKeyInfo; only its last 32 octets belong here"
    case .rawEd25519: "32 octets are no RSA key; they look like an Ed25519 key"
    case .wrongLength(let count): "an Ed25519 key has 32 octets, this has \(count)"
    case .privateKey: "this is the private key: whoever reads it can sign"
    case .certificate: "this is a certificate, not a public key"
    case .pem: "this is a PEM text encoded once more, not the key in it"
    case .openSSH: "this is a key in the form of OpenSSH, not DER"
    }
  }
}
