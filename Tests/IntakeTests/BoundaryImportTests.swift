import Domain
import Geometry
import Intake
import Testing

@Suite struct BoundaryImportTests {
  static let square = "[[105.25,-5.40],[105.26,-5.40],[105.26,-5.39],[105.25,-5.39],[105.25,-5.40]]"

  @Test func readsPolygonsIslandsHolesAndHeights() throws {
    let hole =
      "[[105.252,-5.398],[105.254,-5.398],[105.254,-5.396],[105.252,-5.396],[105.252,-5.398]]"
    let island =
      "[[105.27,-5.40,7],[105.28,-5.40,7],[105.28,-5.39,7],[105.27,-5.39,7],[105.27,-5.40,7]]"
    let read = try BoundaryImport.read(
      collection([
        feature(
          #""KODE":"18.71.01.1002","NAMA":"Sidodadi","level":"desa/kelurahan""#, "MultiPolygon",
          "[[\(Self.square)],[\(island)]]"),
        feature(#""code":"1871011001","name":"Sukamaju""#, "Polygon", "[\(Self.square),\(hole)]"),
        feature(#""kode":"18.71.01.1077""#, "Polygon", "[\(Self.square)]"),
      ]), gazetteer: try SmallRegency().gazetteer)
    #expect(read.boundaries.map(\.code.description) == ["18.71.01.1001", "18.71.01.1002"])
    #expect(read.boundaries.map(\.name) == ["Sukamaju", "Sidodadi"])
    #expect(read.boundaries.map(\.shape.polygons.count) == [1, 2])
    #expect(read.boundaries[0].shape.polygons[0].holes.count == 1)
    #expect(read.unknown.map(\.description) == ["18.71.01.1077"])
    #expect(
      read.missing.map(\.description) == ["18.71.01.1009", "18.71.07.1001", "18.71.07.1002"])
  }

  struct Refusal: CustomTestStringConvertible {
    var properties = #""kode":"18.71.01.1001","nama":"Sukamaju""#
    var type = "Polygon"
    var coordinates = "[\(square)]"
    var defect: FeatureDefect
    var testDescription: String { defect.phrase.english }
  }

  static let refusals = [
    Refusal(properties: #""nama":"Sukamaju""#, defect: .noCode),
    Refusal(properties: #""kode":"18.71.1""#, defect: .badCode("18.71.1")),
    Refusal(properties: #""kode":18.71"#, defect: .levelDiffers("desa")),
    Refusal(type: "Point", coordinates: "[105.25,-5.4]", defect: .geometryType("Point")),
    Refusal(coordinates: "null", defect: .malformedCoordinates),
    Refusal(coordinates: "[]", defect: .malformedCoordinates),
    Refusal(coordinates: "[[[105.25],[1,2]]]", defect: .malformedCoordinates),
    Refusal(coordinates: #"[[["105.25","-5.4"]]]"#, defect: .malformedCoordinates),
    Refusal(type: "MultiPolygon", coordinates: "[]", defect: .malformedCoordinates),
    Refusal(
      coordinates: "[[[105.25,-5.40],[105.26,-5.40],[105.25,-5.40]]]",
      defect: .ringTooShort(ring: 1, count: 3)),
    Refusal(
      coordinates: "[\(square),[[105.25,-5.40],[105.26,-5.40],[105.26,-5.39],[105.25,-5.39]]]",
      defect: .ringNotClosed(ring: 2)),
    Refusal(coordinates: "[[[-5.4,105.25]]]", defect: .coordinatesSwapped),
    Refusal(coordinates: "[[[530000.0,9400000.0]]]", defect: .notOnTheGlobe),
    Refusal(coordinates: "[[[11.5,48.1]]]", defect: .outsideIndonesia),
  ]

  @Test(arguments: refusals)
  func refusesAFeatureByNumberAndName(_ refusal: Refusal) throws {
    var properties = refusal.properties
    if case .levelDiffers = refusal.defect { properties += #","level":"desa""# }
    let file = collection([feature(properties, refusal.type, refusal.coordinates)])
    do {
      _ = try BoundaryImport.read(file, gazetteer: try SmallRegency().gazetteer)
      Issue.record("the feature was taken")
    } catch BoundaryError.feature(let number, _, let defect) {
      #expect(number == 1)
      #expect(defect == refusal.defect)
    }
  }

  @Test func refusesTheSameRegionTwiceAndNoGeometry() throws {
    let gazetteer = try SmallRegency().gazetteer
    let one = feature(#""kode":"18.71.01.1001""#, "Polygon", "[\(Self.square)]")
    #expect(
      throws: BoundaryError.feature(number: 2, name: "18.71.01.1001", .duplicate(first: 1))
    ) { try BoundaryImport.read(collection([one, one]), gazetteer: gazetteer) }
    let bare = #"{"type":"Feature","properties":{"kode":"18.71.01.1001"},"geometry":null}"#
    #expect(throws: BoundaryError.feature(number: 1, name: "18.71.01.1001", .noGeometry)) {
      try BoundaryImport.read(collection([bare]), gazetteer: gazetteer)
    }
  }

  @Test(arguments: [
    ("", BoundaryError.notJSON), ("{", .notJSON), ("{\"a\":NaN}", .notJSON),
    ("[]", .notFeatureCollection), ("{}", .notFeatureCollection),
    (#"{"type":"FeatureCollection","features":[]}"#, .noFeatures),
    (
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32748"}},"#
        + #""features":[]}"#, .foreignReferenceSystem("EPSG:32748")
    ),
    (
      #"{"type":"FeatureCollection","crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#
        + #""features":[]}"#, .noFeatures
    ),
  ])
  func refusesAFileThatIsNoSetOfOutlines(text: String, error: BoundaryError) throws {
    let gazetteer = try SmallRegency().gazetteer
    #expect(throws: error) { try BoundaryImport.read(Array(text.utf8), gazetteer: gazetteer) }
  }

  @Test(
    .enabled(if: RealMap.hasOutlines, "the real outlines are not on this machine"),
    arguments: [
      ("18.71_kota-bandar-lampung", "18.71_bandar-lampung", 126, 0),
      ("18.09_kabupaten-pesawaran", "18.09_pesawaran", 144, 4),
      ("16.71_kota-palembang", "16.71_palembang", 107, 0),
      ("32.16_kabupaten-bekasi", "32.16_kab-bekasi", 187, 0),
    ])
  func readsTheRealOutlines(folder: String, file: String, count: Int, missing: Int) throws {
    let gazetteer = try RealMap(folder).tables.gazetteer
    let read = try BoundaryImport.read(
      try RealMap.outline("\(file)_kelurahan"), gazetteer: gazetteer)
    #expect(read.boundaries.count == count)
    #expect(read.missing.count == missing)
    #expect(read.unknown == [])
    let places = try MapPlaces(read.boundaries)
    for boundary in read.boundaries {
      let point = try #require(gazetteer[boundary.code]).pointInside
      #expect(places.locate(point) == boundary.code)
    }
  }

  @Test(.enabled(if: RealMap.hasOutlines, "the real outlines are not on this machine"))
  func fourYoungDesaOfPesawaranHaveNoOutline() throws {
    let gazetteer = try RealMap("18.09_kabupaten-pesawaran").tables.gazetteer
    let read = try BoundaryImport.read(
      try RealMap.outline("18.09_pesawaran_kelurahan"), gazetteer: gazetteer)
    #expect(
      read.missing.map(gazetteer.name(of:)) == [
        "Pujodadi", "Grujugan Baru", "Dantar", "Kalirejo",
      ])
    let places = try MapPlaces(read.boundaries)
    let young = try #require(read.missing.first)
    let point = try #require(gazetteer[young]).pointInside
    #expect(places.distance(point, young) == nil)
    #expect(places.distance(point, try #require(young.kecamatan)) == Metres(0))
  }

  private func feature(_ properties: String, _ type: String, _ coordinates: String) -> String {
    """
    {"type":"Feature","properties":{\(properties)},\
    "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
    """
  }

  private func collection(_ features: [String]) -> [UInt8] {
    Array(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8)
  }
}
