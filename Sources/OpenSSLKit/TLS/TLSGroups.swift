/// Groups of the key exchange, in OpenSSL's words.
public enum TLSGroups {
  /// ML-KEM with X25519 first, then what everybody has.
  public static let hybridFirst = "X25519MLKEM768:X25519:P-256:P-384"
  /// The hybrid group by its name.
  public static let hybrid = "X25519MLKEM768"

  /// Whether the OpenSSL of this machine has the hybrid group: it came with OpenSSL 3.5.
  public static let knowsHybrid: Bool = {
    var configuration = TLSClientConfiguration.current(serverName: nil)
    configuration.groups = hybrid
    return (try? TLSSession(client: configuration)) != nil
  }()
}
