public import Domain

/// Why a file is not a set of outlines.
public enum BoundaryError: Error, Hashable, Described {
  case notJSON
  case notFeatureCollection
  case noFeatures
  /// The file measures in something other than WGS 84 degrees.
  case foreignReferenceSystem(String)
  /// `number` counts features from 1; `name` is the code or name it bears, where it has one.
  case feature(number: Int, name: String?, FeatureDefect)

  public var phrase: Phrase {
    switch self {
    case .notJSON:
      Phrase(
        id: "berkas ini bukan JSON yang sah; ekspor ulang sebagai GeoJSON",
        en: "the file is not valid JSON; export it again as GeoJSON")
    case .notFeatureCollection:
      Phrase(
        id: "berkas ini bukan FeatureCollection GeoJSON; ekspor ulang sebagai GeoJSON (RFC 7946)",
        en: "the file is no GeoJSON FeatureCollection; export it again as GeoJSON (RFC 7946)")
    case .noFeatures:
      Phrase(
        id: "berkas ini tidak memuat satu wilayah pun", en: "the file does not hold a single region"
      )
    case .foreignReferenceSystem(let name):
      Phrase(
        id: "berkas ini memakai sistem koordinat \(name); ekspor ulang dalam WGS 84 (EPSG:4326)",
        en: "the file uses the reference system \(name); export it again in WGS 84 (EPSG:4326)")
    case .feature(let number, let name, let defect):
      Phrase(
        id: "wilayah ke-\(number)\(name.map { " (\($0))" } ?? ""): \(defect.phrase.indonesian)",
        en: "feature \(number)\(name.map { " (\($0))" } ?? ""): \(defect.phrase.english)")
    }
  }
}

/// What is wrong with one feature of a boundary file.
public enum FeatureDefect: Error, Hashable, Described {
  case noCode
  case badCode(String)
  case levelDiffers(String)
  case duplicate(first: Int)
  case noGeometry
  case geometryType(String)
  case malformedCoordinates
  case notOnTheGlobe
  case outsideIndonesia
  case coordinatesSwapped
  case ringTooShort(ring: Int, count: Int)
  case ringNotClosed(ring: Int)

  public var phrase: Phrase {
    switch self {
    case .noCode:
      Phrase(
        id: "properti \"kode\" tidak ada; isi dengan kode Kemendagri",
        en: "has no property \"kode\" or \"code\"; give it the ministry's region code")
    case .badCode(let text):
      Phrase(
        id: "properti \"kode\" berisi \"\(text)\", bukan kode wilayah seperti 18.71.01.1003",
        en: "its code \"\(text)\" is no region code such as 18.71.01.1003")
    case .levelDiffers(let level):
      Phrase(
        id: "properti \"level\" berisi \"\(level)\", tetapi kodenya dari tingkat lain",
        en: "its property \"level\" says \"\(level)\", but its code is of another level")
    case .duplicate(let first):
      Phrase(
        id: "kodenya sama dengan wilayah ke-\(first); gabungkan menjadi satu MultiPolygon",
        en: "has the code of feature \(first); join the two into one MultiPolygon")
    case .noGeometry: Phrase(id: "tidak punya geometri", en: "has no geometry")
    case .geometryType(let type):
      Phrase(
        id: "geometrinya \(type); yang diterima hanya Polygon dan MultiPolygon",
        en: "its geometry is a \(type); only Polygon and MultiPolygon are outlines")
    case .malformedCoordinates:
      Phrase(
        id: "\"coordinates\" tidak berisi cincin pasangan bilangan [bujur, lintang]",
        en: "its \"coordinates\" are not rings of number pairs [longitude, latitude]")
    case .notOnTheGlobe:
      Phrase(
        id: "koordinatnya di luar bumi; apakah satuannya meter, bukan derajat?",
        en: "a coordinate is not on the globe; are these metres instead of degrees?")
    case .outsideIndonesia:
      Phrase(id: "koordinatnya di luar Indonesia", en: "a coordinate lies outside Indonesia")
    case .coordinatesSwapped:
      Phrase(
        id: "lintang dan bujur tertukar; GeoJSON menulis bujur dahulu",
        en: "latitude and longitude are swapped; GeoJSON writes the longitude first")
    case .ringTooShort(let ring, let count):
      Phrase(
        id: "cincin ke-\(ring) hanya punya \(count) titik; paling sedikit 4",
        en: "ring \(ring) has only \(count) coordinates; it needs at least 4")
    case .ringNotClosed(let ring):
      Phrase(
        id: "cincin ke-\(ring) tidak tertutup; ulangi titik pertama di akhir",
        en: "ring \(ring) is not closed; repeat the first coordinate at its end")
    }
  }
}
