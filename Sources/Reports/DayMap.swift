public import Domain
public import Geometry

/// The day on one page: region outlines, runs and the state of every stop, in a file that opens
/// without a network.
///
/// It names no resident: a stop is a place, a number and a count.
public struct DayMap: Sendable {
  public let title: String
  public let date: CalendarDate
  public let regions: [MapRegion]
  /// Whether the outlines are drawn by this project and not surveyed; the map then says so.
  public let isSketch: Bool
  public let runs: [MapRun]
  /// Whose map this is, as its licence asks.
  public let attribution: String
  public let language: Language

  public init(
    title: String, date: CalendarDate, regions: [MapRegion], isSketch: Bool, runs: [MapRun],
    attribution: String, language: Language
  ) {
    self.title = title
    self.date = date
    self.regions = regions
    self.isSketch = isSketch
    self.runs = runs
    self.attribution = attribution
    self.language = language
  }

  /// The page with `library` inside it.
  public func html(with library: LeafletLibrary) -> String {
    DayMapMarkup(map: self, library: library).page
  }
}

/// A kecamatan or desa with its outline.
public struct MapRegion: Sendable {
  public let code: RegionCode
  public let name: String
  /// Polygons of rings of corners, the outer ring first; a ring need not repeat its first corner.
  public let polygons: [[[Coordinate]]]

  public init(code: RegionCode, name: String, polygons: [[[Coordinate]]]) {
    self.code = code
    self.name = name
    self.polygons = polygons
  }
}

/// One run as the map draws it.
public struct MapRun: Sendable {
  public let id: RunID
  public let courier: CourierID
  /// Nothing when the run crosses kecamatan.
  public let kecamatan: RegionCode?
  public let base: Coordinate
  /// In visiting order.
  public let stops: [MapStop]

  public init(
    id: RunID, courier: CourierID, kecamatan: RegionCode?, base: Coordinate, stops: [MapStop]
  ) {
    self.id = id
    self.courier = courier
    self.kecamatan = kecamatan
    self.base = base
    self.stops = stops
  }
}

/// One door as the map draws it.
public struct MapStop: Sendable {
  /// How far the stop has come; of several cards the least settled counts.
  public enum Status: Int, CaseIterable, Sendable, Described {
    case planned, delivered, failed, returned

    public var phrase: Phrase {
      switch self {
      case .planned: Phrase(id: "direncanakan", en: "planned")
      case .delivered: Phrase(id: "diterima", en: "delivered")
      case .failed: Phrase(id: "gagal", en: "failed")
      case .returned: Phrase(id: "dikembalikan", en: "returned")
      }
    }
  }

  public let number: Int
  public let coordinate: Coordinate
  public let arrives: TimeOfDay
  public let cards: Int
  public let status: Status

  public init(
    number: Int, coordinate: Coordinate, arrives: TimeOfDay, cards: Int, status: Status
  ) {
    self.number = number
    self.coordinate = coordinate
    self.arrives = arrives
    self.cards = cards
    self.status = status
  }
}
