import ArgumentParser
import Domain
import Planning
import Reports
import Storage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Memeriksa rencana dengan pemeriksa yang tidak berbagi kode dengan penyusunnya.",
      "Checks a plan with a checker that shares no code with the planner."),
    discussion: say(
      """
      Contoh:
        hantar check 2017-07-27-1              rencana tersimpan
        hantar check X-n101-k25.vrp punya.sol  solusi VRPLIB buatan siapa pun
        hantar check tugas.json rencana.json   keluaran VROOM, atau steps di tugas.json sendiri
      Kode keluar 1 bila ada pelanggaran.
      """,
      """
      Examples:
        hantar check 2017-07-27-1             a stored plan
        hantar check X-n101-k25.vrp mine.sol  a VRPLIB solution made by anyone
        hantar check jobs.json plan.json      VROOM's output, or the steps in jobs.json itself
      Exit code 1 if a rule is broken.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "Nomor rencana tersimpan, atau berkas masalah VRPLIB atau VROOM.",
        "The number of a stored plan, or a problem file of VRPLIB or VROOM."),
      valueName: say("rencana atau berkas", "plan or file")), completion: .file())
  var plan: String

  @Argument(
    help: ArgumentHelp(
      say(
        "Solusi berkas itu: .sol atau keluaran VROOM.",
        "That file's solution: .sol or VROOM's output."),
      valueName: say("solusi", "solution")), completion: .file())
  var solution: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Bentuk berkas: vrplib atau vroom (bawaan: dari isinya).",
        "Format of the file: vrplib or vroom (default: by its content).")))
  var format: ProblemFormat?

  func run() throws {
    if solution == nil, format == nil, !Files.exists(plan), let plan = PlanID(plan) {
      try checkStored(plan)
    } else {
      try FileCheck(problemPath: plan, planPath: solution, format: format).run(listing)
    }
  }

  private func checkStored(_ id: PlanID) throws {
    let store = try options.openStore()
    let plan = try store.plan(id)
    let cards = try store.cards(
      (plan.runs.flatMap(\.cards) + plan.leftOut.map(\.card)).sorted(), .now(for: .planning))
    let roads = try WorkspaceRoads(of: options, store)
    let checker = PlanChecker(
      cards: cards, couriers: try store.couriers(),
      travel: roads.travel(in: try store.gazetteer()), service: .standard,
      crossesKecamatan: plan.runs.contains { $0.kecamatan == nil },
      sailings: try store.sailings(), land: roads.land)
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
        en: "plan \(plan.id) breaks \(counted(violations.count, "rule")); plan again")
    }
    guard !listing.json else { return }
    print(
      say(
        "Rencana \(plan.id) sah: \(say(plan.runs.count)) rute, \(say(plan.cardCount)) kartu.",
        "Plan \(plan.id) is sound: \(counted(plan.runs.count, "run")), "
          + "\(counted(plan.cardCount, "card"))."))
  }
}
