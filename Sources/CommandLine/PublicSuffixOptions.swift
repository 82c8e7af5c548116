import ArgumentParser
import AuditModel
import LDNSKit
import MailAuthentication
import Survey
import Syntax

/// Which Public Suffix List the answers of RFC 7489 use.
struct PublicSuffixOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A Public Suffix List (public_suffix_list.dat) to use instead of the shipped one of \
      \(PublicSuffixList.shipped.date ?? "an unknown day").
      """, valueName: "file"))
  var publicSuffixList: String?

  /// The shipped data that an option names a file instead of.
  var replaced: Set<ShippedData.Kind> { publicSuffixList == nil ? [] : [.publicSuffixList] }

  /// Puts the list into the options of a survey; throws when its file cannot be read.
  func apply(to options: inout SurveyOptions) throws(ErrorLine) {
    guard let file = publicSuffixList else { return }
    let octets: [UInt8]
    do {
      octets = try Console.current.keptFiles.octets(of: file, within: nil)
    } catch {
      throw ErrorLine(file, error.description, .inputOutput)
    }
    guard let list = PublicSuffixList.parse(octets).value else {
      throw ErrorLine(file, "has no rule of a Public Suffix List", .inputOutput)
    }
    options.publicSuffixList = list
  }
}
