internal import Domain
internal import Simulation

/// Sentences about one scenario by itself.
struct BaseSentences {
  let language: Language

  private var text: AnswerText { AnswerText(language: language) }

  /// At most four sentences; events that never happen come after what did.
  func all(of studied: StudiedScenario, key: [Answer]) -> [String] {
    let happened = key.filter { (studied.answers[$0]?.observed ?? 0) > 0 }
    let events = happened.filter { $0.event != nil }
    let missing = key.filter { $0.event != nil && !happened.contains($0) }
    let figures = happened.filter { $0.event == nil }
    let chosen = events.prefix(2) + missing.prefix(events.isEmpty ? 2 : 1)
    return (chosen + figures).compactMap { sentence(about: $0, in: studied) }.prefix(4).map { $0 }
  }

  /// One sentence, or nothing for an answer that only stands in tables.
  func sentence(about answer: Answer, in studied: StudiedScenario) -> String? {
    let estimate = studied.answers[answer]
    if answer.event != nil {
      return clause(ofEvent: answer, in: studied).asSentenceStart + "."
    }
    guard let estimate, estimate.observed > 0 else { return nil }
    return figure(estimate, answer, studied)?.text(in: language)
  }

  /// `blanks run out on working day 41 (Tuesday, 17 March 2015)`.
  func clause(ofEvent answer: Answer, in studied: StudiedScenario) -> String {
    guard let event = answer.event, let absence = answer.absence else { return "" }
    guard let estimate = studied.answers[answer], estimate.observed > 0 else {
      return absence.text(in: language) + whatIsLeft(answer, in: studied)
    }
    let day = Int(estimate.mean.rounded())
    let range = range(of: estimate, answer)
    let isSure = range == nil
    let date = date(of: answer, in: studied)
    var clause = event.text(in: language)
    if estimate.observed < estimate.runs {
      clause += language.say(
        id: " pada \(estimate.observed) dari \(estimate.runs) simulasi, yaitu",
        en: " in \(estimate.observed) of \(estimate.runs) runs, then")
    }
    clause += language.say(
      id: isSure ? " pada" : " sekitar", en: isSure ? " on" : " around")
    let isWorking = answer == .stockOutWorkingDay
    clause += language.say(
      id: isWorking ? " hari kerja ke-\(day)" : " hari ke-\(day)",
      en: isWorking ? " working day \(day)" : " day \(day)")
    let details = [date?.text(in: language), range].compactMap { $0 }
    return details.isEmpty ? clause : clause + " (" + details.joined(separator: "; ") + ")"
  }

  /// The end of the period, and for a queue how much of it is left.
  private func whatIsLeft(_ answer: Answer, in studied: StudiedScenario) -> String {
    let last = studied.scenario.lastDay.text(in: language)
    let period = language.say(
      id: " sampai akhir periode (\(last))", en: " by the end of the period (\(last))")
    let rest: Answer? = answer == .printBacklogClearedDay ? .waitingToPrintAtEnd : nil
    guard let rest, let estimate = studied.answers[rest], estimate.observed > 0, estimate.mean > 0
    else { return period }
    let cards = text.valueWithError(estimate, of: rest)
    return period
      + language.say(
        id: "; \(cards) kartu masih menunggu dicetak",
        en: "; \(cards) cards still wait to be printed"
      )
  }

  /// Where most runs lie; nil where they agree on the day.
  private func range(of estimate: Estimate, _ answer: Answer) -> String? {
    let from = Int(estimate.tenth.rounded())
    let to = Int(estimate.ninetieth.rounded())
    guard from != to else { return nil }
    return language.say(
      id: "8 dari 10 simulasi: hari ke-\(from) sampai ke-\(to)",
      en: "8 of 10 runs: day \(from) to \(to)")
  }

  private func date(of answer: Answer, in studied: StudiedScenario) -> CalendarDate? {
    let calendar = answer == .stockOutWorkingDay ? .stockOutDay : answer
    guard let estimate = studied.answers[calendar], estimate.observed > 0 else { return nil }
    return studied.scenario.firstDay.adding(days: Int(estimate.mean.rounded()) - 1)
  }

  private func figure(
    _ estimate: Estimate, _ answer: Answer, _ studied: StudiedScenario
  ) -> Phrase? {
    let value = text.valueWithError(estimate, of: answer)
    let goals = studied.scenario.goals
    switch answer {
    case .waitNinetyFifthDays:
      return Phrase(
        id: "Dari kartu yang diterima penduduk, 95 % menunggu paling lama \(value) hari sejak siap "
          + "cetak.",
        en: "Of the cards that reach their resident, 95 % wait at most \(value) days from print "
          + "ready.")
    case .withinPromisePercent:
      return Phrase(
        id: "Janji \(goals.promiseDays) hari ditepati untuk \(value) kartu.",
        en: "The promise of \(goals.promiseDays) days is kept for \(value) of the cards.")
    case .offlineWithinPromisePercent:
      let days = goals.offlinePromiseDays.map(String.init) ?? "–"
      return Phrase(
        id: "Janji \(days) hari bagi tempat tanpa sinyal ditepati untuk \(value) kartu.",
        en: "The promise of \(days) days to places without signal is kept for \(value) of the "
          + "cards.")
    case .mostDeliveredInADay:
      return Phrase(
        id: "Pada hari terbaik \(value) kartu sampai ke penduduk.",
        en: "On the best day \(value) cards reach their residents.")
    case .delivered:
      return Phrase(
        id: "\(value) kartu sampai di tangan penduduk.", en: "\(value) cards reach their resident.")
    case .deliveredPercent:
      return Phrase(
        id: "Dari kartu yang diserahkan ke pengantar, \(value) sampai ke penduduk.",
        en: "Of the cards handed over for delivery, \(value) reach their resident.")
    case .recordedPercent:
      return Phrase(
        id: "Cakupan perekaman pada akhir periode \(value).",
        en: "Recording coverage at the end of the period is \(value).")
    case .costPerDelivered:
      return Phrase(
        id: "Biaya per kartu yang diterima penduduk \(value).",
        en: "A card in its resident's hand costs \(value).")
    case .daysWithoutBlanks:
      return Phrase(
        id: "Pencetakan terhenti karena blangko kosong selama \(value) hari kerja.",
        en: "Printing stands still for want of blanks on \(value) working days.")
    default: return nil
    }
  }
}
