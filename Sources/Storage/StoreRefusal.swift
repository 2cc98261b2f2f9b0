public import Custody
public import Domain

/// Why the store refuses a record or a verb although files and database are sound; nothing changed.
///
/// What the rules of custody refuse comes as the error of `Custody`.
public enum StoreRefusal: Error, Equatable, Described {
  case otherRegency(RegionCode, expected: RegionCode)
  case unknownRegion(RegionCode)
  case unknownCard(CardID)
  case unknownCourier(CourierID)
  case unknownPlan(PlanID)
  case unknownRun(RunID)
  case unknownHandover(HandoverDocumentNumber)
  case serialsExhausted(regency: RegionCode, year: Int)
  case planExists(PlanID)
  case cardTwiceInPlan(CardID, PlanID)
  case cardNotAtOffice(CardID, PlanID)
  case cardPlannedLater(CardID, RunID)
  case runSuperseded(RunID, by: PlanID)
  case runAlreadyHandedOut(RunID, document: HandoverDocumentNumber)
  case runNotHandedOut(RunID)
  case handoverAlreadySigned(HandoverDocumentNumber)
  case handoverWithdrawn(HandoverDocumentNumber, by: HandoverDocumentNumber)
  case handoverWithoutCards(RunID?)
  case handoverToSeveral([Holder])
  case signerMissing
  case unknownDevice(DeviceID)
  case deviceEnrolled(DeviceID)
  case deviceRevoked(DeviceID)
  case courierWithoutDevice(CourierID)
  /// Whoever reads personal data must be named.
  case accessWithoutName
  /// Nothing is known of the card's resident any more.
  case erased(CardID)
  case takerNotAllowed(Holder)
  case cardNotInOffice(CardID)
  case nothingCounted(HandoverDocumentNumber)
  case noSuchCheckpoint(size: Int, entries: Int)
  case noSuchReview(place: Int)
  case reviewSettled(place: Int)
  /// A decision that puts cards somewhere must say where, and no other may.
  case decisionNeedsHolder
  case decisionTakesNoHolder
  case cardsWithSeveral([Holder])
  case notOnRun(CardID, RunID)
  case notAHolderOfCards(Holder)
  case witnessesMissing(needed: Int)
  case noResident
  case unknownDocument(String)
  case unknownPostItem(PostItem)

