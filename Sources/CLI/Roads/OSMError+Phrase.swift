import Domain
import OpenStreetMap

extension OSMError {
  var phrase: Phrase {
    let indonesian =
      switch self {
      case .unreadable(let path, let reason):
        "\(path) tidak bisa dibaca (\(reason)); periksa nama dan hak bacanya"
      case .foreign(let path, let found):
        "\(path) \(found.indonesian)"
      case .unsupportedFeature(let path, let feature):
        "\(path) memerlukan “\(feature)”, yang tidak dibaca di sini; pakai cuplikan biasa, tanpa "
          + "riwayat dan dengan semua simpul"
      case .unsupportedPacking(let path, let atByte, let packing):
        "\(path), bita \(atByte): blok dimampatkan dengan \(packing.rawValue), sedangkan yang dibaca "
          + "hanya zlib; tulis ulang dengan: osmium cat -f pbf,pbf_compression=zlib"
      case .damaged(let path, let place, let fault):
        "\(path), \(place.indonesian): \(fault.indonesian); unduh ulang berkasnya"
      }
    return Phrase(id: indonesian, en: description)
  }
}

extension OSMPlace {
  fileprivate var indonesian: String {
    switch self {
    case .byte(let byte): "bita \(byte)"
    case .line(let line): "baris \(line)"
    }
  }
}

extension OSMForeignFile {
  fileprivate var indonesian: String {
    switch self {
    case .empty: "kosong; unduh ulang"
    case .zip: "adalah arsip ZIP; buka dahulu dan ambil .osm atau .osm.pbf di dalamnya"
    case .xz: "dimampatkan dengan xz; buka dahulu dengan: unxz"
    case .zstd: "dimampatkan dengan zstd; buka dahulu dengan: unzstd"
    case .o5m: "berformat o5m; tulis ulang dengan: osmium cat -f pbf"
    case .json: "adalah JSON; minta XML atau PBF kepada servernya"
    case .webPage: "adalah halaman web, mungkin jawaban server sebagai ganti peta; unduh ulang"
    case .changes: "adalah daftar perubahan peta (osmChange); ambil petanya sendiri"
    case .xml(let root):
      "adalah XML, tetapi unsur pertamanya “\(root)”, bukan “osm”; ambil peta"
    case .unknown:
      "bukan peta dengan format yang dikenal; pakai .osm.pbf, .osm, .osm.gz atau .osm.bz2"
    }
  }
}

extension OSMFault {
  fileprivate var indonesian: String {
    switch self {
    case .cutOff: "berkas berakhir terlalu cepat"
    case .tooLarge(let quantity, let found, let limit):
      "\(quantity.indonesian) berjumlah \(found), padahal tidak ada peta yang lebih dari \(limit)"
    case .brokenPacking: "isi yang dimampatkan di sini rusak"
    case .differentSize(let announced): "satu blok tidak berisi \(announced) bita seperti tertulis"
    case .unpacksWithoutEnd: "isinya ratusan kali besar berkas, tidak seperti peta mana pun"
    case .missingHeader: "berkas tidak dimulai dengan kepalanya"
    case .brokenMessage: "satu ruas terputus, berulang atau salah jenis"
    case .unevenLists: "daftar yang berpasangan berbeda panjang"
    case .missingText(let index): "teks nomor \(index) disebut tetapi tidak ada"
    case .granularity(let granularity): "satuan koordinat \(granularity), tidak positif"
    case .memberKind(let kind): "satu relasi beranggota jenis tak dikenal \(kind)"
    case .xml(let reason): "ini bukan XML yang baik (\(reason))"
    case .documentType: "teksnya menyatakan jenis dokumen, tidak seperti peta mana pun"
    case .nesting: "unsurnya bertingkat lebih dalam daripada peta mana pun"
    case .missingAttribute(let element, let name): "<\(element)> tidak punya \(name)"
    case .badNumber(let element, let attribute): "\(attribute) pada <\(element)> bukan angka"
    }
  }
}

extension OSMQuantity {
  fileprivate var indonesian: String {
    switch self {
    case .blockHeaderBytes: "bita kepala blok"
    case .blockBytes: "bita blok"
    case .blockTexts: "teks satu blok"
    case .textBytes: "bita satu teks"
    case .xmlElementBytes: "bita satu unsur"
    case .xmlAttributes: "atribut satu unsur"
    case .xmlElements: "jenis unsur"
    case .wayNodes: "simpul satu jalan"
    case .relationMembers: "anggota satu relasi"
    case .tags: "tanda satu benda"
    }
  }
}
