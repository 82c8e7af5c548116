public import AuditModel

/// A check whose id is kept, and that is not made yet: what it is to judge, and what it waits for.
public struct PlannedCheck: Sendable {
  /// Its id.
  public let id: CheckID
  /// Where it will belong.
  public let area: Area
  /// The good condition.
  public let title: String
  /// Why it is not there yet.
  public let reason: String

  init(_ id: CheckID, _ area: Area, _ title: String, waitsFor reason: String) {
    self.id = id
    self.area = area
    self.title = title
    self.reason = reason
  }
}

extension Catalogue {
  /// Ids that are kept for checks to come. A test holds that each reserved id is either a check or stands here.
  public static let planned: [PlannedCheck] = [
    PlannedCheck(
      "DKIM-STALE-SELECTORS", .dkim, "Keys that nothing signs with any more are revoked",
      waitsFor: "runs that are kept: one look cannot tell when a selector was last used"),
    PlannedCheck(
      "DMARC-SUBDOMAIN-DELEGATION", .dmarc, "Subdomains run by others cannot send in the name of the parent",
      waitsFor: "the list of delegated names, which DNS does not give and no option takes"),
    PlannedCheck(
      "STS-ID-CHANGED", .mtaSTS, "The id changes whenever the policy does",
      waitsFor: "runs that are kept: it compares the policy and the id of two looks"),
    PlannedCheck(
      "TLS-CLIENT-EKU", .tls, "Nothing relies on client authentication with public certificates",
      waitsFor: "knowing who authenticates clients by certificate: a mail server does not tell in a session"),
    PlannedCheck(
      "BULK-UNSUB-TIME", .bulkSender, "Wishes to unsubscribe are met within two days",
      waitsFor: "a later message to a recipient who unsubscribed: messages of several days have to be compared"),
    PlannedCheck(
      "BULK-STREAMS", .bulkSender, "Advertising and transactional mail leave apart from each other",
      waitsFor: "the list of what a domain sends; one message shows one stream"),
    PlannedCheck(
      "BULK-RAMP", .bulkSender, "Volume grows slowly, and slows down when a receiver asks for it",
      waitsFor: "numbers of messages by day and receiver, which no option takes"),
    PlannedCheck(
      "PRE-ALL-STREAMS", .preLaunch, "Every source of mail is listed and tested",
      waitsFor: "the list of sources in a project file"),
    PlannedCheck(
      "PRE-SEED-RESULTS", .preLaunch, "Test messages reach the inbox at the main receivers",
      waitsFor: "mailboxes of the owner at the receivers, and their contents"),
    PlannedCheck(
      "PRE-RUA-WORKING", .preLaunch, "DMARC reports arrive and are read",
      waitsFor: "the owner's answer who reads them, in a project file"),
    PlannedCheck(
      "PRE-POLICY-STEP", .preLaunch, "The next step of the DMARC policy is safe",
      waitsFor: "joining 'mailaudit reports', which tells it for a folder of reports, with the checklist"),
    PlannedCheck(
      "PRE-ROLLBACK", .preLaunch, "Every change can be undone quickly",
      waitsFor: "the records before the change, kept from an earlier run"),
    PlannedCheck(
      "PRE-NEW-IP", .preLaunch, "A new address is clean, and is warmed up",
      waitsFor: "the day since when an address sends; names and block lists of the address are judged already"),
    PlannedCheck(
      "PRE-CONSENT", .preLaunch, "Recipients asked for the mail",
      waitsFor: "the owner's answers: nothing that can be looked at tells"),
    PlannedCheck(
      "PRE-MONITORING", .preLaunch, "Somebody watches certificates, keys and listings",
      waitsFor: "the owner's answers: nothing that can be looked at tells")
  ]
}
