import ArgumentParser
import Domain
import Foundation

/// What every command understands.
struct LanguageOption: ParsableArguments {
  @Option(help: ArgumentHelp(say("Bahasa: id atau en.", "Language: id or en.")))
  var lang: Language?
}

/// What every command on the office's workspace understands.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp(
      say(
        "Folder ruang kerja (bawaan: $HANTAR_WORKSPACE, lalu folder ini).",
        "Workspace folder (default: $HANTAR_WORKSPACE, then this folder)."),
      valueName: say("folder", "folder")), completion: .directory)
  var workspace: String?

  @OptionGroup var language: LanguageOption

  var path: String {
    workspace ?? ProcessInfo.processInfo.environment["HANTAR_WORKSPACE"] ?? "."
  }
}

/// For listings: people read a table, programs read JSON.
struct ListingOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("Cetak sebagai JSON.", "Print as JSON.")))
  var json = false
}
