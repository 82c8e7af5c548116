import AuditModel
import DNS
import LDNSKit
import Survey

/// A project: what is audited, and how, as a file says it. Places in it are those of the file's own folder.
struct Project: Sendable {
  /// The file as it was named.
  let file: String
  /// The domains, each with all that is told of it.
  var domains: [ProjectDomain] = []
  /// The lowest level that makes the exit status 1.
  var failOn: SeverityArgument?
  /// The file of the runs of the past.
  var history: String?
  /// The files that reports are written to.
  var outputs: [OutputPlace] = []
  /// The resolvers to ask; none for those of the system.
  var resolvers: [String] = []
  /// Who validates.
  var dnssec: DNSSECOptions.Mode?
  /// The findings that are accepted.
  var acceptances: [Acceptance] = []
  /// Profiles of the user's own, by their names.
  var ownProfiles: [OwnProfile] = []
  /// Where news are mailed; nil for nowhere.
  var mail: ProjectMail?
  /// How patient the watch is.
  var watch = ProjectWatch()

  /// A profile of the user's own.
  struct OwnProfile: Sendable {
    let rules: ProfileRules
    /// Checks that weigh otherwise where the profile is used.
    let severities: [CheckID: Severity]
  }
}

/// A domain of a project, with all that is told of it.
struct ProjectDomain: Sendable {
  /// The name.
  var name: DomainName
  /// What is told.
  var facts = ProjectFacts()
}

/// What is told of a domain; a domain's own words stand in front of those for all.
struct ProjectFacts: Sendable {
  var selectors: [String] = []
  var addresses: [String] = []
  var helo: String?
  var mailFrom: String?
  var isParked = false
  var goal: Goal?
  var areas: AreaList?
  var profiles: [Profile] = []
  var ownProfiles: [String] = []
  var expected = ExpectedMail()
  var registered: String?
  var expires: String?
  var settings: [String] = []
  var application: ApplicationArgument?
  var message: String?
  var reports: [String] = []
  var probesSubmission = false
  var recipients: [String] = []
  var passwordVariable: String?
  var passwordFile: String?
  var probesMX = false
  var probesRecipients = false
  var isAuthoritative = false
  var asksBlockLists = false
  var blockLists: [String] = []
  var answers = AnswerSheet()
}

/// Where and how news are mailed.
struct ProjectMail: Sendable {
  var recipients: [String] = []
  var sender = ""
  /// The submission server.
  var server: SubmissionPlace?
  var helo: String?
  var user: String?
  var passwordVariable: String?
  var passwordFile: String?
  var caFile: String?
}

/// How patient the watch is.
struct ProjectWatch: Sendable {
  /// So many runs in a row a check has to be blind, or a server silent, before it is told.
  var runs = 3
  /// How near a date is told, in days.
  var days = 14
}
