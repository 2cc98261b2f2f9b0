// swift-tools-version: 6.2
import PackageDescription

/// Measurements, kept out of the package so that an ordinary build does not make them.
let package = Package(
  name: "benchmarks",
  dependencies: [
    .package(name: "hantar", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "BenchmarkSupport", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "optimiser-benchmark",
      dependencies: ["BenchmarkSupport", .product(name: "Optimiser", package: "hantar")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "custody-benchmark",
      dependencies: [
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Custody", package: "hantar"), .product(name: "Domain", package: "hantar"),
        .product(name: "ExchangeSimulation", package: "hantar"),
        .product(name: "Storage", package: "hantar"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "exchange-soak",
      dependencies: [.product(name: "ExchangeSimulation", package: "hantar")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "format-fuzz",
      dependencies: [
        .product(name: "OpenStreetMap", package: "hantar"),
        .product(name: "Optimiser", package: "hantar"), .product(name: "Vroom", package: "hantar"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "roads-benchmark",
      dependencies: [
        "BenchmarkSupport", .product(name: "Geometry", package: "hantar"),
        .product(name: "OpenStreetMap", package: "hantar"),
        .product(name: "RoadNetwork", package: "hantar"),
        .product(name: "ShortestPaths", package: "hantar"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "simulation-benchmark",
      dependencies: [
        "BenchmarkSupport", .product(name: "Domain", package: "hantar"),
        .product(name: "Intake", package: "hantar"),
        .product(name: "Scenarios", package: "hantar"),
        .product(name: "Simulation", package: "hantar"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "region-benchmark",
      dependencies: [.product(name: "Geometry", package: "hantar")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ],
  swiftLanguageModes: [.v6]
)
