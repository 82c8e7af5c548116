/// The version of mailaudit (semantic versioning).
public let mailauditVersion = "0.1.0"
