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
  case unknownDevice
  case deviceOfAnother(device: String, Holder)

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
    case .unknownDevice:
      Phrase(
        id: "perangkat pembuat berkas ini bukan milik rute mana pun di kantor ini;"
          + " periksa berkasnya",
        en: "the device that made this file belongs to no run of this office; check the file")
    case .deviceOfAnother(let device, let holder):
      Phrase(
        id: "perangkat \(device) melaporkan kartu yang dipegang \(holder.phrase.indonesian);"
          + " periksa bersama petugasnya",
        en: "device \(device) speaks for \(holder.phrase.english), which is not its courier;"
          + " look into it with the courier")
    }
  }
}
