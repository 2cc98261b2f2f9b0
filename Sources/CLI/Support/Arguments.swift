public import ArgumentParser
public import Custody
public import Domain
public import Geometry
public import Planning
public import Storage

// How the nouns of the domain are read from a command line. A text that is no such noun is a usage
// error (exit code 64), and ArgumentParser names the option and the value.

extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension RegionCode: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CardID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension CourierID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension PlanID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension RunID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension DeviceID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// `office`, `courier:SP-017`, `organisation:Satpol PP`, `village:18.71.01.1003`.
extension Holder: ExpressibleByArgument {
  public init?(argument: String) { self.init(code: argument) }
}

extension HandoverDocumentNumber: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A place as it is typed: latitude and longitude in degrees, divided by a comma.
extension Coordinate: ExpressibleByArgument {
  public init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      let place = try? Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    self = place
  }
}

extension Language: ExpressibleByArgument {}
extension TravelProfile: ExpressibleByArgument {}
extension Channel: ExpressibleByArgument {}
extension Effort: ExpressibleByArgument {}
extension CardCustody.Status: ExpressibleByArgument {}
extension Recipient: ExpressibleByArgument {}
extension FailureReason: ExpressibleByArgument {}
extension Correction.Decision: ExpressibleByArgument {}
extension ErasureBasis: ExpressibleByArgument {}
extension Proof.Kind: ExpressibleByArgument {}

/// A proof as it is typed: `signature`, `old-card`, or `photo=door.jpg` with the file it refers to.
struct ProofArgument: ExpressibleByArgument {
  let kind: Proof.Kind
  let file: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first, let kind = Proof.Kind(rawValue: name) else { return nil }
    guard !argument.hasSuffix("=") else { return nil }
    self.kind = kind
    file = parts.count > 1 ? parts[1] : nil
  }

  static var allValueStrings: [String] {
    Proof.Kind.allCases.map(\.rawValue) + ["photo=FILE", "signature=FILE"]
  }
}

/// The name of a person who answers for something: on paper and in the ledger for good.
///
/// Not blank, at most 100 characters, and no number long enough to be somebody's NIK.
struct SignedName: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    let words = argument.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let digits = words.filter(\.isNumber)
    guard words.contains(where: \.isLetter), words.count <= 100, digits.count < 14 else {
      return nil
    }
    text = words
  }
}

/// A place as it is typed: `-5.4292,105.2610` (latitude, longitude).
struct CoordinateArgument: ExpressibleByArgument {
  let coordinate: Coordinate

  init?(argument: String) {
    let parts = argument.split(separator: ",")
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      let coordinate = try? Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    self.coordinate = coordinate
  }
}
