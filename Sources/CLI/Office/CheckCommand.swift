import ArgumentParser
import Domain
import Planning
import Reports
import Storage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Memeriksa rencana tersimpan dengan pemeriksa yang tidak berbagi kode dengan penyusunnya.",
      "Checks a stored plan with a checker that shares no code with the planner."),
    discussion: say(
      "Contoh:\n  hantar check 2017-07-27-1\nKode keluar 1 bila ada pelanggaran.",
      "Example:\n  hantar check 2017-07-27-1\nExit code 1 if a rule is broken."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Rencana.", "The plan."), valueName: "YYYY-MM-DD-N"))
  var plan: PlanID

  func run() throws {
    let store = try options.openStore()
    let plan = try store.plan(self.plan)
    let cards = try store.cards((plan.runs.flatMap(\.cards) + plan.leftOut.map(\.card)).sorted())
    let checker = PlanChecker(
      cards: cards, couriers: try store.couriers(),
      travel: StraightLineTravel(try store.gazetteer()), service: .standard,
      crossesKecamatan: plan.runs.contains { $0.kecamatan == nil })
    let violations = checker.violations(of: plan)
    if listing.json {
      let items = violations.map { JSONText.string($0.phrase.text(in: language)) }
      print(JSONText.array(items).text(indented: true))
    } else {
      for violation in violations { print("- " + violation.phrase.text(in: language)) }
    }
    guard violations.isEmpty else {
      throw Failure(
        .refused, id: "rencana \(plan.id) melanggar \(violations.count) aturan; susun ulang",
        en: "plan \(plan.id) breaks \(violations.count) rules; plan again")
    }
    guard !listing.json else { return }
    print(
      say(
        "Rencana \(plan.id) sah: \(say(plan.runs.count)) rute, \(say(plan.cardCount)) kartu.",
        "Plan \(plan.id) is sound: \(say(plan.runs.count)) runs, \(say(plan.cardCount)) cards."))
  }
}
