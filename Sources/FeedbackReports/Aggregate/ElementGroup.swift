/// An element with elements in it, and what each schema says of them. A class, since every tag asks for one.
final class ElementGroup: Sendable {
  /// The groups, in the order of ``all``.
  enum Name: Int, Sendable {
    case feedback, metadata, dateRange, policy, record, row, evaluated, reason, identifiers, results, dkim, spf
  }

  /// One element in the group.
  struct Child: Sendable {
    let element: AggregateElement
    /// The group that it is; nil for one with text.
    var group: Name?
    /// What is said when it is missing, in RFC 7489 and RFC 9990; nil where it may be.
    var missing: (SchemaDeviation.Kind?, SchemaDeviation.Kind?) = (nil, nil)
    var repeats = false
    /// Where it exists; nil in both.
    var only: AggregateSchema?
  }

  let path: String
  let children: [Child]
  /// Whether the order of the elements counts (`xs:sequence`), in RFC 7489 and RFC 9990; else any will do (`xs:all`).
  let isOrdered: (Bool, Bool)
  /// The place of each element in the group; -1 for one that is not of it.
  let places: [Int8]

  init(_ path: String, ordered: (Bool, Bool), _ children: [Child]) {
    self.path = path
    self.children = children
    isOrdered = ordered
    places = AggregateElement.all.map { element in
      Int8(children.firstIndex { $0.element == element } ?? -1)
    }
  }

  func path(of element: AggregateElement) -> String { path.isEmpty ? element.rawValue : "\(path)/\(element.rawValue)" }

  /// Those that must not be missing, a bit each.
  func required(_ schema: AggregateSchema) -> UInt32 {
    var bits: UInt32 = 0
    for (place, child) in children.enumerated() where child.missing(schema) != nil { bits |= 1 << place }
    return bits
  }
}

extension ElementGroup.Child {
  func missing(_ schema: AggregateSchema) -> SchemaDeviation.Kind? { schema == .rfc7489 ? missing.0 : missing.1 }

  static func text(
    _ element: AggregateElement, _ legacy: SchemaDeviation.Kind?, _ current: SchemaDeviation.Kind?,
    repeats: Bool = false, only: AggregateSchema? = nil
  ) -> Self {
    Self(element: element, missing: (legacy, current), repeats: repeats, only: only)
  }

  static func group(
    _ element: AggregateElement, _ name: ElementGroup.Name, needed: SchemaDeviation.Kind? = .missing,
    repeats: Bool = false
  ) -> Self {
    Self(element: element, group: name, missing: (needed, needed), repeats: repeats)
  }
}

extension ElementGroup {
  /// The groups by their names. What reports of RFC 7489 leave out by habit is none of the numbers: version, fo, pct, sp,
  /// the scope of SPF, and the envelope sender.
  static let all: [ElementGroup] = [
    ElementGroup(
      "", ordered: (true, true),
      [
        .text(.version, .missingByHabit, nil), .group(.reportMetadata, .metadata),
        .group(.policyPublished, .policy), .text(.extension, nil, nil, only: .rfc9990),
        .group(.record, .record, repeats: true)
      ]),
    ElementGroup(
      "report_metadata", ordered: (true, false),
      [
        .text(.orgName, .missing, .missing), .text(.email, .missingByHabit, .missingByHabit),
        .text(.extraContactInfo, nil, nil), .text(.reportID, .missing, .missing), .group(.dateRange, .dateRange),
        .text(.error, nil, nil, repeats: true), .text(.generator, nil, nil, only: .rfc9990)
      ]),
    ElementGroup(
      "report_metadata/date_range", ordered: (false, false),
      [.text(.begin, .missing, .missing), .text(.end, .missing, .missing)]),
    policy, record, row, evaluated, reason, identifiers, results, dkim, spf
  ]

  private static let policy = ElementGroup(
    "policy_published", ordered: (false, false),
    [
      .text(.domain, .missing, .missing), .text(.discoveryMethod, nil, nil, only: .rfc9990),
      .text(.p, .missing, .missing), .text(.sp, .missingByHabit, nil), .text(.np, nil, nil, only: .rfc9990),
      .text(.adkim, nil, nil), .text(.aspf, nil, nil), .text(.pct, .missingByHabit, nil, only: .rfc7489),
      .text(.fo, .missingByHabit, nil), .text(.testing, nil, nil, only: .rfc9990)
    ])

  private static let record = ElementGroup(
    "record", ordered: (true, true),
    [.group(.row, .row), .group(.identifiers, .identifiers), .group(.authResults, .results, needed: .missingByHabit)])

  private static let row = ElementGroup(
    "record/row", ordered: (false, false),
    [
      .text(.sourceIP, .missing, .missing), .text(.count, .missing, .missing),
      .group(.policyEvaluated, .evaluated)
    ])

  private static let evaluated = ElementGroup(
    "record/row/policy_evaluated", ordered: (true, true),
    [
      .text(.disposition, .missing, .missing), .text(.dkim, .missing, .missing), .text(.spf, .missing, .missing),
      .group(.reason, .reason, needed: nil, repeats: true)
    ])

  private static let reason = ElementGroup(
    "record/row/policy_evaluated/reason", ordered: (false, false),
    [.text(.type, .missingByHabit, .missingByHabit), .text(.comment, nil, nil)])

  private static let identifiers = ElementGroup(
    "record/identifiers", ordered: (false, false),
    [
      .text(.envelopeTo, nil, nil), .text(.envelopeFrom, .missingByHabit, nil), .text(.headerFrom, .missing, .missing)
    ])

  private static let results = ElementGroup(
    "record/auth_results", ordered: (true, true),
    [
      .group(.dkim, .dkim, needed: nil, repeats: true),
      Child(element: .spf, group: .spf, missing: (.missingByHabit, nil), repeats: true)
    ])

  private static let dkim = ElementGroup(
    "record/auth_results/dkim", ordered: (false, false),
    [
      .text(.domain, .missingByHabit, .missingByHabit), .text(.selector, nil, .missingByHabit),
      .text(.result, .missingByHabit, .missingByHabit), .text(.humanResult, nil, nil)
    ])

  private static let spf = ElementGroup(
    "record/auth_results/spf", ordered: (false, false),
    [
      .text(.domain, .missingByHabit, .missingByHabit), .text(.scope, .missingByHabit, nil),
      .text(.result, .missingByHabit, .missingByHabit), .text(.humanResult, nil, nil, only: .rfc9990)
    ])
}
