import CLibFuzzer
import Foundation

/// The main function, under the name that SwiftPM links executables with: hands over to libFuzzer, which reads the
/// arguments. `FUZZ_TARGET` names the parser; with `FUZZ_SEEDS` the process writes seeds into that folder and ends.
@_cdecl("Fuzz_main")
public func fuzzMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  if environment["FUZZ_LIST"] != nil {
    for target in FuzzTarget.all { print(target.name) }
    return 0
  }
  if let folder = environment["FUZZ_SEEDS"] { return chosen.writeSeeds(to: folder) }
  var (count, arguments) = (count, arguments)
  return LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    chosen.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}

/// What libFuzzer's own main would call. It is never called, but libFuzzer does not link without it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt { 0 }

/// The target that `FUZZ_TARGET` names.
private let chosen: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    FileHandle.standardError.write(Data("no fuzz target \"\(name)\"; script/fuzz --list prints them\n".utf8))
    exit(64)
  }
  return target
}()
