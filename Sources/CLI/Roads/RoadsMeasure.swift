import ArgumentParser
import Domain
import Geometry
import Planning
import Reports
import Storage

struct RoadsMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: say(
      "Mengukur sebuah rencana pada jalan, juga yang disusun dengan garis lurus.",
      "Measures a plan on the roads, also one that was made on straight lines."),
    discussion: say(
      "Contoh:\n  hantar roads measure 2017-07-27-1",
      "Example:\n  hantar roads measure 2017-07-27-1"))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Nomor rencana.", "Number of the plan.")))
  var plan: PlanID

  func run() throws {
    let store = try options.openStore()
    let roads = try WorkspaceRoads(of: options, store)
    guard !roads.isEmpty else {
      throw Failure(
        .noInput, id: "belum ada jalan; impor dengan `hantar import roads`",
        en: "there are no roads; import them with `hantar import roads`")
    }
    let plan = try store.plan(plan)
    let measured = roads.travel(in: try store.gazetteer())
      .measured(plan, by: try store.couriers())
    let seconds = Int(measured.travel.components.seconds)
    if listing.json {
      let json: JSONText = [
        "plan": .describing(plan.id), "legs": .integer(measured.legs),
        "legsWithoutWay": .integer(measured.legsWithoutWay), "travelSeconds": .integer(seconds),
        "metres": .integer(Int(measured.distance.value.rounded())),
      ]
      print(json.text(indented: true))
      return
    }
    let distance = language.distance(measured.distance)
    print(
      say(
        "\(plan.id) pada jalan: \(distance), \(say(measured.travel)) di jalan, "
          + "\(say(measured.legs)) ruas",
        "\(plan.id) on the roads: \(distance), \(say(measured.travel)) on the way, "
          + "\(say(measured.legs)) legs"))
    guard measured.legsWithoutWay > 0 else { return }
    print(
      say(
        "\(say(measured.legsWithoutWay)) ruas tanpa jalan sama sekali, tidak terhitung",
        "\(say(measured.legsWithoutWay)) legs have no way at all and are not counted"))
  }
}
