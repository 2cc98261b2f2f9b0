import Domain

/// What the help key shows.
enum WorkHelp {
  static func lines(in language: Language) -> [String] {
    let phrase = Phrase(
      id: """
        Satu kartu: tekan tombol hasil (1 = diserahkan kepada pemilik), baca, lalu 1.
        Beberapa kartu di satu alamat: pilih kartu dengan A-H atau panah, * untuk semua.
        Pemindai QR: pindai kartunya kapan saja; layar pindah ke kartu itu dan
        pindaian ikut dicatat sebagai bukti.
        Setiap catatan langsung tersimpan; mati listrik tidak menghilangkannya.
        Yang sudah dicatat tidak bisa dihapus. Salah catat? Beri tahu kantor: kantor
        membetulkannya dengan catatan baru.
        $ bila ada yang meminta atau menawarkan uang: pengantaran KTP-el gratis.
        Ctrl-Z menaruh layar ini sebentar (kembali dengan `fg`), Ctrl-L menggambar ulang.
        """,
      en: """
        One card: press the key of the outcome (1 = handed to the resident), read, then 1.
        Several cards at one stop: choose a card with A-H or the arrows, * for all.
        QR scanner: scan a card at any time; the screen goes to that card and
        the scan is recorded as proof.
        Every record is safe at once; a power cut does not lose it.
        What is recorded cannot be erased. Recorded wrongly? Tell the office: it
        corrects it with a new record.
        $ if anyone asks for or offers money: delivery of identity cards is free.
        Ctrl-Z puts this screen aside (come back with `fg`), Ctrl-L draws it again.
        """)
    return phrase.text(in: language).split(separator: "\n").map(String.init)
  }
}
