import Domain
import Planning
import Vroom

extension VroomError {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .notJSON(let line, let column, let fault):
        "baris \(line), kolom \(column): \(fault.indonesian)"
      case .missing(let path): "\(path) tidak ada; tambahkan"
      case .malformed(let path, let found, let need):
        "\(path) berisi \(found); tulis \(need.indonesian)"
      case .repeatedID(let path, let id): "\(path): id \(id) sudah dipakai; beri nomor lain"
      case .unsupported(let path, let limit): "\(path): \(limit.indonesian)"
      case .refused(let error): error.phrase.indonesian
      }
    return Phrase(id: indonesian, en: description)
  }
}

extension JSONFault {
  fileprivate var indonesian: String {
    switch self {
    case .endOfText: "teksnya berakhir terlalu awal"
    case .unexpected(let byte) where (0x21...0x7E).contains(byte):
      "“\(Character(Unicode.Scalar(byte)))” tidak pada tempatnya"
    case .unexpected(let byte): "bita \(byte) tidak pada tempatnya"
    case .number: "angka salah tulis atau terlalu besar"
    case .string: "teks dalam tanda kutip salah tulis"
    case .repeatedKey(let key): "kunci “\(key)” ditulis dua kali"
    case .nesting(let allowed): "nilai bersarang lebih dari \(allowed) tingkat"
    }
  }
}

extension VroomNeed {
  fileprivate var indonesian: String {
    switch self {
    case .object: "objek"
    case .array: "larik"
    case .string: "teks"
    case .whole(let allowed):
      "bilangan bulat dari \(allowed.lowerBound) sampai \(allowed.upperBound)"
    case .number(let allowed): "angka dari \(allowed.lowerBound) sampai \(allowed.upperBound)"
    case .coordinates: "[bujur, lintang] dalam derajat"
    case .timeWindow: "[buka, tutup] dalam detik bulat, buka lebih dahulu"
    case .windowsApart: "jendela waktu yang tidak bersentuhan"
    case .count(let count): "\(count) isi"
    case .oneOf(let values): values.joined(separator: ", ")
    case .entries: "paling sedikit satu isi"
    case .jobID: "id sebuah tugas"
    case .breakID: "id sebuah istirahat kendaraan ini"
    }
  }
}

extension VroomLimit {
  fileprivate var indonesian: String {
    switch self {
    case .shipments:
      "shipments tidak didukung; hanya jobs, masing-masing dengan delivery, pickup, atau keduanya"
    case .severalBreakWindows: "istirahat hanya boleh punya satu jendela waktu; sisakan satu"
    case .maximumLoad: "batas muatan selama istirahat tidak didukung; hapus"
    case .timesByVehicleType:
      "waktu menurut jenis kendaraan tidak didukung; pakai setup dan service"
    case .breaksWithoutRoom:
      "jam kerja atau istirahat sebelumnya tidak menyisakan tempat; ubah jendelanya"
    case .differingTaskPrices: "per_task_hour harus sama untuk semua kendaraan"
    case .costsMatrixAndPrices:
      "matriks costs tidak bisa bersama per_hour, per_km atau max_distance; pakai salah satu"
    case .noDistances: "jarak tidak diketahui; tambahkan distances pada matriks profilnya"
    case .noMatrices: "tempat sebanyak dan sejauh itu memerlukan matriks; tambahkan"
    case .momentsTooFarApart: "waktunya berselisih lebih dari 34 tahun; periksa jendela waktunya"
    }
  }
}

extension VroomNote {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .unknownKey(let path): "\(path) tidak dikenal dan tidak berpengaruh"
      case .unusedProfile(let path): "\(path) tidak berpengaruh: tidak ada kendaraan berprofil itu"
      case .wayToItself(let path): "\(path): jalan dari satu tempat ke tempat itu dianggap 0"
      case .oldMatrix: "matrix adalah bentuk lama dari matrices.car.durations"
      case .straightLines(let metresPerHour):
        "tidak ada matriks: jalan dianggap garis lurus, \(metresPerHour / 1_000) km/jam kali "
          + "speed_factor"
      case .breaksCutApart(let path):
        "\(path) bertindih dengan istirahat sebelumnya; keduanya dipendekkan"
      case .setupAlways(let path):
        "\(path): beberapa tugas di tempat ini, jadi setup dihitung untuk masing-masing"
      case .stepTimesUnused(let path): "\(path): waktu langkah hanya berpengaruh pada check"
      case .optionsUnused(let path): "\(path) tidak berpengaruh"
      }
    return Phrase(id: indonesian, en: description)
  }
}
