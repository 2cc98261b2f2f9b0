public import Domain

/// The rule that a row of a file breaks.
public enum RejectionReason: Error, Hashable, Described {
  case fieldCount(found: Int, expected: Int)
  case textAfterQuote
  case empty
  case tooLong(limit: Int)
  case formula
  case personalNumber
  case invisibleCharacter(String)
  case unknownWord(expected: [String])
  case notADate
  case dateInFuture
  case notATime
  case notAWholeNumber(ClosedRange<Int>)
  case duplicate(firstRow: Int)

  case cardID
  case cardIDOfOtherRegency(RegionCode)
  case nik(NIKError)
  case familyCard
  case notAName(String)
  case bornTooLongAgo
  case printedBeforeRequested(CalendarDate)
  case notANeighbourhood
  case neighbourhoodConflict
  case notAPhone

  case regionCode
  case unknownKecamatan(closest: String?)
  case ambiguousKecamatan([RegionCode])
  case unknownDesa(closest: String?)
  case ambiguousDesa([RegionCode])
  case desaNotInKecamatan(actual: String)

  case notADecimal
  case decimalComma
  case coordinateIncomplete
  case coordinatesSwapped
  case outsideIndonesia
  case farFromKecamatan(String, metres: Int)

  case courierID
  case shift(ShiftError)
  case breakIncomplete

  case sailing(SailingError)
  case notHours
  case pierOffLand
  case piersOnOneLand

  case notText
  /// The QR code of a receipt where that of a card belongs.
  case proofNotCard
  case postItem
  case notAMoment
  case notWithPostEvent(PostEventCode)

  public var phrase: Phrase {
    rowPhrase ?? residentPhrase ?? regionPhrase ?? coordinatePhrase ?? sailingPhrase
      ?? postPhrase ?? courierPhrase
  }
}

