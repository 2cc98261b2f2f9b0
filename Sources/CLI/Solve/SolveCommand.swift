import ArgumentParser
import Domain
import Foundation
import Optimiser
import Vroom

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: say(
      "Menyelesaikan masalah rute dari berkas VRPLIB atau JSON VROOM.",
      "Solves a routing problem of a VRPLIB file or of VROOM's JSON."),
    discussion: say(
      """
      Contoh:
        hantar solve X-n101-k25.vrp --time 30s --out X-n101-k25.sol
        hantar solve tugas.json --iterations 100000 > rencana.json
        hantar solve - --format vroom < tugas.json
      Ctrl-C menghentikan pencarian; yang terbaik sejauh itu tetap ditulis (kode keluar 130).
      Dengan --iterations hasilnya sama di komputer mana pun, sampai ke bitanya.
      """,
      """
      Examples:
        hantar solve X-n101-k25.vrp --time 30s --out X-n101-k25.sol
        hantar solve jobs.json --iterations 100000 > plan.json
        hantar solve - --format vroom < jobs.json
      Ctrl-C ends the search; the best so far is written all the same (exit code 130).
      With --iterations the result is the same on any machine, byte for byte.
      """))

  @OptionGroup var language: LanguageOption

  @Argument(
    help: ArgumentHelp(
      say("Masalahnya; - untuk masukan baku.", "The problem; - for standard input.")),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "Ke mana hasilnya ditulis (bawaan: keluaran baku).",
        "Where to write the result (default: standard output).")), completion: .file())
  var out: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Lama pencarian, seperti 30s, 5m, 1h (bawaan: 30s tanpa --iterations).",
        "How long to search, like 30s, 5m, 1h (default: 30s without --iterations)."),
      valueName: say("lama", "time")))
  var time: TimeLimit?

  @Option(
    help: ArgumentHelp(
      say("Berhenti setelah sekian langkah.", "Stop after so many steps."), valueName: "n"))
  var iterations: Int?

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say(
        "Banyaknya utas (bawaan: sebanyak inti prosesor); hasilnya tidak bergantung padanya.",
        "Threads (default: one per processor core); the result does not depend on it."),
      valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "Berhenti begitu biayanya tidak lebih dari ini.",
        "Stop as soon as the cost is no more than this."), valueName: say("biaya", "cost")))
  var target: Double?

  @Option(
    help: ArgumentHelp(
      say(
        "Mulai dari solusi ini (.sol atau keluaran VROOM).",
        "Begin with this solution (.sol or VROOM's output)."),
      valueName: say("berkas", "file")), completion: .file())
  var warm: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Laporkan kemajuan tiap detik pada galat baku.",
        "Report progress every second on standard error.")))
  var progress = false

  @Option(
    help: ArgumentHelp(
      say(
        "Tulis perbaikan biaya dari waktu ke waktu sebagai CSV.",
        "Write how the cost became better over time as CSV."),
      valueName: say("berkas", "file")), completion: .file())
  var trace: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Bentuk masukan: vrplib atau vroom (bawaan: dari isinya).",
        "Format of the input: vrplib or vroom (default: by its content).")))
  var format: ProblemFormat?

  @Flag(
    help: ArgumentHelp(
      say("Cetak ringkasan VRPLIB sebagai JSON.", "Print the VRPLIB summary as JSON.")))
  var json = false

  func validate() throws {
    if let iterations, iterations < 0 {
      throw ValidationError(
        say("--iterations harus 0 atau lebih.", "--iterations must be 0 or more."))
    }
    if let threads, !(1...256).contains(threads) {
      throw ValidationError(say("--threads harus 1 sampai 256.", "--threads must be 1 to 256."))
    }
    if let target, !(target >= 0) {
      throw ValidationError(say("--target harus 0 atau lebih.", "--target must be 0 or more."))
    }
  }

  func run() throws {
    let begin = ContinuousClock.now
    let problem = try readProblem()
    let warmStart = try warm.map { try readWarmStart($0, for: problem) }
    let loading = (ContinuousClock.now - begin) / .milliseconds(1)
    let budget = SolveBudget(
      seconds: time?.seconds ?? (iterations == nil ? 30 : nil), iterations: iterations,
      seed: seed, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      target: target.map(problem.problemCost))
    let search = SolveSearch(
      file: problem, budget: budget, warmStart: warmStart ?? problem.ownStart, showsLines: progress)
    let outcome = try search.run()
    let report = SolveReport(
      file: problem, outcome: outcome,
      // With a number of steps alone, equal inputs give equal bytes.
      times: time == nil && iterations != nil
        ? VroomComputingTimes(loading: 0, solving: 0)
        : VroomComputingTimes(loading: Int(loading), solving: Int(outcome.seconds * 1_000)))
    if let trace { try Files.write(outcome.trace.csv(cost: problem.cost), to: trace) }
    try report.write(to: out, asJSON: json)
    if Interruption.isRequested { throw ExitCode(130) }
  }

  /// Reads the problem; a client that reads VROOM's output also finds there what is wrong.
  private func readProblem() throws -> ProblemFile {
    let bytes = try Files.readInput(file)
    do {
      let problem = try ProblemFile(bytes, format: format)
      problem.warn(file, isSolving: true)
      return problem
    } catch let error as VRPLIBError {
      throw Failure.inFile(file, error.phrase)
    } catch let error as VroomError {
      let text = VroomInstance.json(of: error).text + "\n"
      if let out { try Files.write(text, to: out) } else { print(text, terminator: "") }
      throw Failure.inFile(file, error.phrase)
    }
  }

  private func readWarmStart(_ path: String, for problem: ProblemFile) throws -> Solution {
    let bytes = try Files.read(path)
    do {
      return try problem.warmStart(bytes)
    } catch let error as VRPLIBError {
      throw Failure.inFile(path, error.phrase)
    } catch let error as VroomError {
      throw Failure.inFile(path, error.phrase)
    }
  }
}

extension ProblemFile {
  /// The plan that comes with the problem, if there is one.
  fileprivate var ownStart: Solution? {
    switch self {
    case .vrplib: nil
    case .vroom(let instance): instance.warmStart
    }
  }
}
