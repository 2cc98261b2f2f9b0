import ArgumentParser
import Domain
import Reports
import Scenarios
import Simulation

struct SimulateShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Semua nilai satu skenario dengan sumbernya, tuasnya, atau bedanya dari yang lain.",
      "Every value of a scenario with its source, its levers, or how it differs from another."),
    discussion: say(
      """
      Contoh:
        hantar simulate show pesawaran-2015
        hantar simulate show pesawaran-2015 --levers
        hantar simulate show pesawaran-2015 --against pesawaran-2015+third-printer
      """,
      """
      Examples:
        hantar simulate show pesawaran-2015
        hantar simulate show pesawaran-2015 --levers
        hantar simulate show pesawaran-2015 --against pesawaran-2015+third-printer
      """))

  @OptionGroup var folders: SimulateFolders

  @Argument(
    help: ArgumentHelp(
      say("Skenario, juga dengan varian.", "A scenario, also with variants."),
      valueName: say("skenario", "scenario")))
  var name: String

  @Flag(
    help: ArgumentHelp(
      say("Tuas yang biasa digeser, dan nilainya sekarang.", "The usual levers and their values.")))
  var levers = false

  @Option(
    help: ArgumentHelp(
      say("Skenario lain: tunjukkan hanya bedanya.", "Another scenario: show only what differs."),
      valueName: say("skenario", "scenario")))
  var against: String?

  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard !levers || against == nil else {
      throw ValidationError(
        say("--levers dan --against tidak bisa bersama", "--levers and --against exclude another"))
    }
  }

  func run() throws {
    let options = try folders.open()
    let scenario = try options.scenario(name)
    if levers {
      try leverListing(options).print(listing)
    } else if let against {
      differences(scenario, try options.scenario(against)).print(listing)
    } else {
      values(of: scenario).print(listing)
    }
  }

  private func values(of scenario: Scenario) -> Listing {
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Nilai", "Path")), .init(say("Isi", "Value")),
          .init(say("Dasar", "Basis")),
        ],
        rows: scenario.assumptions.map { [$0.path, $0.value, Self.text($0.basis)] }),
      items: scenario.assumptions.map {
        .object([
          .init("path", .string($0.path)), .init("value", .string($0.value)),
          .init("basis", .string(Self.text($0.basis))),
        ])
      },
      emptyNote: say("Skenario ini kosong.", "This scenario is empty."))
  }

  private func leverListing(_ options: ScenarioOptions) throws -> Listing {
    let positions = try options.library.levers(of: name)
    return Listing(
      table: TextTable(
        columns: [
          .identifier(say("Tuas", "Lever")), .init(say("Arti", "Meaning")),
          .number(say("Sekarang", "Now")), .number(say("Satu langkah", "One step")),
          .init(say("Jalur penuh", "Full path")),
        ],
        rows: positions.map { position in
          [
            position.lever?.name ?? position.path,
            position.lever?.title.text(in: language) ?? "",
            position.value.map(position.text) ?? "–", position.stepText, position.path,
          ]
        }),
      items: positions.map { position in
        .object([
          .init("lever", .string(position.lever?.name ?? position.path)),
          .init("path", .string(position.path)),
          .init("value", .optional(position.value) { .string(position.text($0)) }),
          .init("step", .string(position.stepText)),
        ])
      },
      emptyNote: say("Tidak ada tuas.", "There are no levers."))
  }

  private func differences(_ scenario: Scenario, _ other: Scenario) -> Listing {
    let differences = scenario.differences(to: other)
    return Listing(
      table: TextTable(
        columns: [
          .identifier(say("Nilai", "Path")), .init(scenario.name), .init(other.name),
        ],
        rows: differences.map { [$0.path, $0.before ?? "–", $0.after ?? "–"] }),
      items: differences.map {
        .object([
          .init("path", .string($0.path)), .init("before", .optional($0.before) { .string($0) }),
          .init("after", .optional($0.after) { .string($0) }),
        ])
      },
      emptyNote: say("Keduanya sama.", "They are the same."))
  }

  private static func text(_ basis: Assumption.Basis) -> String {
    switch basis {
    case .source(let text): text
    case .assumed(let text): say("asumsi: \(text)", "assumption: \(text)")
    case .decided(let text): say("keputusan: \(text)", "decided: \(text)")
    }
  }
}
