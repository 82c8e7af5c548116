import DNS

extension CheckStage {
  /// A stage with verdicts by name; the names below have those of the nearest above.
  static func dnssec(_ verdicts: [DomainName: DNSSECVerdict]) -> CheckStage {
    var stage = CheckStage()
    stage.dnssec = verdicts
    return stage
  }

  /// A stage on which `example.org` is signed as `change` says.
  static func signed(_ change: (inout DNSSECVerdict) -> Void = { _ in }) -> CheckStage {
    var verdict = DNSSECVerdict.signed
    change(&verdict)
    return .dnssec(["example.org": verdict])
  }
}

/// Verdicts for examples.
extension DNSSECVerdict {
  /// Nothing is signed.
  static let unsigned = DNSSECVerdict(.insecure, reason: "org proves that example.org is delegated without DS records")

  /// Nobody can tell.
  static let open = DNSSECVerdict(.indeterminate, reason: "the resolver does not pass DNSSEC on")

  /// `example.org` is signed with ECDSA, for three weeks around ``exampleTime``.
  static var signed: DNSSECVerdict {
    var verdict = DNSSECVerdict(.secure, reason: "signed by example.org")
    verdict.zone = "example.org"
    verdict.chain = [link(algorithms: [13], digests: [2])]
    verdict.signatures = [.example()]
    return verdict
  }

  /// The chain is broken.
  static func broken(_ fault: DNSSECFault, _ reason: String) -> DNSSECVerdict {
    var verdict = DNSSECVerdict(.bogus, reason: reason)
    verdict.fault = fault
    verdict.zone = "example.org"
    verdict.chain = [link(algorithms: [13], digests: [2])]
    verdict.signatures = [.example()]
    return verdict
  }

  /// Absence without proof.
  static func unproven(_ reason: String) -> DNSSECVerdict {
    var verdict = broken(.denialMissing, reason)
    verdict.saysAbsent = true
    return verdict
  }

  /// The zone `example.org` with a DS record for each algorithm and digest, and a key for each algorithm.
  static func link(algorithms: [UInt8], digests: [UInt8]) -> DNSSECLink {
    DNSSECLink(
      zone: "example.org",
      delegationSigners: algorithms.flatMap { algorithm in
        digests.map {
          DNSSECDelegationSigner(keyTag: 12_345, algorithm: .init(rawValue: algorithm), digestType: $0)
        }
      },
      keys: algorithms.map {
        DNSSECKey(keyTag: 12_345, algorithm: .init(rawValue: $0), isSecureEntryPoint: true)
      })
  }
}

extension DNSSECSignature {
  /// The time of the examples: 1 October 2026, noon.
  static let exampleTime = 1_790_856_000

  /// A signature of the MX records of `example.org`, from and to so many hours after ``exampleTime``.
  static func example(from: Int = -240, to: Int = 264) -> DNSSECSignature {
    DNSSECSignature(
      owner: "example.org", type: .mx, signer: "example.org", algorithm: .init(rawValue: 13), keyTag: 54_321,
      inception: exampleTime + from * 3_600, expiration: exampleTime + to * 3_600)
  }
}
