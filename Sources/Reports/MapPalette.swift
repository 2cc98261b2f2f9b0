internal import Domain

/// Which line each run gets: a colour and a dash.
///
/// Eight colours that stay apart for colour-blind readers, each solid, dashed and dotted. Neighbours
/// in the list of one kecamatan never share a colour, and 24 runs of a kecamatan never share a line.
///
/// Source: M. Okabe and K. Ito, "Color Universal Design", 2008, lightened for a dark ground.
enum MapPalette {
  static let colourCount = 8
  static let styleCount = 24

  /// The style of each run: `style % 8` is its colour, `style / 8` its dash.
  static func styles(of kecamatan: [RegionCode?]) -> [Int] {
    var counts: [RegionCode?: (start: Int, used: Int)] = [:]
    return kecamatan.map { code in
      // Another start for each kecamatan keeps the first runs of neighbours apart.
      var count = counts[code] ?? (start: counts.count * 3, used: 0)
      defer { counts[code] = count }
      count.used += 1
      let turn = (count.used - 1) % styleCount
      return (count.start + turn) % colourCount + turn / colourCount * colourCount
    }
  }
}
