import Domain
import Vroom

extension ProblemFile {
  /// Warnings shown; a file that means something else altogether has thousands.
  private static let shownWarnings = 10

  /// Says on standard error what of the file at `path` has no effect, or another than expected.
  func warn(_ path: String, isSolving: Bool) {
    guard case .vroom(let instance) = self else { return }
    let notes = instance.notes + (isSolving ? instance.solvingNotes : [])
    for note in notes.prefix(Self.shownWarnings) {
      Terminal.printError(
        say("peringatan: ", "warning: ") + "\(path): " + note.phrase.text(in: language))
    }
    let rest = notes.count - Self.shownWarnings
    if rest > 0 {
      Terminal.printError(
        say("… dan \(say(rest)) peringatan lain", "… and \(say(rest)) more warnings"))
    }
  }
}
