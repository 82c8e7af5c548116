/// The limits of reading one structured field.
public enum FieldLimits {
  /// More faults of one field say nothing new.
  public static let faults = 50
  /// Parameters of one MIME field that are kept. Real ones have a handful; pieces of RFC 2231 count one each.
  public static let parameters = 500
  /// The characters of an encoded word (RFC 2047 §2).
  public static let encodedWord = 75
  /// The results of one Authentication-Results field that are kept.
  public static let results = 500
}
