public import Domain

extension BackTestResult {
  /// What came out, in words: the verdict, the days, the error, and each figure that lies outside.
  public var sentences: [Phrase] {
    [verdict.phrase, daySentence] + [errorSentence].compactMap { $0 }
      + figures.compactMap(Self.sentence)
  }

  private var daySentence: Phrase {
    let expected = WrittenNumber(0.9 * Double(countedDays), decimals: 0).text
    let narrow =
      bandsAreTooNarrow
      ? Phrase(
        id: "; ramalan terlalu yakin", en: "; the forecast is surer than it should be")
      : Phrase(id: "", en: "")
    return Phrase(
      id: "\(daysInside) dari \(countedDays) hari berada dalam rentang ramalan "
        + "(seharusnya sekitar \(expected))" + narrow.indonesian,
      en: "\(daysInside) of \(countedDays) days lie within the band of the forecast "
        + "(about \(expected) should)" + narrow.english)
  }

  private var errorSentence: Phrase? {
    guard let meanError else { return nil }
    let error = WrittenNumber(meanError, decimals: 1).text
    guard let naiveError else {
      return Phrase(
        id: "rata-rata meleset \(error) kartu sehari; catatan tidak cukup panjang untuk "
          + "membandingkan dengan masa sebelumnya",
        en: "off by \(error) cards a day on average; the books do not reach back far enough to "
          + "compare with the time before")
    }
    let naive = WrittenNumber(naiveError, decimals: 1).text
    let isBetter = meanError < naiveError
    return Phrase(
      id: "rata-rata meleset \(error) kartu sehari; menebak “sama seperti sebelumnya” meleset "
        + "\(naive): ramalan \(isBetter ? "lebih baik" : "tidak lebih baik")",
      en: "off by \(error) cards a day on average; guessing “the same as before” is off by "
        + "\(naive): the forecast is \(isBetter ? "better" : "no better")")
  }

  private static func sentence(_ compared: ComparedFigure) -> Phrase? {
    let title = compared.figure.phrase
    guard let actual = compared.actual, let interval = compared.interval else {
      return Phrase(
        id: "\(title.indonesian): tidak ada kejadian untuk dibandingkan",
        en: "\(title.english): nothing happened to compare")
    }
    guard compared.verdict != .inside else { return nil }
    let decimals = compared.figure.decimals
    let happened = WrittenNumber(actual, decimals: decimals).text
    let range = written(interval, decimals: decimals)
    let isAbove = compared.verdict == .above
    return Phrase(
      id: "\(title.indonesian): nyata \(happened), ramalan \(range), "
        + (isAbove ? "kenyataan lebih tinggi" : "kenyataan lebih rendah"),
      en: "\(title.english): it was \(happened), the forecast said \(range), "
        + (isAbove ? "too low" : "too high"))
  }
}
