import AuditModel
import OpenSSLKit

/// The roots of `--ca-file`.
enum RootsFile {
  /// Reads them; those of the system when no file was named.
  static func trustStore(_ file: String?) throws(ErrorLine) -> TrustStore? {
    // A replay judges no chain.
    if Console.current.evidence.player != nil { return nil }
    guard let file else { return .system }
    do { return try TrustStore(file: file) } catch {
      throw ErrorLine("--ca-file \(file)", error.plainReason, .inputOutput)
    }
  }
}
