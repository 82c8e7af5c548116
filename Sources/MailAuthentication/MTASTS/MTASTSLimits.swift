/// The limits of MTA-STS.
public enum MTASTSLimits {
  /// RFC 8461 §3.1: the id has at most 32 characters.
  static let idOctets = 32
  /// RFC 8461 §3.2: about a year, the highest max_age in seconds.
  public static let maximumAge = 31_557_600
  /// RFC 8461 §3.2: max_age has at most ten digits.
  static let ageDigits = 10
  /// RFC 8461 §3.3: senders may stop reading a policy at 64 KiB.
  public static let policyOctets = 65_536
  /// RFC 8461 §3.3: senders may stop waiting for a policy after one minute.
  public static let fetchTime: Duration = .seconds(60)
  /// More faults in one policy say nothing new.
  static let faults = 50
}
