import Domain
import Geometry
import RoadNetwork
import Testing

@testable import Reports

@Suite struct DirectionsTests {
  struct Line: CustomTestStringConvertible {
    let manoeuvre: Manoeuvre
    var street = "Jalan Melati"
    let indonesian: String
    let english: String
    var testDescription: String { english }
  }

  @Test(arguments: [
    Line(
      manoeuvre: .depart, indonesian: "Berangkat di Jalan Melati, 350 m",
      english: "Set off along Jalan Melati, 350 m"),
    Line(
      manoeuvre: .left, street: "", indonesian: "Belok kiri, 350 m", english: "Turn left, 350 m"),
    Line(
      manoeuvre: .sharpRight, indonesian: "Belok tajam ke kanan ke Jalan Melati, 350 m",
      english: "Turn sharp right onto Jalan Melati, 350 m"),
    Line(
      manoeuvre: .slightLeft, indonesian: "Serong kiri ke Jalan Melati, 350 m",
      english: "Bear left onto Jalan Melati, 350 m"),
    Line(
      manoeuvre: .roundabout(exit: 2),
      indonesian: "Di bundaran ambil jalan keluar ke-2 ke Jalan Melati, 350 m",
      english: "At the roundabout take exit 2 onto Jalan Melati, 350 m"),
    Line(
      manoeuvre: .arrive(.left), street: "Gang Mawar II",
      indonesian: "Sampai di Gang Mawar II, pintu di sebelah kiri, 350 m",
      english: "Arrive along Gang Mawar II, the door is on the left, 350 m"),
  ])
  func aManoeuvreReadsTheSameInBothLanguages(_ line: Line) throws {
    let instruction = try instruction(line.manoeuvre, line.street)
    #expect(Directions.line(of: instruction, in: .indonesian) == line.indonesian)
    #expect(Directions.line(of: instruction, in: .english) == line.english)
  }

  @Test func everyStopHasItsPartOfTheDirectionsAndTheBaseTheLast() throws {
    let sample = try Sample(seed: 8, runCount: 1, stopCount: 3)
    let (run, courier) = (sample.runs[0], sample.couriers[0])
    let way = try sample.way(of: run, from: courier.base)
    let turns = RunWay(
      legs: try way.legs.enumerated().map { index, leg in
        RunWay.Leg(
          path: leg.path, distance: leg.distance, streets: leg.streets,
          instructions: [try instruction(.depart, "Jalan \(index + 1)")])
      })
    let sheet = try RunSheet(
      run: run, courier: courier, cards: sample.cards, gazetteer: sample.gazetteer,
      office: "Disdukcapil", attribution: "Peta: contoh", way: turns)
    let html = RunSheet.html(of: [sheet], in: .english, showsDirections: true)
    let text = plainText(of: html)
    for number in 1...4 { #expect(text.contains("Set off along Jalan \(number), 350 m")) }
    #expect(text.contains("Back to the base"))
    #expect(isWellFormed(body(of: html)))
    #expect(!RunSheet.html(of: [sheet], in: .english).contains("Set off"))
  }

  private func instruction(_ manoeuvre: Manoeuvre, _ street: String) throws -> RoadInstruction {
    RoadInstruction(
      manoeuvre: manoeuvre, street: street,
      coordinate: try Coordinate(latitude: -5.4, longitude: 105.2),
      bearing: Bearing(degrees: 90), metres: Metres(350), milliseconds: 60_000)
  }
}
