import ArgumentParser

/// A file of rows that comes in, and where its bad rows are listed.
struct RowsFile: ParsableArguments {
  @Argument(
    help: ArgumentHelp(say("Berkas CSV, UTF-8.", "CSV file, UTF-8.")), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "Ke mana daftar baris yang ditolak ditulis (bawaan: di samping berkasnya).",
        "Where to list the rejected rows (default: beside the file).")),
    completion: .file())
  var report: String?
}
