/// The columns of a file of printed cards.
///
/// | column | Indonesian headings | value |
/// | --- | --- | --- |
/// | `card_id` | `nomor_kartu` | a card number of this regency; minted when empty |
/// | `nik` | | 16 digits, as text; **required** |
/// | `name` | `nama`, `nama_lengkap` | **required** |
/// | `birth_date` | `tanggal_lahir`, `tgl_lahir` | taken from the NIK when empty |
/// | `sex` | `jenis_kelamin` | `L` or `P`; taken from the NIK when empty |
/// | `family_card` | `no_kk`, `nomor_kk`, `kk` | 16 digits |
/// | `street` | `alamat`, `jalan` | without the house number |
/// | `number` | `nomor`, `nomor_rumah`, `no_rumah`, `no` | a first column `No` counts the rows |
/// | `rt`, `rw` | `rt_rw` for both in one | 1 to 999, `RT 005/RW 002`, or `-` |
/// | `desa` | `kelurahan`, `desa_kelurahan`, `kelurahan_desa` | code or name; **required** |
/// | `kecamatan` | | code or name; needed where two desa share a name |
/// | `latitude`, `longitude` | `lintang`, `bujur` | degrees, both or neither |
/// | `landmark` | `patokan` | |
/// | `phone` | `telepon`, `no_hp`, `hp` | |
/// | `request` | `permohonan`, `jenis_permohonan` | `first`, `lost`, `damaged`, `data-change`, or `baru`, `hilang`, `rusak`, `perubahan`; **required** |
/// | `urgency` | `urgensi` | `normal` when empty, or `urgent` |
/// | `requested_on` | `tanggal_permohonan`, `diminta` | **required** |
/// | `printed_on` | `tanggal_cetak`, `dicetak` | **required** |
/// | `channel` | `jalur` | `door` or `counter`, `antar` or `loket` |
///
/// Dates are `YYYY-MM-DD` or `DD-MM-YYYY`.
public enum CardColumn: Int, TableColumn {
  case cardID, nik, name, birthDate, sex, familyCard, street, number, rt, rw, desa, kecamatan
  case latitude, longitude, landmark, phone, request, urgency, requestedOn, printedOn, channel

  public var aliases: [String] {
    switch self {
    case .cardID: ["nomor_kartu"]
    case .name: ["nama", "nama_lengkap"]
    case .birthDate: ["tanggal_lahir", "tgl_lahir"]
    case .sex: ["jenis_kelamin"]
    case .familyCard: ["no_kk", "nomor_kk", "kk"]
    case .street: ["alamat", "jalan"]
    case .number: ["no", "nomor", "nomor_rumah", "no_rumah"]
    case .rt: ["rt_rw"]
    case .desa: ["kelurahan", "desa_kelurahan", "kelurahan_desa"]
    case .latitude: ["lintang"]
    case .longitude: ["bujur"]
    case .landmark: ["patokan"]
    case .phone: ["telepon", "no_hp", "hp"]
    case .request: ["permohonan", "jenis_permohonan"]
    case .urgency: ["urgensi"]
    case .requestedOn: ["tanggal_permohonan", "diminta"]
    case .printedOn: ["tanggal_cetak", "dicetak"]
    case .channel: ["jalur"]
    case .nik, .rw, .kecamatan: []
    }
  }

  public var isRequired: Bool {
    switch self {
    case .nik, .name, .desa, .request, .requestedOn, .printedOn: true
    default: false
    }
  }
}
