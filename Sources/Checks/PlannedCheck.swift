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
      "DMARC-SUBDOMAIN-DELEGATION", .dmarc, "Subdomains run by others cannot send in the name of the parent",
      waitsFor: "the list of delegated names, which DNS does not give and no option takes"),
    PlannedCheck(
      "BULK-UNSUB-TIME", .bulkSender, "Wishes to unsubscribe are met within two days",
      waitsFor: "a later message to a recipient who unsubscribed: messages of several days have to be compared"),
    PlannedCheck(
      "BULK-STREAMS", .bulkSender, "Advertising and transactional mail leave apart from each other",
      waitsFor: "the list of what a domain sends; one message shows one stream"),
    PlannedCheck(
      "BULK-RAMP", .bulkSender, "Volume grows slowly, and slows down when a receiver asks for it",
      waitsFor: "numbers of messages by day and receiver, which no option takes")
  ]
}
