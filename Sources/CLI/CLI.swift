import ArgumentParser
import Custody
import Domain
import Foundation
import Geometry
import Planning
import Storage

/// The front door: reads the command line, runs one command, and turns every error into a sentence
/// and an exit code.
@main
struct Hantar: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "hantar",
    abstract: say(
      "Mengantar setiap KTP-el tercetak ke tangan pemiliknya, dan membuktikannya.",
      "Brings every printed identity card to the hand of its resident, and proves it."),
    discussion: say(
      """
      Mulai dari sini:
        hantar init kantor --region 18.71
        hantar import cards kartu.csv -C kantor
        hantar plan --date 2017-07-27 -C kantor

      Kode keluar: 0 berhasil, 1 ditolak aturan, 64 salah perintah, 65 isi masukan salah,
      66 masukan tidak ada, 73 tidak bisa menulis, 74 galat baca/tulis.
      """,
      """
      Start here:
        hantar init office --region 18.71
        hantar import cards cards.csv -C office
        hantar plan --date 2017-07-27 -C office

      Exit codes: 0 fine, 1 refused by a rule, 64 usage, 65 bad input, 66 no such input,
      73 cannot write, 74 input/output error.
      """),
    version: version,
    groupedSubcommands: [
      CommandGroup(
        name: say("Kantor", "Office"),
        subcommands: [
          InitCommand.self, ImportCommand.self, SampleCommand.self, PlanCommand.self,
          CheckCommand.self, RunCommand.self, HandoverCommand.self, DeviceCommand.self,
          SyncCommand.self, ReviewCommand.self, CountCommand.self, CounterCommand.self,
          PostCommand.self, KeysCommand.self,
        ]),
      CommandGroup(
        name: say("Petugas di lapangan", "Couriers in the field"),
        subcommands: [CourierCommand.self]
      ),
      CommandGroup(
        name: say("Masalah rute dari luar", "Routing problems from elsewhere"),
        subcommands: [SolveCommand.self]
      ),
      CommandGroup(
        name: say("Sebelum memutuskan", "Before deciding"),
        subcommands: [SimulateCommand.self]
      ),
      CommandGroup(
        name: say("Pertanyaan dan laporan", "Questions and reports"),
        subcommands: [
          CardCommand.self, CoverageCommand.self, ReportCommand.self, RoadsCommand.self,
          AuditCommand.self, SubjectCommand.self, BackupCommand.self,
        ]),
    ])

  static func main() {
    // A limit on the size of files is said as an error like a full disk, not died of.
    signal(SIGXFSZ, SIG_IGN)
    var status: Int32 = 0
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      status = report(error)
    }
    if !StandardOutput.flush(), status == 0 { status = Failure.Kind.inputOutput.rawValue }
    Foundation.exit(status)
  }

  /// Says what went wrong on standard error; help and version requests go to standard output.
  ///
  /// - Returns: The exit code.
  private static func report(_ error: any Error) -> Int32 {
    guard let failure = Failure(explaining: error) else {
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if code == .success {
        print(message)
      } else if !message.isEmpty {
        Terminal.printError(message)
      }
      return code.rawValue
    }
    Terminal.printError("hantar: " + failure.phrase.text(in: language))
    return failure.kind.rawValue
  }
}
