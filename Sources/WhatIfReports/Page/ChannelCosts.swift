internal import Domain
internal import Reports
internal import Simulation

/// What each channel did and what a delivered card cost by it.
struct ChannelCosts {
  let study: Study
  let names: ScenarioNames
  let language: Language

  private struct Line {
    let scenario: Int
    let title: String
    let channel: StudiedChannel
  }

  private var lines: [Line] {
    ([study.base] + study.alternatives).enumerated().flatMap { index, studied in
      zip(studied.scenario.delivery.channels, studied.channels).map { channel, totals in
        Line(scenario: index, title: channel.title.text(in: language), channel: totals)
      }
    }.filter { $0.channel.handedOver > 0 }
  }

  var html: HTMLText {
    guard !lines.isEmpty else { return .empty }
    let heading = say(id: "Biaya dan hasil tiap jalur", en: "Cost and result by channel")
    return """
      <section id="channels"><h2>\(heading)</h2>\(bars)
      \(PageTable.html(table, label: heading))</section>
      """
  }

  private var bars: HTMLText {
    let most = lines.compactMap(\.channel.costPerDelivered).max() ?? 0
    guard most > 0 else { return .empty }
    return """
      <h3>\(say(id: "Biaya per kartu yang diterima", en: "Cost per delivered card"))</h3>
      <dl class="bars">\(.each(lines) { line in
        let cost = line.channel.costPerDelivered
        let width = SVG.number(100 * (cost ?? 0) / most)
        return """
          <dt>\(title(line))</dt><dd class="k\(line.scenario % ChartStyle.count)">\
          <i style="width:\(width)%"></i><b>\(cost.map(rupiah) ?? "–")</b></dd>
          """
      })</dl>
      """
  }

  private var table: TextTable {
    TextTable(
      columns: [
        .init(say(id: "Jalur", en: "Channel")),
        .number(say(id: "diserahkan", en: "handed over")),
        .number(say(id: "diterima", en: "delivered")),
        .number(say(id: "kembali", en: "returned")), .number(say(id: "kunjungan", en: "calls")),
        .number(say(id: "hari petugas", en: "courier days")), .number("km"),
        .number(say(id: "biaya", en: "cost")), .number(say(id: "per kartu", en: "per card")),
      ],
      rows: lines.map { line in
        let channel = line.channel
        let counts = [
          channel.handedOver, channel.delivered, channel.returned, channel.calls,
          channel.courierDays, channel.kilometres,
        ].map { language.decimal($0, places: 0) }
        return [title(line)] + counts
          + [rupiah(channel.cost), channel.costPerDelivered.map(rupiah) ?? "–"]
      })
  }

  private func title(_ line: Line) -> String {
    study.alternatives.isEmpty ? line.title : "\(names.all[line.scenario]) · \(line.title)"
  }

  private func rupiah(_ value: Double) -> String {
    RupiahScale(for: value).text(value, in: language)
  }

  private func say(id: String, en: String) -> String { language.say(id: id, en: en) }
}
