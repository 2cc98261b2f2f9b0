import ArgumentParser
import Domain
import Geometry
import Planning
import Reports
import RoadNetwork
import Storage

struct RoadsRoute: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route",
    abstract: say(
      "Rute tercepat antara dua tempat, belokan demi belokan.",
      "The quickest way between two places, turn by turn."),
    discussion: say(
      "Contoh:\n  hantar roads route --from -5.3971,105.2668 --to -5.4294,105.2610",
      "Example:\n  hantar roads route --from -5.3971,105.2668 --to -5.4294,105.2610"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Tempat berangkat, derajat.", "Where it starts, in degrees."),
      valueName: say("lintang,bujur", "latitude,longitude")))
  var from: Coordinate

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Tempat tujuan, derajat.", "Where it ends, in degrees."),
      valueName: say("lintang,bujur", "latitude,longitude")))
  var to: Coordinate

  @Option(
    help: ArgumentHelp(
      say("Kendaraan: motorcycle, car, van, foot.", "Vehicle: motorcycle, car, van, foot.")))
  var vehicle: TravelProfile = .motorcycle

  func run() throws {
    let store = try options.openStore()
    let roads = try WorkspaceRoads(of: options, store)
    guard let network = roads.network(for: vehicle) else {
      throw Failure(
        .noInput, id: "belum ada jalan; impor dengan `hantar import roads`",
        en: "there are no roads; import them with `hantar import roads`")
    }
    let departure = try snap(from, to: network, roads.land)
    let arrival = try snap(to, to: network, roads.land)
    guard let path = network.path(from: departure, to: arrival) else {
      throw Failure(
        .refused, id: "tidak ada jalan dari \(from) ke \(to) untuk \(network.profile.name)",
        en: "there is no way from \(from) to \(to) for \(network.profile.name)")
    }
    let instructions = network.instructions(along: path)
    let seconds = (Int(path.milliseconds) + 500) / 1000
    if listing.json {
      print(json(path, seconds, instructions, network).text(indented: true))
      return
    }
    for (number, line) in zip(1..., Directions.lines(of: instructions, in: language)) {
      print("\(number). \(line)")
    }
    print(
      "\(language.distance(path.metres)), \(say(.seconds(seconds)))")
  }

  private func snap(
    _ place: Coordinate, to network: RoadNetwork, _ land: LandMasses
  ) throws -> RoadSnap {
    guard let snap = network.snap(place, land: land) else {
      throw Failure(
        .refused,
        id: "\(place) jauh dari jalan mana pun; pilih tempat dalam "
          + "\(Int(network.profile.snapLimitMetres)) m dari jalan",
        en: "\(place) is far from any road; choose a place within "
          + "\(Int(network.profile.snapLimitMetres)) m of one")
    }
    return snap
  }

  private func json(
    _ path: RoadPath, _ seconds: Int, _ instructions: [RoadInstruction], _ network: RoadNetwork
  ) -> JSONText {
    let lines = Directions.lines(of: instructions, in: language)
    return [
      "seconds": .integer(seconds), "metres": .integer(Int(path.metres.value.rounded())),
      "instructions": .array(
        zip(instructions, lines).map { instruction, line in
          [
            "text": .string(line), "street": .string(instruction.street),
            "metres": .integer(Int(instruction.metres.value.rounded())),
          ]
        }),
      "path": .array(
        network.coordinates(along: path).map {
          [
            .decimal(Int($0.longitudeE7), places: 7), .decimal(Int($0.latitudeE7), places: 7),
          ]
        }),
    ]
  }
}
