import ArgumentParser
import Custody
import Domain
import Foundation
import Geometry
import Storage

/// What a courier can say about the moment at a door, beside what happened.
struct DoorOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say(
        "Tempat menurut GPS, dengan ketelitian dalam meter bila ada.",
        "Place by GPS, with its accuracy in metres if known."),
      valueName: "-5.3816,105.2586,12"))
  var position: PositionArgument?

  @Option(
    help: ArgumentHelp(
      say("Waktu menurut satelit (RFC 3339).", "Time by satellite (RFC 3339)."),
      valueName: "2017-07-27T08:00:00Z"))
  var gpsTime: InstantArgument?

  @Option(help: ArgumentHelp(say("Catatan singkat.", "A short note.")))
  var note: String?

  func clock() throws -> ClockReading { try currentClockReading(satellite: gpsTime?.instant) }

  var detail: DetailDraft {
    DetailDraft(
      position: position?.position.coordinate, accuracyMetres: position?.position.accuracyMetres,
      note: note)
  }
}

/// A place as a satellite receiver gives it: latitude, longitude and perhaps accuracy in metres,
/// divided by commas.
struct PositionArgument: ExpressibleByArgument {
  let position: EventDetail.Position

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let latitude = Double(parts[0]),
      let longitude = Double(parts[1]),
      let coordinate = try? Coordinate(latitude: latitude, longitude: longitude)
    else { return nil }
    var accuracy: Int?
    if parts.count == 3 {
      guard let metres = Double(parts[2]), (0...100_000).contains(metres) else { return nil }
      accuracy = Int(metres.rounded(.up))
    }
    position = EventDetail.Position(coordinate: coordinate, accuracyMetres: accuracy)
  }
}

/// A moment as it is typed (RFC 3339).
struct InstantArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    guard let date = try? Date(argument, strategy: .iso8601) else { return nil }
    instant = Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }
}
