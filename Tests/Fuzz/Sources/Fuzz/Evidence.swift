import EvidenceBundle

extension FuzzTarget {
  /// Bundles of evidence: files that somebody else may have written.
  static let evidence = [
    FuzzTarget(name: "evidence-bundle") { input in
      do throws(BundleFault) {
        let player = try EvidencePlayer(input)
        promise(player.heading.format == BundleFormat.edition, "only bundles of this edition are read")
      } catch {
        promise(!error.cause.isEmpty, "a fault has a cause")
        promise(error.line.map { $0 >= 1 && $0 <= input.count { $0 == 0x0A } + 1 } ?? true, "a line lies in the bundle")
      }
    }
  ]
}
