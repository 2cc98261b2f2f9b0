import Domain
import Foundation
import FoundationXML
import Geometry
import Reports
import Testing

@Suite struct RouteExportTests {
  @Test func aSmallRunIsThisGeoJSON() throws {
    let routes = try Sample(seed: 4, runCount: 1, stopCount: 2).routes()
    #expect(
      GeoJSON.text(of: routes, in: .indonesian) == #"""
        {"type":"FeatureCollection","confidential":true,"notice":"Rahasia: titik-titik ini adalah rumah penduduk; hapus setelah dipakai.","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[105.2586,-5.4254],[105.2743104,-5.4293718],[105.2331078,-5.4132795],[105.2586,-5.4254]]},"properties":{"kind":"run","run":"R-20170727-1-001","date":"2017-07-27","stops":2,"cards":3,"leaves":"08:00","returns":"15:12","confidential":true}},{"type":"Feature","geometry":{"type":"Point","coordinates":[105.2743104,-5.4293718]},"properties":{"kind":"stop","run":"R-20170727-1-001","stop":1,"arrives":"08:10","cards":2,"desa":"Kaliawi","desaCode":"18.71.08.1004","confidential":true}},{"type":"Feature","geometry":{"type":"Point","coordinates":[105.2331078,-5.4132795]},"properties":{"kind":"stop","run":"R-20170727-1-001","stop":2,"arrives":"08:18","cards":1,"desa":"Durian Payung","desaCode":"18.71.08.1002","confidential":true}}]}

        """#)
  }

  @Test func aSmallRunIsThisGPX() throws {
    let routes = try Sample(seed: 4, runCount: 1, stopCount: 2).routes()
    #expect(
      GPX.text(of: routes, in: .english) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <gpx version="1.1" creator="Hantar" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">
        <metadata><name>KTP-el runs</name><desc>Confidential: these points are people&#39;s homes; delete after use.</desc><keywords>confidential</keywords></metadata>
        <wpt lat="-5.4293718" lon="105.2743104"><name>1</name><desc>08:10 · 2 cards · Kaliawi · R-20170727-1-001</desc></wpt>
        <wpt lat="-5.4132795" lon="105.2331078"><name>2</name><desc>08:18 · 1 card · Durian Payung · R-20170727-1-001</desc></wpt>
        <rte><name>R-20170727-1-001</name><number>1</number>
        <rtept lat="-5.4254" lon="105.2586"><name>base</name></rtept>
        <rtept lat="-5.4293718" lon="105.2743104"><name>1</name><desc>08:10 · 2 cards · Kaliawi · R-20170727-1-001</desc></rtept>
        <rtept lat="-5.4132795" lon="105.2331078"><name>2</name><desc>08:18 · 1 card · Durian Payung · R-20170727-1-001</desc></rtept>
        <rtept lat="-5.4254" lon="105.2586"><name>base</name></rtept>
        </rte>
        </gpx>

        """)
  }

  @Test func theTrackOfARunFollowsTheRoads() throws {
    let routes = try Sample(seed: 4, runCount: 1, stopCount: 1).routesAlongRoads()
    let gpx = GPX.text(of: routes, in: .english)
    let track = try #require(gpx.range(of: "<trk>"))
    #expect(
      gpx[track.lowerBound...] == """
        <trk><name>R-20170727-1-001</name><number>1</number><trkseg>
        <trkpt lat="-5.4254" lon="105.2586"></trkpt>
        <trkpt lat="-5.4254" lon="105.2743104"></trkpt>
        <trkpt lat="-5.4293718" lon="105.2743104"></trkpt>
        <trkpt lat="-5.4293718" lon="105.2586"></trkpt>
        <trkpt lat="-5.4254" lon="105.2586"></trkpt>
        </trkseg></trk>
        </gpx>

        """)
    #expect(
      GeoJSON.text(of: routes, in: .english).contains(
        "[[105.2586,-5.4254],[105.2743104,-5.4254],[105.2743104,-5.4293718],[105.2586,-5.4293718]"))
  }

  @Test(arguments: UInt64(0)..<20)
  func anotherParserFindsEveryStopAtItsPlaceInGeoJSON(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 3, stopCount: 9, hostile: true)
    let text = GeoJSON.text(of: sample.routes(), in: .english)
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let features = try #require(parsed?["features"] as? [[String: Any]])
    let stops = sample.runs.flatMap(\.stops)
    let points = features.filter {
      ($0["geometry"] as? [String: Any])?["type"] as? String == "Point"
    }
    #expect(parsed?["confidential"] as? Bool == true)
    #expect(features.count == sample.runs.count + stops.count)
    for (point, stop) in zip(points, stops) {
      let position = (point["geometry"] as? [String: Any])?["coordinates"] as? [Double]
      #expect(
        position == [stop.location.coordinate.longitude, stop.location.coordinate.latitude])
      let properties = point["properties"] as? [String: Any]
      #expect(properties?["stop"] as? Int == stop.number)
      #expect(properties?["cards"] as? Int == stop.cards.count)
      #expect(properties?["confidential"] as? Bool == true)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func anotherParserFindsEveryStopAtItsPlaceInGPX(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 3, stopCount: 9, hostile: true)
    let reader = PointReader()
    let parser = XMLParser(data: Data(GPX.text(of: sample.routes(), in: .indonesian).utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let places = sample.runs.flatMap { $0.stops.map(\.location.coordinate) }
    #expect(reader.waypoints == places.map { [$0.latitude, $0.longitude] })
    #expect(reader.routePointCount == places.count + 2 * sample.runs.count)
  }

  @Test(arguments: UInt64(0)..<10)
  func neitherFormatNamesAnybody(seed: UInt64) throws {
    let sample = try Sample(seed: seed, runCount: 2, stopCount: 9)
    for language in Language.allCases {
      let text =
        GeoJSON.text(of: sample.routes(), in: language)
        + GPX.text(of: sample.routes(), in: language)
      for card in sample.cards.values {
        #expect(!text.contains(card.resident.name + "\""))
        #expect(!text.contains(card.id.description))
        #expect(!text.contains(card.resident.nik.masked))
      }
      for courier in sample.couriers { #expect(!text.contains(courier.id.description)) }
      #expect(!showsIdentityNumber(text))
    }
  }
}

private final class PointReader: NSObject, XMLParserDelegate {
  var waypoints: [[Double]] = []
  var routePointCount = 0

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if element == "wpt" {
      waypoints.append(["lat", "lon"].compactMap { attributes[$0].flatMap(Double.init) })
    }
    if element == "rtept" { routePointCount += 1 }
  }
}
