public import DNS
public import SMTPSubmission

/// What the hosts that receive mail showed to somebody who connected.
public struct MailServerSurvey: Sendable {
  /// The observations, by host in the order of senders, then by address.
  public let observations: [MailServerObservation]
  /// The questions beyond what they offer that were to be put to them.
  public let trials: MailServerTrials
  /// What came of those, a host each: at the first of its addresses that greeted.
  public let trialed: [MailServerTrial]
  /// Addresses that were not looked at, because there are too many.
  public let unvisited: Int
  /// Whether there were trusted roots to judge certificates by.
  public let hasRoots: Bool
  /// Seconds since 1970, UTC: when the certificates were looked at.
  public let time: Int

  /// The observations of one host.
  public func observations(of host: DomainName) -> [MailServerObservation] { observations.filter { $0.host == host } }
}

/// The limits of talking to mail servers.
enum MailServerLimits {
  /// Addresses that are looked at: big receivers publish five exchanges of a few addresses each.
  static let addresses = 24
  /// Addresses that are looked at at the same time.
  static let parallel = 8
  /// When the last conversation with one address ends. The time for questions of DNS is another: many servers let
  /// strangers wait for their greeting for longer than that.
  static let time = Duration.seconds(60)
  /// When the last question to one host beyond what it offers ends: a test of message endings waits for filters.
  static let trialTime = Duration.seconds(120)
  /// The name to greet with, when the owner told none: it can belong to nobody (RFC 6761 §6.4).
  static let clientName = "mailaudit.invalid"
}

extension MailServerSurvey {
  /// Visits every address of every host; nil when nobody asked for that.
  static func gather(
    _ mx: MXSurvey, for domain: DomainName, options: SurveyOptions, with access: (any MailServerAccess)?
  ) async -> MailServerSurvey? {
    guard let access, let time = options.time else { return nil }
    let clientName = options.heloName?.description ?? MailServerLimits.clientName
    let all = mx.hosts.flatMap { host in
      host.addresses.map { address in
        var probe = MailServerProbe(host: host.name, address: address, clientName: clientName)
        probe.aliasEnd = TLSAName.bases(of: host).first
        return probe
      }
    }
    let probes = Array(all.prefix(MailServerLimits.addresses))
    let observations = await observations(by: probes, with: access, at: time)
    var trials = options.trials
    if !(trials.testRecipient.map { $0.isAddress(at: domain) } ?? false) { trials.testRecipient = nil }
    return MailServerSurvey(
      observations: observations, trials: trials,
      trialed: trials.isAny
        ? await trialed(observations, TrialRun(domain: domain, options, trials, clientName, access)) : [],
      unvisited: all.count - probes.count, hasRoots: access.hasRoots, time: time)
  }

  static func observations(
    by probes: [MailServerProbe], with access: any MailServerAccess, at time: Int
  ) async -> [MailServerObservation] {
    await probes.mapInParallel(atMost: MailServerLimits.parallel) { probe in
      await probe.run(with: access, at: time, until: .now + MailServerLimits.time)
    }
  }
}
