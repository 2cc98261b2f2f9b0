import ArgumentParser
import Storage

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: say(
      "Menyalin ruang kerja selagi dipakai, tanpa kunci.",
      "Copies the workspace while it is in use, without its keys."),
    discussion: say(
      """
      Contoh:
        hantar backup cadangan-2017-07-27
      Kunci (keys/) tidak ikut: simpan salinannya terpisah, di tempat terkunci.
      """,
      """
      Example:
        hantar backup backup-2017-07-27
      The keys (keys/) are left out: keep a copy of them elsewhere, under lock.
      """))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Folder baru.", "A new folder.")), completion: .directory)
  var folder: String

  func run() throws {
    try Workspace.open(at: options.path).backup(to: folder)
    print(say("Cadangan ditulis ke \(folder)", "Backup written to \(folder)"))
  }
}
