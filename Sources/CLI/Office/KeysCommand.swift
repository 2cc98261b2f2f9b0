import ArgumentParser
import Custody
import Domain
import Storage

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: say("Kunci rahasia kantor.", "The office's secret keys."),
    subcommands: [KeysRotate.self, KeysShow.self])
}

struct KeysRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: say(
      "Mengganti kunci data pribadi dan menyegel ulang semuanya.",
      "Replaces the key of personal data and seals everything anew."),
    discussion: say(
      "Contoh:\n  hantar keys rotate\nBila terputus, jalankan lagi: tidak ada yang hilang. Simpan "
        + "salinan kunci yang baru, terpisah dari cadangan.",
      "Example:\n  hantar keys rotate\nIf it is cut short, run it again: nothing is lost. Keep a "
        + "copy of the new keys, apart from the backups."))

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let count = try options.openStore().rotateKeys(now: try currentInstant())
    print(
      say(
        "Kunci data pribadi diganti; \(say(count)) nilai disegel ulang",
        "The key of personal data was replaced; \(counted(count, "value")) sealed anew"))
  }
}

struct KeysShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Kunci umum kantor, untuk dicocokkan dengan bukti.",
      "The office's public key, to compare with proofs."),
    discussion: say("Contoh:\n  hantar keys show", "Example:\n  hantar keys show"))

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let store = try options.openStore()
    print(say("Ruang kerja:  ", "Workspace:   ") + store.workspaceID)
    print(say("Kunci kantor: ", "Office key:  ") + store.officeKey.description)
  }
}
