public import Domain

/// What is odd about a row that was taken in all the same.
public enum WarningReason: Hashable, Described {
  case nikEndsInZero
  case nikRegionUnknown(String)
  case nikBirthDateDiffers
  case nikSexDiffers
  case underSeventeen
  /// The place is in a region other than the one in the address: borders are contested.
  case inOtherRegion(String)
  case outsideMap
  case foreignPostEvent

  public var phrase: Phrase {
    switch self {
    case .foreignPostEvent:
      Phrase(
        id: "kode bea cukai atau kantor tukar, tidak dipakai untuk kiriman dalam negeri; diabaikan",
        en: "is a code of customs or border offices, which no domestic item passes; it is ignored")
    case .nikEndsInZero:
      Phrase(
        id: "NIK berakhir dengan 0; bila kolom ini pernah menjadi angka, angka terakhirnya hilang",
        en: "the NIK ends in 0; if the column ever was a number, its last digit is lost")
    case .nikRegionUnknown(let digits):
      Phrase(
        id: "kode wilayah \(digits) di awal NIK tidak dikenal; cocokkan dengan KK",
        en: "the NIK starts with the unknown region \(digits); compare it with the family card")
    case .nikBirthDateDiffers:
      Phrase(
        id: "tanggal lahir berbeda dengan yang tersirat di NIK; tanggal lahir di berkas dipakai",
        en: "the date of birth differs from the one in the NIK; the file's date is used")
    case .nikSexDiffers:
      Phrase(
        id: "jenis kelamin berbeda dengan yang tersirat di NIK; yang di berkas dipakai",
        en: "the sex differs from the one in the NIK; the file's is used")
    case .underSeventeen:
      Phrase(
        id: "penduduk belum 17 tahun; pastikan sudah kawin atau tanggal lahirnya benar",
        en: "the resident is under 17; make sure of the marriage or of the date of birth")
    case .inOtherRegion(let name):
      Phrase(
        id: "titik koordinat terletak di \(name); pastikan alamat atau titiknya",
        en: "the coordinate lies in \(name); make sure of the address or the place")
    case .outsideMap:
      Phrase(
        id: "titik koordinat di luar peta wilayah; pastikan titiknya",
        en: "the coordinate lies outside the map of the regency; make sure of the place")
    }
  }
}