  public var phrase: Phrase {
    switch self {
    case .otherRegency(let code, let expected):
      Phrase(
        id: "wilayah \(code) bukan bagian dari \(expected), wilayah ruang kerja ini",
        en: "region \(code) is not in \(expected), the regency of this workspace")
    case .unknownRegion(let code):
      Phrase(
        id: "wilayah \(code) tidak dikenal; periksa kodenya di maps/",
        en: "region \(code) is not known; check its code in maps/")
    case .unknownCard(let card):
      Phrase(
        id: "kartu \(card) tidak ada di ruang kerja ini; periksa nomornya",
        en: "card \(card) is not in this workspace; check the number")
    case .unknownCourier(let courier):
      Phrase(
        id: "petugas \(courier) tidak dikenal; impor daftar petugas dahulu",
        en: "courier \(courier) is not known; import the list of couriers first")
    case .unknownPlan(let plan):
      Phrase(
        id: "rencana \(plan) tidak ada; lihat daftar rencana",
        en: "there is no plan \(plan); look at the list of plans")
    case .unknownRun(let run):
      Phrase(
        id: "rute \(run) tidak ada; lihat daftar rute",
        en: "there is no run \(run); look at the list of runs")
    case .unknownHandover(let number):
      Phrase(
        id: "berita acara \(number) tidak ada; periksa nomornya",
        en: "there is no handover document \(number); check the number")
    case .serialsExhausted(let regency, let year):
      Phrase(
        id: "nomor kartu \(regency) tahun \(year) sudah habis",
        en: "no card numbers are left for \(regency) in \(year)")
    case .planExists(let plan):
      Phrase(
        id: "rencana \(plan) sudah tersimpan; buat rencana dengan nomor berikutnya",
        en: "plan \(plan) is already stored; make one with the next number")
    case .cardTwiceInPlan(let card, let plan):
      Phrase(
        id: "kartu \(card) ada dua kali dalam rencana \(plan); buat ulang rencananya",
        en: "card \(card) is in plan \(plan) twice; plan again")
    case .cardNotAtOffice(let card, let plan):
      Phrase(
        id: "kartu \(card) dalam rencana \(plan) tidak ada di kantor; buat ulang rencananya",
        en: "card \(card) in plan \(plan) is not at the office; plan again")
    case .cardPlannedLater(let card, let run):
      Phrase(
        id: "kartu \(card) sudah direncanakan untuk hari lain dalam rute \(run)",
        en: "card \(card) is already planned for a later day in run \(run)")
    case .runSuperseded(let run, let plan):
      Phrase(
        id: "rute \(run) sudah diganti rencana \(plan); pakai rute dari rencana itu",
        en: "run \(run) was replaced by plan \(plan); use a run of that plan")
    case .runAlreadyHandedOut(let run, let document):
      Phrase(
        id: "rute \(run) sudah diserahkan dengan berita acara \(document)",
        en: "run \(run) was already handed out by document \(document)")
    case .runNotHandedOut(let run):
      Phrase(
        id: "rute \(run) belum diserahkan kepada petugas; tanda tangani berita acaranya dahulu",
        en: "run \(run) has not been handed to its courier; sign its handover document first")
    case .handoverAlreadySigned(let number):
      Phrase(
        id: "berita acara \(number) sudah ditandatangani; cetak ulang saja",
        en: "handover document \(number) is already signed; print it again instead")
    case .handoverWithdrawn(let number, let newer):
      Phrase(
        id: "berita acara \(number) sudah diganti \(newer); tanda tangani yang itu",
        en: "handover document \(number) was replaced by \(newer); sign that one")
    case .handoverWithoutCards(let run):
      Phrase(
        id: "tidak ada kartu rute \(run?.description ?? "-") yang bisa diserahkan;"
          + " periksa rute yang dipilih",
        en: "run \(run?.description ?? "-") has no cards that can be handed over;"
          + " check the runs chosen")
    case .handoverToSeveral(let takers):
      Phrase(
        id: "satu berita acara hanya untuk satu penerima, bukan"
          + " \(takers.map(\.phrase.indonesian).joined(separator: ", ")); buat satu per penerima",
        en: "a handover document has one taker, not"
          + " \(takers.map(\.phrase.english).joined(separator: ", ")); make one for each")
    case .signerMissing:
      Phrase(
        id: "nama penanda tangan kosong; isi nama yang menyerahkan dan yang menerima",
        en: "a signer has no name; give the names of who hands over and who takes")
    case .unknownDevice(let device):
      Phrase(
        id: "perangkat \(device) belum didaftarkan; minta berkas pendaftarannya dari petugas",
        en: "device \(device) is not enrolled; ask its courier for the request file")
    case .deviceEnrolled(let device):
      Phrase(
        id: "perangkat \(device) sudah terdaftar; tidak perlu didaftarkan lagi",
        en: "device \(device) is enrolled already; nothing needs to be done")
    case .deviceRevoked(let device):
      Phrase(
        id: "perangkat \(device) sudah dicabut untuk selamanya; daftarkan perangkat baru",
        en: "device \(device) was revoked for good; enrol a new one")
    case .courierWithoutDevice(let courier):
      Phrase(
        id: "petugas \(courier) belum punya perangkat yang terdaftar; daftarkan dahulu",
        en: "courier \(courier) has no enrolled device; enrol one first")
    case .accessWithoutName:
      Phrase(
        id: "sebutkan siapa yang membaca data penduduk",
        en: "say who reads residents' data")
    case .erased(let card):
      Phrase(
        id: "data pribadi kartu \(card) sudah dihapus sesuai hukum; riwayat kartunya tetap ada",
        en: "the personal data of card \(card) were erased as the law asks;"
          + " the card's history is still there")
    case .takerNotAllowed(let taker):
      Phrase(
        id: "\(taker.phrase.indonesian) tidak menerima kartu di luar rute; pilih instansi"
          + " pengantar atau kantor kelurahan/desa",
        en: "\(taker.phrase.english) takes no cards outside a run; choose an organisation or a"
          + " village office")
    case .cardNotInOffice(let card):
      Phrase(
        id: "kartu \(card) tidak ada di kantor; periksa riwayatnya",
        en: "card \(card) is not at the office; look at its history")
    case .nothingCounted(let number):
      Phrase(
        id: "tidak satu pun kartu \(number) ditemukan; jangan ditandatangani, hitung ulang",
        en: "none of the cards of \(number) was found; do not sign, count again")
    case .noSuchCheckpoint(let size, let entries):
      Phrase(
        id: "buku besar berisi \(entries) catatan, tidak pernah \(size); periksa tandanya",
        en: "the log has \(entries) entries and never had \(size); check the checkpoint")
    case .noSuchReview(let place):
      Phrase(
        id: "catatan \(place) tidak perlu diperiksa; lihat daftar pemeriksaan",
        en: "entry \(place) needs no decision; look at the list of reviews")
    case .reviewSettled(let place):
      Phrase(
        id: "catatan \(place) sudah diputuskan; lihat daftar pemeriksaan",
        en: "entry \(place) was decided before; look at the list of reviews")
    case .decisionNeedsHolder:
      Phrase(
        id: "sebutkan kartunya sekarang ada pada siapa",
        en: "say who has the cards now")
    case .decisionTakesNoHolder:
      Phrase(
        id: "keputusan ini tidak memindahkan kartu ke pihak lain; hapus pihaknya",
        en: "this decision puts the cards nowhere else; leave the holder out")
    case .cardsWithSeveral(let holders):
      Phrase(
        id: "kartu-kartu itu ada pada beberapa pihak"
          + " (\(holders.map(\.phrase.indonesian).joined(separator: ", "))); catat satu per satu",
        en: "the cards are with several holders"
          + " (\(holders.map(\.phrase.english).joined(separator: ", "))); record them one by one")
    case .notOnRun(let card, let run):
      Phrase(
        id: "kartu \(card) tidak termasuk rute \(run); periksa nomornya",
        en: "card \(card) is not on run \(run); check the number")
    case .notAHolderOfCards(let holder):
      Phrase(
        id: "\(holder.phrase.indonesian) tidak menyimpan kartu yang dapat dihitung",
        en: "\(holder.phrase.english) keeps no cards that could be counted")
    case .witnessesMissing(let needed):
      Phrase(
        id: "pemusnahan perlu paling sedikit \(needed) saksi; sebutkan namanya",
        en: "a destruction needs at least \(needed) witnesses; name them")
    case .noResident:
      Phrase(
        id: "tidak ada data penduduk dengan nomor itu",
        en: "nothing is kept about a resident with that number")
    case .unknownDocument(let number):
      Phrase(
        id: "tidak ada dokumen \(number.withoutLongNumbers); periksa nomornya",
        en: "there is no document \(number.withoutLongNumbers); check the number")
    case .unknownPostItem(let item):
      Phrase(
        id: "kiriman \(item) tidak dikenal; catat dahulu kartunya diserahkan ke pos",
        en: "item \(item) is not known; record first that its card was handed to the post")
    }
  }
}
