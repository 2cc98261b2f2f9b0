/// The columns of a file of couriers.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `id` | `nomor`, `nip`, `nomor_petugas` | badge number; **required** |
/// | `name` | `nama` | **required** |
/// | `organisation` | `instansi`, `organisasi` | **required** |
/// | `base_latitude`, `base_longitude` | `lintang_pangkalan`, `bujur_pangkalan` | degrees; **required** |
/// | `kecamatan` | | codes or names divided by a vertical bar; empty means all |
/// | `shift_start`, `shift_end` | `jam_mulai`, `jam_selesai` | `HH:MM`; **required** |
/// | `break_earliest`, `break_latest`, `break_minutes` | `istirahat_paling_awal`, `istirahat_paling_lambat`, `istirahat_menit` | all three or none |
/// | `vehicle` | `kendaraan` | `motorcycle`, `car`, `van`, `foot`, `boat`; **required** |
/// | `speed` | `speed_kmh`, `kecepatan` | 1 to 120 km/h; **required** |
/// | `capacity_cards` | `kapasitas`, `kapasitas_kartu` | 1 to 10000; **required** |
/// | `stops` | `maximum_stops`, `alamat_maksimum` | 1 to 1000; **required** |
/// | `skills` | `keahlian` | `boat`; several divided by a vertical bar |
public enum CourierColumn: Int, TableColumn {
  case id, name, organisation, baseLatitude, baseLongitude, kecamatan, shiftStart, shiftEnd
  case breakEarliest, breakLatest, breakMinutes, vehicle, speed, capacityCards, stops, skills

  public var aliases: [String] {
    switch self {
    case .id: ["nomor", "nip", "nomor_petugas"]
    case .name: ["nama"]
    case .organisation: ["instansi", "organisasi"]
    case .baseLatitude: ["lintang_pangkalan"]
    case .baseLongitude: ["bujur_pangkalan"]
    case .shiftStart: ["jam_mulai"]
    case .shiftEnd: ["jam_selesai"]
    case .breakEarliest: ["istirahat_paling_awal"]
    case .breakLatest: ["istirahat_paling_lambat"]
    case .breakMinutes: ["istirahat_menit"]
    case .vehicle: ["kendaraan"]
    case .speed: ["speed_kmh", "kecepatan"]
    case .capacityCards: ["kapasitas", "kapasitas_kartu"]
    case .stops: ["maximum_stops", "alamat_maksimum"]
    case .skills: ["keahlian"]
    case .kecamatan: []
    }
  }

  public var isRequired: Bool {
    switch self {
    case .kecamatan, .breakEarliest, .breakLatest, .breakMinutes, .skills: false
    default: true
    }
  }
}
