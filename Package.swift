// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]
/// Where C or unchecked memory is touched: every escape from safety is spelled `unsafe`.
let hot: [SwiftSetting] = strict + [.strictMemorySafety()]

/// What computes for long: optimised in debug builds too, with every assertion, since the tests would
/// otherwise take half as long again.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))
]

/// Foundation-free targets that round numbers need the C mathematics library by name.
let mathematics: [LinkerSetting] = [.linkedLibrary("m")]

let package = Package(
  name: "hantar",
  products: [
    .executable(name: "hantar", targets: ["CLI"]),
    .library(name: "Custody", targets: ["Custody"]),
    .library(name: "Domain", targets: ["Domain"]),
    .library(name: "ExchangeSimulation", targets: ["ExchangeSimulation"]),
    .library(name: "Geometry", targets: ["Geometry"]),
    .library(name: "Intake", targets: ["Intake"]),
    .library(name: "OpenStreetMap", targets: ["OpenStreetMap"]),
    .library(name: "Optimiser", targets: ["Optimiser"]),
    .library(name: "RoadNetwork", targets: ["RoadNetwork"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "ShortestPaths", targets: ["ShortestPaths"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Storage", targets: ["Storage"]),
    .library(name: "Vroom", targets: ["Vroom"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // 0
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBZip2", providers: [.apt(["libbz2-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "Optimiser", swiftSettings: hot + optimised, linkerSettings: mathematics),
    .target(name: "ShortestPaths", swiftSettings: hot + optimised),
    // 1
    .target(
      name: "OpenStreetMap", dependencies: ["CBZip2", "CExpat", "CZlib"],
      swiftSettings: hot + optimised),
    .target(
      name: "Vroom", dependencies: ["Optimiser"], swiftSettings: strict,
      linkerSettings: mathematics),
    .target(
      name: "Geometry", dependencies: ["CGEOS"], swiftSettings: hot + optimised,
      linkerSettings: mathematics),
    // 2
    .target(
      name: "RoadNetwork", dependencies: ["Geometry", "OpenStreetMap", "ShortestPaths"],
      swiftSettings: hot + optimised, linkerSettings: mathematics),
    .target(name: "Domain", dependencies: ["Geometry"], swiftSettings: strict),
    .target(
      name: "Custody",
      dependencies: [
        "CZlib", "Domain", "Geometry", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    // 3: these never import each other
    .target(
      name: "Intake", dependencies: ["Custody", "Domain", "Geometry", "OpenStreetMap"],
      swiftSettings: strict + optimised),
    .target(
      name: "Planning",
      dependencies: ["Domain", "Geometry", "Optimiser", "RoadNetwork", "ShortestPaths"],
      swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "Custody", "Domain", "Geometry", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["CQREncode", "Custody", "Domain", "Geometry", "RoadNetwork"],
      swiftSettings: strict),
    // 4
    .target(
      name: "Simulation",
      dependencies: ["Domain", "Geometry", "Planning"], swiftSettings: strict + optimised,
      linkerSettings: mathematics),
    // 5: above the simulation; these never import each other
    .target(
      name: "Scenarios",
      dependencies: ["Domain", "Geometry", "Simulation", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict, linkerSettings: mathematics),
    // 5: these never import each other
    .target(
      name: "WhatIfReports", dependencies: ["Domain", "Geometry", "Reports", "Simulation"],
      swiftSettings: strict, linkerSettings: mathematics),
    // 6: the front door
    .executableTarget(
      name: "CLI",
      dependencies: [
        "Custody", "Domain", "Geometry", "Intake", "OpenStreetMap", "Optimiser", "Planning",
        "Reports", "RoadNetwork", "Scenarios", "Simulation", "Storage", "Vroom", "WhatIfReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "CFaultyDisk", path: "Tests/FaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "ExchangeSimulation",
      dependencies: [
        "CFaultyDisk", "Custody", "Domain", "Geometry", "Storage", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/ExchangeSimulation", swiftSettings: strict),
    .executableTarget(
      name: "exchange-worker", dependencies: ["Custody", "Domain", "Storage"],
      path: "Tests/ExchangeWorker", swiftSettings: strict),
    .testTarget(
      name: "OptimiserTests", dependencies: ["Optimiser", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "VroomTests", dependencies: ["Optimiser", "TestSupport", "Vroom"],
      swiftSettings: strict),
    .testTarget(
      name: "GeometryTests", dependencies: ["Geometry", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ShortestPathsTests", dependencies: ["ShortestPaths", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OpenStreetMapTests", dependencies: ["OpenStreetMap", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RoadNetworkTests",
      dependencies: ["Geometry", "OpenStreetMap", "RoadNetwork", "ShortestPaths", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "DomainTests", dependencies: ["Domain", "Geometry"], swiftSettings: strict),
    .testTarget(
      name: "CustodyTests", dependencies: ["Custody", "Domain", "Geometry", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Custody", "Domain", "Geometry", "Intake", "OpenStreetMap", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Domain", "Geometry", "OpenStreetMap", "Optimiser", "Planning", "RoadNetwork",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Domain", "Geometry", "Planning", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Domain", "Geometry", "Scenarios", "Simulation", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Custody", "Domain", "Geometry", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Custody", "Domain", "ExchangeSimulation", "Storage", "TestSupport", "exchange-worker",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Custody", "Domain", "Geometry", "Reports", "RoadNetwork", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WhatIfReportsTests",
      dependencies: ["Domain", "Geometry", "Reports", "Simulation", "WhatIfReports"],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["CLI", "Custody", "Domain", "Geometry"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
