import ArgumentParser
import Domain
import Intake

/// A list of scanned cards, from a file or from a scanner on standard input.
enum ScanFile {
  /// - Throws: ``Failure`` naming the first line that is no card; nothing has been recorded then.
  static func cards(in path: String) throws -> [CardID] {
    if path == "-", Terminal.inputIsTerminal {
      Terminal.printError(
        say("Pindai kartu, akhiri dengan Ctrl-D.", "Scan the cards, finish with Ctrl-D."))
    }
    let list = ScanList(of: try Files.readInput(path))
    if let rejection = list.rejections.first {
      let rest = list.rejections.count - 1
      let more = rest > 0 ? say(" (dan \(rest) baris lain)", " (and \(rest) more)") : ""
      throw Failure(
        .badInput, id: "\(path): \(rejection.phrase.indonesian)\(more)",
        en: "\(path): \(rejection.phrase.english)\(more)")
    }
    for repetition in list.repetitions {
      Terminal.printError(
        say(
          "\(path): baris \(repetition.line): \(repetition.card) sudah dipindai di baris "
            + "\(repetition.firstLine)",
          "\(path): line \(repetition.line): \(repetition.card) was scanned on line "
            + "\(repetition.firstLine) already"))
    }
    return list.cards
  }
}
