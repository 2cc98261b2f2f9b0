import ArgumentParser
import Domain
import Reports
import Scenarios
import Simulation

struct SimulateList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Skenario yang ada, pertanyaannya, dan variannya.",
      "The scenarios there are, their questions and their variants."),
    discussion: say(
      "Contoh:\n  hantar simulate list\n  hantar simulate list --json",
      "Examples:\n  hantar simulate list\n  hantar simulate list --json"))

  @OptionGroup var folders: SimulateFolders
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let options = try folders.open()
    var rows: [[String]] = []
    var items: [JSONText] = []
    for name in options.library.names {
      let scenario = try options.scenario(name)
      let variants = try options.library.variants(of: name)
      let title = scenario.title.text(in: language)
      rows.append([name, title])
      rows += variants.map { ["  +\($0.name)", "  \($0.title.text(in: language))"] }
      items.append(
        .object([
          .init("name", .string(name)), .init("title", .string(title)),
          .init("question", .string(scenario.question.text(in: language))),
          .init(
            "variants",
            .array(
              variants.map {
                .object([
                  .init("name", .string($0.name)),
                  .init("title", .string($0.title.text(in: language))),
                ])
              })),
        ]))
    }
    Listing(
      table: TextTable(
        columns: [.identifier(say("Skenario", "Scenario")), .init(say("Tentang", "About"))],
        rows: rows),
      items: items,
      emptyNote: say(
        "Tidak ada skenario di \(options.folder.path)", "No scenarios in \(options.folder.path)")
    ).print(listing)
  }
}
