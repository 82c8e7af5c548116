// swift-tools-version: 6.2
import PackageDescription

// Built by `script/fuzz`, which adds the sanitizers: without them there is no fuzzer to link.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "mailaudit", path: "../..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CLibFuzzer",
        .product(name: "DNS", package: "mailaudit"),
        .product(name: "MailAuthentication", package: "mailaudit"),
        .product(name: "Syntax", package: "mailaudit")
      ])
  ]
)
