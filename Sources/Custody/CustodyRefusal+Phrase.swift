public import Domain

extension CustodyRefusal: Described {
  /// What happened, to which card, and what to do next.
  public var phrase: Phrase {
    switch self {
    case .noCards:
      Phrase(
        id: "kejadian ini tidak menyebut kartu; pindai paling sedikit satu kartu",
        en: "the event names no card; scan at least one")
    case .cardsOutOfOrder(let card, let next):
      Phrase(
        id: "kartu \(next) tercantum setelah \(card); urutkan kartu, masing-masing sekali",
        en: "card \(next) is listed after \(card); list the cards in order, each once")
    case .sameHolder(let kind, let holder):
      Phrase(
        id: "\(kind.phrase.indonesian): pemberi dan penerima sama (\(holder.phrase.indonesian));"
          + " perbaiki salah satunya",
        en: "\(kind.phrase.english): giver and taker are the same (\(holder.phrase.english));"
          + " correct one of them")
    case .cardMayNotMove(let kind, let giver, let taker):
      Phrase(
        id: "\(kind.phrase.indonesian): kartu tetap di \(giver.phrase.indonesian), tidak pindah ke"
          + " \(taker.phrase.indonesian); catat perpindahan sebagai kejadian tersendiri",
        en: "\(kind.phrase.english): the card stays with \(giver.phrase.english) and does not go to"
          + " \(taker.phrase.english); record a move as an event of its own")
    case .missingField(let field, let kind):
      Phrase(
        id: "\(kind.phrase.indonesian): \(field.phrase.indonesian) belum diisi; isi dan ulangi",
        en: "\(kind.phrase.english): \(field.phrase.english) is missing; add it and try again")
    case .unexpectedField(let field, let kind):
      Phrase(
        id: "\(kind.phrase.indonesian): \(field.phrase.indonesian) tidak berlaku di sini;"
          + " kosongkan dan ulangi",
        en: "\(kind.phrase.english): \(field.phrase.english) does not belong here;"
          + " leave it out and try again")
    case .badField(let field):
      Phrase(
        id: "\(field.phrase.indonesian) tidak sah; perbaiki dan ulangi",
        en: "\(field.phrase.english) has a value that is not allowed; correct it and try again")
    case .notForThisDevice(let kind, let giver, let taker):
      Phrase(
        id: "\(kind.phrase.indonesian), dari \(giver.phrase.indonesian) ke"
          + " \(taker.phrase.indonesian): perangkat ini tidak berhak mencatatnya;"
          + " catat di perangkat yang bersangkutan atau di kantor",
        en: "\(kind.phrase.english), from \(giver.phrase.english) to \(taker.phrase.english): this"
          + " device may not record it; record it on the right device or at the office")
    case .alreadyPrinted(let card):
      Phrase(
        id: "kartu \(card) sudah tercatat; pindai kartu lain atau cari riwayatnya",
        en: "card \(card) is already recorded; scan another card or look up its story")
    case .unknownCard(let card):
      Phrase(
        id: "kartu \(card) tidak dikenal; periksa nomornya atau impor kartunya dahulu",
        en: "card \(card) is unknown; check the number or import the card first")
    case .alreadyDelivered(let card, let time):
      Phrase(
        id: "kartu \(card) sudah diterima penduduk (\(written(time))); jangan dicatat lagi,"
          + " laporkan bila kartunya masih ada",
        en: "card \(card) was delivered (\(written(time))); do not record it again,"
          + " report it if the card is still here")
    case .alreadyWithdrawn(let card):
      Phrase(
        id: "KTP lama \(card) sudah tercatat ditarik; periksa nomornya",
        en: "old card \(card) was withdrawn before; check the number")
    case .alreadyDestroyed(let card, let time):
      Phrase(
        id: "kartu \(card) sudah dimusnahkan (\(written(time))); amankan kartunya dan laporkan",
        en: "card \(card) was destroyed (\(written(time))); secure the card and report it")
    case .alreadyMissing(let card):
      Phrase(
        id: "kartu \(card) sudah dilaporkan hilang; cari atau laporkan bila ditemukan",
        en: "card \(card) is reported missing already; look for it or report it found")
    case .notMissing(let card):
      Phrase(
        id: "kartu \(card) tidak dilaporkan hilang; periksa nomornya",
        en: "card \(card) is not reported missing; check the number")
    case .isMissing(let card):
      Phrase(
        id: "kartu \(card) dilaporkan hilang; catat dahulu bahwa kartunya ditemukan",
        en: "card \(card) is reported missing; record that it was found first")
    case .notForDestruction(let card):
      Phrase(
        id: "kartu \(card) bukan KTP lama dan tidak tercatat salah atau rusak;"
          + " kartu yang masih berlaku tidak boleh dimusnahkan",
        en: "card \(card) is neither an old card nor known to be wrong or spoilt;"
          + " a good card is not destroyed")
    case .nothingToTryAgain(let card):
      Phrase(
        id: "kartu \(card) belum gagal diantar; serahkan atau catat gagal",
        en: "card \(card) has not failed; deliver it or record a failed attempt")
    case .oldCard(let card, let kind):
      Phrase(
        id: "\(card) adalah KTP lama; tidak bisa \(kind.phrase.indonesian),"
          + " kembalikan ke kantor untuk dimusnahkan",
        en: "\(card) is an old card and cannot be \(kind.phrase.english);"
          + " return it to the office to be destroyed")
    case .notHolder(let card, let claimed, let actual):
      Phrase(
        id: "kartu \(card) tercatat di \(actual.phrase.indonesian), bukan di"
          + " \(claimed.phrase.indonesian); pindai ulang atau perbaiki pemberinya",
        en: "card \(card) is held by \(actual.phrase.english), not by \(claimed.phrase.english);"
          + " scan it again or correct the giver")
    case .wayNotAllowed(let kind, let giver, let taker):
      Phrase(
        id: "\(kind.phrase.indonesian): dari \(giver.phrase.indonesian) ke"
          + " \(taker.phrase.indonesian) tidak diizinkan; kembalikan kartu ke kantor dahulu",
        en: "\(kind.phrase.english): from \(giver.phrase.english) to \(taker.phrase.english) is not"
          + " allowed; return the card to the office first")
    case .waitsForClerk(let card, let reason):
      Phrase(
        id: "kartu \(card) menunggu pemeriksaan\(note(reason?.phrase.indonesian));"
          + " perbaiki datanya dan nyatakan selesai diperiksa dahulu",
        en: "card \(card) waits for a clerk\(note(reason?.phrase.english));"
          + " correct its data and clear it first")
    case .nothingToClear(let card):
      Phrase(
        id: "kartu \(card) tidak menunggu pemeriksaan; langsung masukkan ke rencana",
        en: "card \(card) does not wait for a clerk; plan it as it is")
    case .recipientNotAllowed(let recipient):
      Phrase(
        id: "penerima \(recipient.phrase.indonesian) tidak diizinkan; catat gagal dan bawa kembali",
        en: "recipient not allowed: \(recipient.phrase.english);"
          + " record a failed attempt and bring the card back")
    case .proofMissing(let cards):
      Phrase(
        id: "bukti serah terima \(list(cards)) belum ada;"
          + " tambahkan tanda tangan, cap jempol atau foto",
        en: "no proof of handing over \(list(cards)); add a signature, a thumb print or a photo")
    case .beforeLastEvent(let card, let time, let last):
      Phrase(
        id: "waktu \(written(time)) lebih awal dari kejadian terakhir kartu \(card)"
          + " (\(written(last))); periksa jam perangkat dan perbaiki waktunya",
        en: "the time \(written(time)) is before the last event of card \(card)"
          + " (\(written(last))); check the clock and correct the time")
    case .inTheFuture(let time, let now):
      Phrase(
        id: "waktu \(written(time)) belum tiba (sekarang \(written(now)));"
          + " periksa jam perangkat dan perbaiki waktunya",
        en: "the time \(written(time)) has not come yet (it is \(written(now)));"
          + " check the clock and correct the time")
    }
  }

  /// A time with its offset, so that it is exact whatever zone the reader lives in.
  private func written(_ time: Instant) -> String { time.text(in: .western) }

  private func note(_ text: String?) -> String { text.map { " (\($0))" } ?? "" }

  private func list(_ cards: [CardID]) -> String {
    cards.map(\.description).joined(separator: ", ")
  }
}
