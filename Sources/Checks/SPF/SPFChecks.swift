extension Catalogue {
  static let spfChecks: [DomainCheck] = [
    .spfPresent,
    .spfMultiple,
    .spfSyntax,
    .spfLookupLimit,
    .spfLookupNear,
    .spfVoidLimit,
    .spfMXPTRLimit,
    .spfPTRUsed,
    .spfAllPass,
    .spfAllMissing,
    .spfHardfailSending,
    .spfTermAfterAll,
    .spfIncludeTarget,
    .spfIncludeLoop,
    .spfRecordSize,
    .spfObsoleteTypes,
    .spfWideRange,
    .spfIPAuthorised,
    .spfHelo,
    .spfNonsending,
    .spfMacroRisk,
    .spfTemperror,
    .spfWrongName,
    .spfRedundant
  ]
}
