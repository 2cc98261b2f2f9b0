import ArgumentParser
import Custody
import Domain
import Foundation
import Storage

/// Which pocket a courier's command works on, and how it is opened.
struct PocketOptions: ParsableArguments {
  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp(
      say(
        "Berkas kantong (bawaan: $HANTAR_POCKET, lalu satu-satunya *.pocket di sini).",
        "Pocket file (default: $HANTAR_POCKET, then the only *.pocket here)."),
      valueName: say("berkas", "file")), completion: .file(extensions: ["pocket"]))
  var pocket: String?

  @OptionGroup var pinSource: PINSource

  @OptionGroup var language: LanguageOption

  /// Opens the pocket with the session of the shift, else with the PIN.
  func open(at clock: ClockReading) throws -> Pocket {
    let path = try path()
    if let bytes = SessionFile(pocket: path).read(), let session = PocketSession(bytes: bytes),
      let pocket = try? Pocket.open(at: path, session: session, clock: clock)
    {
      return pocket
    }
    return try unlock(at: clock)
  }

  /// Opens the pocket with the PIN.
  func unlock(at clock: ClockReading) throws -> Pocket {
    let path = try path()
    guard Files.exists(path) else { throw StorageError.notAPocket(path: path) }
    return try Pocket.open(at: path, pin: try pinSource.pin(), clock: clock)
  }

  func path() throws -> String {
    if let named = pocket ?? ProcessInfo.processInfo.environment["HANTAR_POCKET"] { return named }
    let here = try FileManager.default.contentsOfDirectory(atPath: ".")
    let pockets = here.filter { $0.hasSuffix(".pocket") }.sorted()
    guard let only = pockets.first, pockets.count == 1 else {
      throw Failure(
        .noInput,
        id: pockets.isEmpty
          ? "tidak ada kantong di sini; buat dengan `hantar courier enrol` atau tunjuk dengan -p"
          : "ada beberapa kantong di sini (\(pockets.joined(separator: ", "))); pilih dengan -p",
        en: pockets.isEmpty
          ? "there is no pocket here; make one with `hantar courier enrol` or name it with -p"
          : "there are several pockets here (\(pockets.joined(separator: ", "))); choose with -p")
    }
    return only
  }
}
