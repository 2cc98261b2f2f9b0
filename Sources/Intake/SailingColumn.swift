/// The columns of a file of sailings.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `route` | `rute`, `pelayaran` | what the route is called, once per file; **required** |
/// | `pier` | `dermaga` | name of the pier on the mainland; **required** |
/// | `pier_latitude`, `pier_longitude` | `lintang_dermaga`, `bujur_dermaga` | degrees; **required** |
/// | `island` | `pulau` | **required** |
/// | `island_pier` | `dermaga_pulau` | name of the pier on the island; **required** |
/// | `island_pier_latitude`, `island_pier_longitude` | `lintang_dermaga_pulau`, `bujur_dermaga_pulau` | degrees; **required** |
/// | `kind` | `jenis` | `scheduled`, or `charter` for boats that leave when asked; **required** |
/// | `days` | `hari` | `daily`, or days divided by a vertical bar: `mon\|thu`, `senin\|kamis`; **required** |
/// | `except_dates` | `kecuali` | dates divided by a vertical bar |
/// | `departures` | `departure`, `berangkat` | `HH:MM` divided by a vertical bar; of a charter the hours `HH:MM-HH:MM`; **required** |
/// | `duration_minutes` | `durasi_menit` | 1 to 1440; **required** |
/// | `returns` | `last_return`, `kembali`, `kembali_terakhir` | as `departures`; **required** |
/// | `return_duration_minutes` | `durasi_kembali_menit` | as `duration_minutes` when empty |
/// | `boarding_minutes` | `menit_naik`, `menit_tunggu` | how long before it leaves one must be at the pier: to board, or to find a boat; 15 when empty |
/// | `capacity` | `kapasitas` | couriers a boat takes; of a charter, couriers in a day; **required** |
/// | `overnight` | `bermalam` | `yes` or `no`: may couriers stay until a later day; `no` when empty |
/// | `note` | `catatan` | tide and weather, up to 200 characters |
/// | `source` | `sumber` | where the timetable is from; **required** |
public enum SailingColumn: Int, TableColumn {
  case route, pier, pierLatitude, pierLongitude, island, islandPier, islandPierLatitude
  case islandPierLongitude, kind, days, exceptDates, departures, durationMinutes, returns
  case returnDurationMinutes, boardingMinutes, capacity, overnight, note, source

  public var aliases: [String] {
    switch self {
    case .route: ["rute", "pelayaran"]
    case .pier: ["dermaga"]
    case .pierLatitude: ["lintang_dermaga"]
    case .pierLongitude: ["bujur_dermaga"]
    case .island: ["pulau"]
    case .islandPier: ["dermaga_pulau"]
    case .islandPierLatitude: ["lintang_dermaga_pulau"]
    case .islandPierLongitude: ["bujur_dermaga_pulau"]
    case .kind: ["jenis"]
    case .days: ["hari"]
    case .exceptDates: ["kecuali"]
    case .departures: ["departure", "berangkat"]
    case .durationMinutes: ["durasi_menit"]
    case .returns: ["last_return", "kembali", "kembali_terakhir"]
    case .returnDurationMinutes: ["durasi_kembali_menit"]
    case .boardingMinutes: ["menit_naik", "menit_tunggu"]
    case .capacity: ["kapasitas"]
    case .overnight: ["bermalam"]
    case .note: ["catatan"]
    case .source: ["sumber"]
    }
  }

  public var isRequired: Bool {
    switch self {
    case .exceptDates, .returnDurationMinutes, .boardingMinutes, .overnight, .note: false
    default: true
    }
  }
}
