import ArgumentParser
import Domain

/// Why a command stops, with the exit code that tells scripts which kind of trouble it is.
///
/// Exit codes follow sysexits, as ArgumentParser's own do.
struct Failure: Error, Described {
  enum Kind: Int32 {
    /// A rule of planning or custody said no; nothing changed.
    case refused = 1
    /// The input was read and is wrong.
    case badInput = 65
    /// There is no such file, card, run or workspace.
    case noInput = 66
    case cannotWrite = 73
    case inputOutput = 74
  }

  let kind: Kind
  let phrase: Phrase

  init(_ kind: Kind, id indonesian: String, en english: String) {
    self.init(kind, Phrase(id: indonesian, en: english))
  }

  init(_ kind: Kind, _ phrase: Phrase) {
    self.kind = kind
    self.phrase = phrase
  }

  var exitCode: ExitCode { ExitCode(kind.rawValue) }
}
