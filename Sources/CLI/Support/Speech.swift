import Domain
import Foundation
import Reports

/// The language this process speaks: `--lang`, else `HANTAR_LANG`, else the locale.
///
/// It is settled before any command is parsed, because help texts are written in it too.
let language = chosenLanguage(
  arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

/// The Indonesian or the English of a text, whichever this process speaks.
func say(_ indonesian: String, _ english: String) -> String {
  Phrase(id: indonesian, en: english).text(in: language)
}

/// `12.345` in Indonesian, `12,345` in English.
func say(_ number: Int) -> String { language.figure(number) }

/// `1,25` in Indonesian, `1.25` in English.
func say(hundredths value: Double) -> String {
  let whole = Int((value * 100).rounded())
  let digits = whole.magnitude % 100
  let sign = whole < 0 ? "-" : ""
  return sign + language.figure(Int(whole.magnitude / 100)) + say(",", ".")
    + (digits < 10 ? "0\(digits)" : "\(digits)")
}

/// `1 card` or `12,345 cards` for the noun `card`; Indonesian nouns need no such help.
func counted(_ number: Int, _ noun: String) -> String {
  "\(language.figure(number)) \(noun)\(number == 1 ? "" : "s")"
}

/// `1 jam 5 menit` or `1 h 5 min`, rounded to the minute.
func say(_ duration: Duration) -> String {
  let minutes = Int((duration.components.seconds + 30) / 60)
  guard minutes >= 60 else { return "\(minutes) " + say("menit", "min") }
  return say("\(minutes / 60) jam \(minutes % 60) menit", "\(minutes / 60) h \(minutes % 60) min")
}

func chosenLanguage(arguments: [String], environment: [String: String]) -> Language {
  for (index, argument) in arguments.enumerated() {
    if argument == "--lang", index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    {
      return language
    }
    if argument.hasPrefix("--lang="),
      let language = Language(rawValue: String(argument.dropFirst(7)))
    {
      return language
    }
  }
  let locale = ["HANTAR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy
    .compactMap { environment[$0] }.first { !$0.isEmpty }
  return Language(locale: locale ?? "")
}
