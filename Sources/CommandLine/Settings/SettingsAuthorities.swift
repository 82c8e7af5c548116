import ApplicationSettings
import OpenSSLKit
import ProcessKit

extension SubmissionSettings {
  /// What is seen of the file of authorities that the settings name; nil when it is good, or none is named.
  ///
  /// The settings may be those of another machine: then the file is not here, which is no fault.
  var authoritiesRemark: SettingRemark? {
    guard let path = authorities.value, path.hasPrefix("/"), let place = authorities.place else { return nil }
    do throws(FileError) {
      // A device would never end.
      let file = try RegularFile(path: path)
      if file.size <= SettingsLimits.fileOctets, (try? TrustStore(file: path)) != nil { return nil }
      return SettingRemark(
        at: place, "\(authorities.name): \(path) holds no certificates in PEM form, and nothing will be trusted by it")
    } catch {
      return SettingRemark(
        at: place, "\(authorities.name): \(path) cannot be read on this machine: \(error.description)")
    }
  }
}
