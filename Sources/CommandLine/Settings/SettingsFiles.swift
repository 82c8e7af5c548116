import ApplicationSettings
import AuditModel
import ProcessKit

/// The files of settings that a command line names, or that stand in the folders that it names.
enum SettingsFiles {
  /// Reads all files of `paths`, and tells whose they are: those of the application that was `chosen`, or of the one that
  /// they show.
  static func read(
    _ paths: [String], chosen: ApplicationArgument?
  ) throws(ErrorLine) -> (files: [SettingsFile], application: Application) {
    let files = try read(paths, of: chosen?.application)
    guard let application = chosen?.application ?? files.lazy.compactMap({ Application.recognised($0) }).first else {
      throw ErrorLine(
        paths.first ?? "", "tells no application that is known; name it with --app (\(ApplicationArgument.names))")
    }
    return (files, application)
  }

  /// Reads all files of `paths`.
  static func read(_ paths: [String], of application: Application?) throws(ErrorLine) -> [SettingsFile] {
    var files: [SettingsFile] = []
    for path in paths {
      if path == "-" {
        files.append(standardInput())
        continue
      }
      do throws(FileError) {
        files.append(try one(path))
      } catch {
        guard error == .folder else { throw ErrorLine(path, error.description, .inputOutput) }
        files += try folder(path, of: application)
      }
    }
    return files
  }

  private static func standardInput() -> SettingsFile {
    var octets: [UInt8] = []
    for line in Console.current.lines() where octets.count <= SettingsLimits.fileOctets {
      octets += line.utf8
      octets.append(UInt8(ascii: "\n"))
    }
    return SettingsFile(name: "standard input", octets: octets)
  }

  private static func one(_ path: String) throws(FileError) -> SettingsFile {
    let file = try RegularFile(path: Console.current.place(path))
    let octets = try file.read(0..<min(file.size, SettingsLimits.fileOctets + 1))
    return SettingsFile(name: path, octets: octets)
  }

  private static func folder(_ path: String, of application: Application?) throws(ErrorLine) -> [SettingsFile] {
    for candidate in Application.all where application == nil || application == candidate {
      let files = candidate.files.compactMap { try? one("\(path)/\($0)") }
      let isChosen = application != nil || files.contains { Application.recognised($0) == candidate }
      if !files.isEmpty, isChosen { return files }
    }
    let names = (application.map { [$0] } ?? Application.all).compactMap(\.files.first).joined(separator: ", ")
    throw ErrorLine(path, "holds no file of settings that is known (\(names))", .inputOutput)
  }
}
