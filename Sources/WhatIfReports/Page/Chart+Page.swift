internal import Domain
internal import Reports

extension Chart {
  private static let mostRows = 40

  /// The chart's place on the page: title, legend, drawing, room for the live chart, its numbers.
  func figure(in language: Language) -> HTMLText {
    let hasBands = !hasWhiskers && curves.contains { !$0.low.isEmpty }
    return """
      <figure class="chart" id="chart-\(id)">
      <figcaption><h3>\(title)</h3><p>\(note)</p>\(legend(hasBands: hasBands, language))</figcaption>
      <div class="plot" data-chart="\(id)"><p class="axis">\(axis)</p>\(drawing(in: language))</div>
      <details class="numbers"><summary>\(language.say(
        id: "Angka grafik ini", en: "The numbers of this chart"))</summary>
      \(PageTable.html(numbers(in: language), label: title))
      </details>
      </figure>
      """
  }

  private func legend(hasBands: Bool, _ language: Language) -> HTMLText {
    let band: HTMLText =
      hasBands
      ? """
      <li class="k0"><svg viewBox="0 0 34 14" aria-hidden="true"><path class="band" d="M0 2h34v10h-34z"/>\
      </svg>\(language.say(id: "8 dari 10 simulasi", en: "8 of 10 runs"))</li>
      """ : .empty
    guard curves.count > 1 || hasBands else { return .empty }
    let entries: HTMLText = .each(curves) { curve in
      """
      <li class="k\(curve.style % ChartStyle.count)"><svg viewBox="0 0 34 14" aria-hidden="true">\
      <path class="line" d="M0 7h34"/><path class="marker" d="\(
        ChartStyle.marker(curve.style, x: 17, y: 7))"/></svg>\(curve.name)</li>
      """
    }
    return "<ul class=\"legend\">\(entries)\(band)</ul>"
  }

  /// A row for each place, or for some evenly spread where there are many, the last always.
  private func numbers(in language: Language) -> TextTable {
    let step = max(1, (places.count + Self.mostRows - 1) / Self.mostRows)
    var rows = Array(stride(from: 0, to: places.count, by: step))
    if let last = places.indices.last, rows.last != last { rows.append(last) }
    return TextTable(
      columns: [.init(placeTitle)] + curves.map { .number($0.name) },
      rows: rows.map { row in
        [labels[row]]
          + curves.map { curve in
            let mean = language.decimal(curve.mean[row], places: decimals)
            guard !curve.low.isEmpty else { return mean }
            let low = language.decimal(curve.low[row], places: decimals)
            let high = language.decimal(curve.high[row], places: decimals)
            return low == high ? mean : "\(mean) (\(low)–\(high))"
          }
      })
  }

  /// What the live chart is drawn from.
  var data: JSONText {
    [
      "id": .string(id), "decimals": .integer(decimals), "whiskers": .boolean(hasWhiskers),
      "places": list(places, decimals: 2),
      "labels": .array(labels.map { .string($0) }),
      "ticks": .array(
        ticks.map { ["value": PlainDecimal.json($0.value), "label": .string($0.label)] }),
      "floor": PlainDecimal.json(floor), "top": PlainDecimal.json(axisValues.last ?? 1),
      "step": PlainDecimal.json(axisValues.count > 1 ? axisValues[1] - floor : 1),
      "levels": .array(
        levels.map { ["value": PlainDecimal.json($0.value), "label": .string($0.label)] }),
      "curves": .array(
        curves.map {
          [
            "name": .string($0.name), "style": .integer($0.style % ChartStyle.count),
            "mean": list($0.mean, decimals: decimals + 1),
            "low": list($0.low, decimals: decimals), "high": list($0.high, decimals: decimals),
          ]
        }),
    ]
  }

  private func list(_ values: [Double], decimals: Int) -> JSONText {
    .array(values.map { PlainDecimal.json($0, places: decimals) })
  }
}
