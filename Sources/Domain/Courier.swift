public import Geometry

/// Someone who carries cards to doors.
public struct Courier: Hashable, Sendable {
  public let id: CourierID
  public let name: String
  public let organisation: String
  /// Where a run starts and ends.
  public let base: Coordinate
  /// Kecamatan the courier may serve, in order of preference; empty means all.
  public let kecamatan: [RegionCode]
  public let shift: Shift
  public let vehicle: Vehicle
  /// Average speed on open road, in kilometres an hour.
  public let speedKilometresPerHour: Int
  public let capacityCards: Int
  public let maximumStops: Int
  public let skills: Set<Skill>

  public init(
    id: CourierID, name: String, organisation: String, base: Coordinate, kecamatan: [RegionCode],
    shift: Shift, vehicle: Vehicle, speedKilometresPerHour: Int, capacityCards: Int,
    maximumStops: Int, skills: Set<Skill> = []
  ) {
    self.id = id
    self.name = name
    self.organisation = organisation
    self.base = base
    self.kecamatan = kecamatan
    self.shift = shift
    self.vehicle = vehicle
    self.speedKilometresPerHour = speedKilometresPerHour
    self.capacityCards = capacityCards
    self.maximumStops = maximumStops
    self.skills = skills
  }

  public func serves(_ kecamatan: RegionCode) -> Bool {
    self.kecamatan.isEmpty || self.kecamatan.contains(kecamatan)
  }
}

/// A courier's badge number: letters, digits and dashes, upper case.
public struct CourierID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let description: String

  /// Reads a badge number of 1 to 24 letters, digits and dashes.
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and every event names a courier several times.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    guard (1...24).contains(bytes.count) else { return nil }
    var upper = bytes
    for (place, byte) in bytes.enumerated() where byte != UInt8(ascii: "-") && !isASCIIDigit(byte) {
      let letter = byte & 0xDF
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
      upper[place] = letter
    }
    description = String(decoding: upper, as: UTF8.self)
  }

  public static func < (left: CourierID, right: CourierID) -> Bool {
    left.description < right.description
  }
}

public enum Vehicle: String, CaseIterable, Sendable, Described {
  case motorcycle, car, van, foot, boat

  public var phrase: Phrase {
    switch self {
    case .motorcycle: Phrase(id: "sepeda motor", en: "motorcycle")
    case .car: Phrase(id: "mobil", en: "car")
    case .van: Phrase(id: "mobil boks", en: "van")
    case .foot: Phrase(id: "jalan kaki", en: "on foot")
    case .boat: Phrase(id: "perahu", en: "boat")
    }
  }
}

/// What a stop may ask of a courier.
public enum Skill: String, CaseIterable, Comparable, Sendable, Described {
  case boat

  public var phrase: Phrase {
    switch self {
    case .boat: Phrase(id: "perahu", en: "boat")
    }
  }

  public static func < (left: Skill, right: Skill) -> Bool { left.rawValue < right.rawValue }
}

/// The hours a courier works, with at most one break.
///
/// Invariant: it starts before it ends; the break fits inside.
public struct Shift: Hashable, Sendable {
  public struct Break: Hashable, Sendable {
    /// The earliest and the latest moment at which the break may start.
    public let earliest: TimeOfDay
    public let latest: TimeOfDay
    public let minutes: Int

    public init(earliest: TimeOfDay, latest: TimeOfDay, minutes: Int) {
      self.earliest = earliest
      self.latest = latest
      self.minutes = minutes
    }
  }

  public let start: TimeOfDay
  public let end: TimeOfDay
  public let rest: Break?

  /// - Throws: ``ShiftError`` if the hours are out of order or the break does not fit.
  public init(start: TimeOfDay, end: TimeOfDay, rest: Break? = nil) throws(ShiftError) {
    guard start < end else { throw .endsBeforeStart(start, end) }
    if let rest {
      guard rest.minutes > 0, rest.earliest <= rest.latest, rest.earliest >= start,
        rest.latest.seconds + Int32(clamping: rest.minutes * 60) <= end.seconds
      else { throw .breakDoesNotFit(start, end) }
    }
    self.start = start
    self.end = end
    self.rest = rest
  }
}

/// Why hours are not a shift.
public enum ShiftError: Error, Hashable, Described {
  case endsBeforeStart(TimeOfDay, TimeOfDay)
  case breakDoesNotFit(TimeOfDay, TimeOfDay)

  public var phrase: Phrase {
    switch self {
    case .endsBeforeStart(let start, let end):
      Phrase(
        id: "giliran \(start) sampai \(end) berakhir sebelum mulai; perbaiki jamnya",
        en: "the shift \(start) to \(end) ends before it starts; correct the times")
    case .breakDoesNotFit(let start, let end):
      Phrase(
        id: "istirahat tidak muat dalam giliran \(start) sampai \(end); perbaiki jamnya",
        en: "the break does not fit into the shift \(start) to \(end); correct the times")
    }
  }
}