// One group of rules each, so that every sentence stands beside those it is read with.
extension RejectionReason {
  private var rowPhrase: Phrase? {
    switch self {
    case .fieldCount(let found, let expected):
      Phrase(
        id: "baris ini punya \(found) isian, kepala tabel \(expected); periksa pemisah dan kutip",
        en: "the row has \(found) fields, the header \(expected); check delimiters and quotes")
    case .textAfterQuote:
      Phrase(
        id: "ada teks sesudah tanda kutip penutup; gandakan kutip di dalam isian",
        en: "text follows a closing quote; double the quotes inside a field")
    case .empty: Phrase(id: "wajib diisi", en: "must be filled in")
    case .tooLong(let limit):
      Phrase(
        id: "lebih dari \(limit) karakter; singkatkan", en: "over \(limit) characters; shorten it")
    case .formula:
      Phrase(
        id: "diawali tanda rumus lembar kerja (= + - @ atau tab); hapus tanda itu",
        en: "starts like a spreadsheet formula (= + - @ or a tab); remove that character")
    case .personalNumber:
      Phrase(
        id: "memuat angka sepanjang NIK atau nomor KK; pindahkan ke kolomnya sendiri",
        en: "has a number as long as a NIK or family card number; move it to its own column")
    case .invisibleCharacter(let codePoint):
      Phrase(
        id: "memuat karakter tak terlihat \(codePoint); ketik ulang isian ini",
        en: "has the invisible character \(codePoint); type the value again")
    case .unknownWord(let expected):
      Phrase(
        id: "kata tidak dikenal; pakai salah satu dari: \(expected.listed)",
        en: "is not a known word; use one of: \(expected.listed)")
    case .notADate:
      Phrase(
        id: "bukan tanggal; tulis YYYY-MM-DD atau DD-MM-YYYY",
        en: "is not a date; write YYYY-MM-DD or DD-MM-YYYY")
    case .dateInFuture:
      Phrase(id: "tanggal belum terjadi; perbaiki", en: "is in the future; correct the date")
    case .notATime: Phrase(id: "bukan jam; tulis HH:MM", en: "is not a time; write HH:MM")
    case .notAWholeNumber(let range):
      Phrase(
        id: "bukan bilangan bulat \(range.lowerBound) sampai \(range.upperBound)",
        en: "is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .duplicate(let firstRow):
      Phrase(
        id: "sudah ada di baris \(firstRow); hapus salah satu",
        en: "already stands on line \(firstRow); remove one of the two")
    default: nil
    }
  }

  private var residentPhrase: Phrase? {
    switch self {
    case .cardID:
      Phrase(
        id: "bukan nomor kartu, atau angka periksanya salah; pindai ulang kartunya",
        en: "is not a card number, or its check digit is wrong; scan the card again")
    case .cardIDOfOtherRegency(let regency):
      Phrase(
        id: "nomor kartu ini bukan milik wilayah \(regency); serahkan ke kantor penerbitnya",
        en: "is not a card number of regency \(regency); hand it to the office that issued it")
    case .nik(let error): error.phrase
    case .familyCard:
      Phrase(
        id: "nomor KK harus 16 angka; ekspor kolom sebagai teks, atau kosongkan",
        en: "a family card number has 16 digits; export the column as text, or leave it empty")
    case .notAName(let character):
      Phrase(
        id: "nama memuat \"\(character)\"; hanya huruf, spasi, titik, koma, ' dan -",
        en: "a name has no \"\(character)\"; only letters, spaces, full stops, commas, ' and -")
    case .bornTooLongAgo:
      Phrase(
        id: "lahir lebih dari 120 tahun lalu; perbaiki tahunnya",
        en: "is over 120 years ago; correct the year")
    case .printedBeforeRequested(let requested):
      Phrase(
        id: "dicetak sebelum diminta (\(requested)); perbaiki salah satu tanggal",
        en: "is before the request (\(requested)); correct one of the dates")
    case .notANeighbourhood:
      Phrase(
        id: "bukan nomor RT atau RW 1 sampai 999; tulis misalnya 005, atau - bila tidak ada",
        en: "is not an RT or RW from 1 to 999; write 005, say, or - where there is none")
    case .neighbourhoodConflict:
      Phrase(
        id: "RW di kolom rt dan di kolom rw berbeda; perbaiki salah satu",
        en: "the RW in column rt and the one in column rw differ; correct one")
    case .notAPhone:
      Phrase(
        id: "bukan nomor telepon Indonesia (08… atau +62…); perbaiki atau kosongkan",
        en: "is not an Indonesian phone number (08… or +62…); correct it or leave it empty")
    default: nil
    }
  }

  private var regionPhrase: Phrase? {
    switch self {
    case .regionCode:
      Phrase(
        id: "bukan kode wilayah; tulis seperti 18.71.01.1003",
        en: "is not a region code; write it like 18.71.01.1003")
    case .unknownKecamatan(let closest):
      Self.unknown(Phrase(id: "kecamatan", en: "kecamatan"), closest)
    case .unknownDesa(let closest):
      Self.unknown(Phrase(id: "kelurahan atau desa", en: "kelurahan or desa"), closest)
    case .ambiguousKecamatan(let codes):
      Phrase(
        id: "nama ini milik beberapa kecamatan; tulis kodenya: \(codes.map(\.description).listed)",
        en: "names several kecamatan; write the code: \(codes.map(\.description).listed)")
    case .ambiguousDesa(let codes):
      Phrase(
        id: "nama ini milik beberapa desa; isi kecamatan atau tulis kodenya:"
          + " \(codes.map(\.description).listed)",
        en: "names several desa; fill in the kecamatan or write the code:"
          + " \(codes.map(\.description).listed)")
    case .desaNotInKecamatan(let actual):
      Phrase(
        id:
          "terletak di kecamatan \(actual), bukan di kecamatan yang tertulis; perbaiki salah satu",
        en: "lies in kecamatan \(actual), not in the one given; correct one of the two")
    default: nil
    }
  }

  private var coordinatePhrase: Phrase? {
    switch self {
    case .notADecimal:
      Phrase(
        id: "bukan bilangan desimal biasa; tulis derajat seperti -5.381591",
        en: "is not a plain decimal number; write degrees like -5.381591")
    case .decimalComma:
      Phrase(
        id: "memakai koma desimal; pakai titik, atau pisahkan kolom dengan titik koma",
        en: "has a decimal comma; use a full stop, or divide the columns by semicolons")
    case .coordinateIncomplete:
      Phrase(
        id: "lintang dan bujur harus diisi keduanya atau dikosongkan keduanya",
        en: "latitude and longitude must both be filled in or both be empty")
    case .coordinatesSwapped:
      Phrase(
        id: "lintang dan bujur tertukar; tukar kedua kolom",
        en: "latitude and longitude are swapped; swap the two columns")
    case .outsideIndonesia:
      Phrase(
        id: "titik ini di luar Indonesia; perbaiki atau kosongkan koordinatnya",
        en: "is a place outside Indonesia; correct the coordinate or leave it empty")
    case .farFromKecamatan(let name, let metres):
      Phrase(
        id: "titik ini \(kilometres(metres)) km di luar kecamatan \(name);"
          + " perbaiki atau kosongkan koordinatnya",
        en: "is a place \(kilometres(metres)) km outside kecamatan \(name);"
          + " correct the coordinate or leave it empty")
    default: nil
    }
  }

  private var sailingPhrase: Phrase? {
    switch self {
    case .sailing(let error): error.phrase
    case .notHours:
      Phrase(
        id: "bukan jam dari-sampai; tulis misalnya 07:00-15:00",
        en: "is not hours from and to; write them like 07:00-15:00")
    case .pierOffLand:
      Phrase(
        id: "dermaga pulau lebih dari 150 m dari daratan yang dikenal; perbaiki koordinatnya",
        en: "the island's pier is over 150 m off the known land; correct the coordinate")
    case .piersOnOneLand:
      Phrase(
        id: "kedua dermaga berada di daratan yang sama; perbaiki koordinat salah satunya",
        en: "both piers are on the same land; correct the coordinate of one")
    default: nil
    }
  }

  private var postPhrase: Phrase? {
    switch self {
    case .notText:
      Phrase(
        id: "baris ini bukan teks; pindai ulang kartunya",
        en: "the line is not text; scan the card again")
    case .proofNotCard:
      Phrase(
        id: "ini kode QR tanda terima, bukan kartu; pindai kode pada label kartu",
        en: "is the QR code of a receipt, not of a card; scan the code on the card's label")
    case .postItem:
      Phrase(
        id: "bukan nomor kiriman pos, atau angka periksanya salah; salin seperti RR473124829ID",
        en: "is not a number of a post item, or its check digit is wrong; write RR473124829ID, say")
    case .notAMoment:
      Phrase(
        id: "bukan waktu; tulis tanggal dan jam seperti 2017-07-27 09:14",
        en: "is not a time; write date and hour like 2017-07-27 09:14")
    case .notWithPostEvent(let code):
      Phrase(
        id: "tidak berlaku untuk \(code.rawValue) (\(code.phrase.indonesian)); kosongkan",
        en: "does not go with \(code.rawValue) (\(code.phrase.english)); leave it empty")
    default: nil
    }
  }

  private var courierPhrase: Phrase {
    switch self {
    case .shift(let error): error.phrase
    case .breakIncomplete:
      Phrase(
        id: "istirahat memerlukan jam paling awal, jam paling lambat, dan lamanya",
        en: "a break needs its earliest start, its latest start and its length")
    default:
      Phrase(
        id: "nomor petugas harus 1 sampai 24 huruf, angka, atau -",
        en: "a courier's number has 1 to 24 letters, digits or dashes")
    }
  }

  private static func unknown(_ level: Phrase, _ closest: String?) -> Phrase {
    guard let closest else {
      return Phrase(
        id: "\(level.indonesian) ini tidak dikenal; tulis nama resmi atau kodenya",
        en: "no such \(level.english); write its official name or its code")
    }
    return Phrase(
      id: "\(level.indonesian) ini tidak dikenal; maksudnya \(closest)?",
      en: "no such \(level.english); do you mean \(closest)?")
  }

  private func kilometres(_ metres: Int) -> String { "\(metres / 1000).\(metres / 100 % 10)" }
}
