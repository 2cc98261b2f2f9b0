internal import Domain

extension RunSheetMarkup {
  /// The way turn by turn, for whoever does not know the area: a part for every stop, in two columns.
  var directions: HTMLText {
    guard let way = sheet.way else { return .empty }
    return """
      <section class="page directions">
      <h2>\(say(id: "Petunjuk jalan", en: "Directions")) · \(sheet.run.id)</h2>
      <div>
      \(.each(Array(way.legs.enumerated()), separator: "\n") { index, leg in
        part(index, leg)
      })
      </div>
      </section>
      """
  }

  private func part(_ index: Int, _ leg: RunWay.Leg) -> HTMLText {
    """
    <section><h3>\(destination(of: index)) <span>\(language.distance(leg.distance))</span></h3>
    <ol>\(.each(Directions.lines(of: leg.instructions, in: language)) { "<li>\($0)</li>" })</ol>
    </section>
    """
  }

  /// The number and the house of the stop a leg leads to; the base after the last.
  private func destination(of leg: Int) -> String {
    guard sheet.run.stops.indices.contains(leg) else {
      return say(id: "Kembali ke pangkalan", en: "Back to the base")
    }
    let stop = sheet.run.stops[leg]
    let house = sheet.cards(of: stop).first.map {
      RunSheetLines(stop: stop, card: $0, of: sheet, language: language).house
    }
    return "\(stop.number). \(house ?? "")"
  }
}
