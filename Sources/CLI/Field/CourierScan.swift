import ArgumentParser
import Custody
import Domain
import Intake
import Storage

struct CourierScan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: say(
      "Menghitung kartu di tas dengan memindainya; yang kurang dan lebih disebut.",
      "Counts the cards in the bag by scanning them; names those missing and those too many."),
    discussion: say(
      """
      Contoh:
        hantar courier scan                 (pindai satu per satu, akhiri dengan Ctrl-D)
        hantar courier scan pindaian.txt    (satu nomor tiap baris)
      """,
      """
      Example:
        hantar courier scan                 (scan one by one, end with Ctrl-D)
        hantar courier scan scanned.txt     (one number a line)
      """))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption

  @Argument(
    help: ArgumentHelp(
      say("Berkas hasil pindaian, atau - .", "File of what was scanned, or - .")),
    completion: .file())
  var file = "-"

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let run = try runOption.run(in: pocket, clock: clock)
    if file == "-", Terminal.inputIsTerminal {
      Terminal.printError(
        say(
          "Pindai setiap kartu di tas; akhiri dengan Ctrl-D.",
          "Scan every card in the bag; end with Ctrl-D."))
    }
    let list = ScanList(of: try Files.readInput(file))
    for rejection in list.rejections {
      Terminal.printError(
        say("baris", "line") + " \(rejection.row) \"\(rejection.value)\": "
          + rejection.reason.phrase.text(in: language))
    }
    let count = try pocket.scanOut(run.id, scanned: list.cards, clock: clock)
    report(count, of: run.id)
    try conclude(count, unreadable: list.rejections.count)
  }

  private func report(_ count: Reconciliation, of run: RunID) {
    print(
      say(
        "\(run): \(say(count.expected.count)) kartu seharusnya di tas, "
          + "\(say(count.present.count)) ada, \(say(count.missing.count)) kurang, "
          + "\(say(count.extra.count)) lebih",
        "\(run): \(counted(count.expected.count, "card")) should be in the bag, "
          + "\(say(count.present.count)) there, \(say(count.missing.count)) missing, "
          + "\(say(count.extra.count)) too many"))
    for card in count.missing { print(say("kurang: ", "missing: ") + card.description) }
    for card in count.extra { print(say("lebih: ", "too many: ") + card.description) }
  }

  private func conclude(_ count: Reconciliation, unreadable: Int) throws {
    guard count.isComplete else {
      throw Failure(
        .refused,
        id: "isi tas tidak cocok; kartu yang kurang dicatat hilang dan tidak bisa diserahkan. "
          + "Cari bersama kantor, lalu pindai lagi semuanya",
        en: "the bag does not match; missing cards are recorded as missing and cannot be "
          + "delivered. Look for them with the office, then scan everything again")
    }
    guard unreadable == 0 else {
      throw Failure(
        .badInput, id: "\(say(unreadable)) baris bukan kartu; kartu yang terbaca sudah cocok",
        en: "\(counted(unreadable, "line")) are no cards; the cards that were read all match")
    }
  }
}
