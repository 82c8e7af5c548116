extension MessageStage {
  /// A stage with ARC sets on a message that `example.org` signed.
  ///
  /// - Parameters:
  ///   - results: what the ARC-Authentication-Results of each set says, the oldest first.
  ///   - validation: `cv=` of the last set; nil for what its number demands.
  ///   - body: what the body becomes afterwards; nil when it stays.
  /// - Returns: the stage.
  static func sealed(_ results: String..., lastValidation validation: String? = nil, thenBody body: String? = nil)
    -> Self
  {
    var stage = MessageStage.signed(by: "example.org", thenBody: body)
    stage.arcSets = results
    stage.lastValidation = validation
    return stage
  }
}
