import AuditModel
import DNS
import EvidenceBundle
import HTTPS
import SMTPSubmission

/// What a run has to do with a bundle of evidence.
enum EvidenceRole: Sendable {
  /// Nothing.
  case none
  /// What it looks at is kept.
  case recording(EvidenceRecorder)
  /// It looks at a bundle, and at nothing else.
  case replaying(EvidencePlayer)

  /// What keeps; nil when nothing does.
  var recorder: EvidenceRecorder? { if case .recording(let recorder) = self { recorder } else { nil } }

  /// What answers in the place of the world; nil when the world does.
  var player: EvidencePlayer? { if case .replaying(let player) = self { player } else { nil } }

  /// A resolver whose answers are kept where anything is.
  func resolver(_ base: any Resolver) -> any Resolver { recorder.map { RecordingResolver(base, $0) } ?? base }

  /// A validator whose verdicts are kept where anything is.
  func validator(_ base: any DNSSECValidator) -> any DNSSECValidator {
    recorder.map { RecordingValidator(base, $0) } ?? base
  }

  /// What asks authoritative servers, or the bundle.
  func authorities(_ base: any AuthorityClient) -> any AuthorityClient {
    switch self {
    case .none: base
    case .recording(let recorder): RecordingAuthorities(base, recorder)
    case .replaying(let player): ReplayingAuthorities(player)
    }
  }

  /// What gets files over HTTPS, or from the bundle.
  func fetcher(_ base: any HTTPSFetcher) -> any HTTPSFetcher {
    switch self {
    case .none: base
    case .recording(let recorder): RecordingFetcher(base, recorder)
    case .replaying(let player): ReplayingFetcher(player)
    }
  }

  /// A report as it is written: how long it took is a part of it, and is kept.
  func settled(_ report: AuditReport) -> AuditReport {
    recorder?.keepDuration(of: report)
    return player?.settled(report) ?? report
  }
}
