import ArgumentParser
import AuditModel
import DNS
import DNSTransport
import EvidenceBundle
import LDNSKit

/// Whether and how answers are validated with DNSSEC.
struct DNSSECOptions: ParsableArguments {
  /// Who validates.
  enum Mode: String, Sendable, ExpressibleByArgument, CaseIterable {
    /// mailaudit itself.
    case validate
    /// The resolver.
    case resolver
    /// Nobody.
    case off
  }

  @Option(
    name: .customLong("dnssec"),
    help: ArgumentHelp(
      """
      Who validates answers: mailaudit itself from the root down, the resolver (its AD bit is believed), or nobody \
      (default: validate). With --zone nobody does.
      """, valueName: "mode"))
  var chosen: Mode?

  /// Who validates answers.
  var dnssec: Mode { chosen ?? .validate }

  @Option(
    help: ArgumentHelp(
      "DS or DNSKEY records (zone text) to believe instead of the keys of the root.", valueName: "file"))
  var trustAnchor: String?

  /// The shipped data that an option names a file instead of, or that nobody uses.
  var replaced: Set<ShippedData.Kind> { trustAnchor == nil && dnssec == .validate ? [] : [.trustAnchors] }

  func validate() throws {
    if trustAnchor != nil, dnssec != .validate {
      throw ValidationError("--trust-anchor: goes with --dnssec validate")
    }
  }

  /// What the options say, for ``Validation``.
  var validation: Validation { Validation(mode: dnssec, trustAnchor: trustAnchor) }

  /// Runs `body` with the validator that the options describe.
  func withValidator<Result: Sendable>(
    beside resolver: any Resolver, _ body: @Sendable ((any DNSSECValidator)?) async throws -> Result
  ) async throws -> Result {
    try await validation.withValidator(beside: resolver, body)
  }

  /// The trust anchors of the file, or those of the root.
  func anchors() throws(ErrorLine) -> TrustAnchors { try validation.anchors() }
}

/// Who validates, and what is believed.
struct Validation: Sendable {
  let mode: DNSSECOptions.Mode
  let trustAnchor: String?

  /// Runs `body` with the validator that the options describe; nil where the answers are zone text, which carries no
  /// chain of signatures.
  ///
  /// - Parameters:
  ///   - resolver: the resolver of the audit, whose servers are asked.
  ///   - body: asks its questions and gives a result.
  /// - Returns: what `body` gives.
  /// - Throws: what `body` throws, and an ``ErrorLine`` for a file that cannot be used.
  func withValidator<Result: Sendable>(
    beside resolver: any Resolver, _ body: @Sendable ((any DNSSECValidator)?) async throws -> Result
  ) async throws -> Result {
    let evidence = Console.current.evidence
    if let player = evidence.player { return try await body(player.hasValidator ? ReplayingValidator(player) : nil) }
    let anchors = try anchors()
    let asked = (resolver as? RecordingResolver)?.base ?? resolver
    guard let live = asked as? LiveResolver, mode != .off else { return try await body(nil) }
    if mode == .resolver { return try await body(evidence.validator(ResolverValidator(live))) }
    let signed: LiveResolver
    do throws(ServerAddressError) {
      signed = try live.forSignatures()
    } catch {
      throw ErrorLine("--resolver", error.description)
    }
    // The time of the world, not of the report: signatures are compared with it while they are looked at.
    let clock = Console.current.clock
    return try await signed.during {
      try await body(evidence.validator(ChainValidator(signed, anchors: anchors, clock: clock)))
    }
  }

  /// The trust anchors of the file, or those of the root.
  func anchors() throws(ErrorLine) -> TrustAnchors {
    guard let trustAnchor else { return .iana }
    do throws(ZoneText.Fault) {
      return try TrustAnchors.load(trustAnchor, files: Console.current.files)
    } catch {
      throw ErrorLine("--trust-anchor \(error.file):\(error.line)", error.message, .inputOutput)
    }
  }
}
