import Domain

/// Which sites print for which kecamatan on a day.
///
/// The site that names a kecamatan prints for it; else the sites that name none. Behind the last
/// site stands a place where cards wait that no open site prints for.
struct SiteRoutes: Sendable {
  private let sites: [Printing.Site]
  private let kecamatanCount: Int
  /// Whether each site is open now.
  private(set) var isOpen: [Bool]
  /// Sites of each kecamatan, one list after the other.
  private var candidates: [Int32] = []
  private var starts: [Int] = []

  init(_ scenario: Scenario) {
    sites = scenario.printing.sites
    kecamatanCount = scenario.kecamatan.count
    isOpen = sites.map { $0.isOpen(on: scenario.firstDay) }
    listCandidates()
  }

  /// The place where cards wait that no open site prints for.
  var nowhere: Int { sites.count }

  /// Opens and closes the sites for a day and returns whether anything changed.
  mutating func open(on date: CalendarDate) -> Bool {
    let isOpenThen = sites.map { $0.isOpen(on: date) }
    guard isOpenThen != isOpen else { return false }
    isOpen = isOpenThen
    listCandidates()
    return true
  }

  func prints(_ kecamatan: Int, at site: Int) -> Bool {
    site == nowhere
      ? starts[kecamatan] == starts[kecamatan + 1]
      : candidates[starts[kecamatan]..<starts[kecamatan + 1]].contains(Int32(site))
  }

  /// The site for a card of `kecamatan`: of several the one with the shortest queue per printer,
  /// ties to the smallest index.
  func site(of kecamatan: Int, waiting: [Int]) -> Int {
    let range = starts[kecamatan]..<starts[kecamatan + 1]
    guard let first = range.first else { return nowhere }
    var best = Int(candidates[first])
    for position in range.dropFirst() {
      let other = Int(candidates[position])
      if waiting[other] * sites[best].printers < waiting[best] * sites[other].printers {
        best = other
      }
    }
    return best
  }

  private mutating func listCandidates() {
    candidates.removeAll()
    starts = [0]
    for kecamatan in 0..<kecamatanCount {
      let open = sites.indices.filter { isOpen[$0] }
      let named = open.filter { sites[$0].kecamatan.contains(kecamatan) }
      let all = named.isEmpty ? open.filter { sites[$0].kecamatan.isEmpty } : named
      let withPrinters = all.filter { sites[$0].printers > 0 }
      candidates += (withPrinters.isEmpty ? all : withPrinters).map { Int32($0) }
      starts.append(candidates.count)
    }
  }
}
