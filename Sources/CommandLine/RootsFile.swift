import AuditModel
import OpenSSLKit

/// The roots of `--ca-file`.
enum RootsFile {
  /// Reads them; those of the system when no file was named.
  static func trustStore(_ file: String?) throws(ErrorLine) -> TrustStore? {
    guard let file else { return .system }
    do { return try TrustStore(file: file) } catch {
      throw ErrorLine("--ca-file \(file)", error.plainReason, .inputOutput)
    }
  }
}
