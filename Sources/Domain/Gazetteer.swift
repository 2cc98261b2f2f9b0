/// Every region of one regency, found by code or by any of its names.
public struct Gazetteer: Sendable {
  public let regency: Region
  /// Kecamatan in order of code.
  public let kecamatan: [Region]
  /// Kelurahan and desa in order of code.
  public let desa: [Region]
  private let byCode: [RegionCode: Region]
  private let kecamatanByName: [String: [RegionCode]]
  private let desaByName: [String: [RegionCode]]

  /// Creates a gazetteer of `regions`, one of them a regency and the others inside it.
  ///
  /// - Throws: ``GazetteerError`` naming the first region that does not fit.
  public init(_ regions: [Region]) throws(GazetteerError) {
    let sorted = regions.sorted { $0.code < $1.code }
    guard let regency = sorted.first, regency.code.level == .regency else { throw .noRegency }
    var byCode: [RegionCode: Region] = [:]
    for region in sorted {
      guard byCode.updateValue(region, forKey: region.code) == nil else {
        throw .duplicate(region.code)
      }
      guard regency.code.contains(region.code) else { throw .outside(region.code, regency.code) }
      if region.code.level == .desa, let parent = region.code.kecamatan, byCode[parent] == nil {
        throw .noParent(region.code)
      }
    }
    self.regency = regency
    self.byCode = byCode
    kecamatan = sorted.filter { $0.code.level == .kecamatan }
    desa = sorted.filter { $0.code.level == .desa }
    kecamatanByName = Self.index(kecamatan)
    desaByName = Self.index(desa)
  }

  public subscript(code: RegionCode) -> Region? { byCode[code] }

  /// The name of a region, or its code when the gazetteer does not know it.
  public func name(of code: RegionCode) -> String { byCode[code]?.name ?? code.description }

  /// The kelurahan and desa of one kecamatan, in order of code.
  public func desa(of kecamatan: RegionCode) -> [Region] {
    desa.filter { kecamatan.contains($0.code) }
  }

  /// The kecamatan of that name or alias, whatever its spacing, case and level word.
  public func kecamatan(named name: String) -> [RegionCode] {
    kecamatanByName[Self.normalised(name)] ?? []
  }

  /// The kelurahan and desa of that name or alias, within `kecamatan` where one is given.
  public func desa(named name: String, in kecamatan: RegionCode? = nil) -> [RegionCode] {
    let found = desaByName[Self.normalised(name)] ?? []
    guard let kecamatan else { return found }
    return found.filter(kecamatan.contains)
  }

  /// A name as it is compared: letters and digits only, lower case, without a leading level word.
  public static func normalised(_ name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    let levelWords: Set<Substring> = ["kec", "kecamatan", "kel", "kelurahan", "desa", "ds"]
    let rest = words.count > 1 && levelWords.contains(words[0]) ? words.dropFirst() : words[...]
    return rest.joined()
  }

  private static func index(_ regions: [Region]) -> [String: [RegionCode]] {
    var index: [String: [RegionCode]] = [:]
    for region in regions {
      for name in Set(([region.name] + region.aliases).map(normalised)) {
        index[name, default: []].append(region.code)
      }
    }
    return index
  }
}

/// Why a list of regions is not the gazetteer of one regency.
public enum GazetteerError: Error, Equatable, CustomStringConvertible {
  case noRegency
  case duplicate(RegionCode)
  case outside(RegionCode, RegionCode)
  case noParent(RegionCode)

  public var description: String {
    switch self {
    case .noRegency: "no regency among the regions; add its row (code PP.KK)"
    case .duplicate(let code): "region \(code) is listed twice; remove one row"
    case .outside(let code, let regency): "region \(code) is not in regency \(regency)"
    case .noParent(let code): "region \(code) lies in a kecamatan that is not listed; add its row"
    }
  }
}
