public import Domain

/// What a resident may ask of the office about their own data, in words for a resident.
///
/// Source: UU 27/2022 (personal data protection), articles 5 to 13, 30 to 32, 43 and 44.
public enum ResidentRights {
  public static let title = Phrase(
    id: "Hak Anda atas data pribadi (UU 27/2022)",
    en: "Your rights over your personal data (law UU 27/2022)")

  /// In the order in which they are printed.
  public static let all: [Phrase] = [
    Phrase(
      id: "Anda berhak tahu siapa memakai data Anda, untuk apa, dan atas dasar apa (Pasal 5).",
      en: "You may know who uses your data, what for, and on which basis (article 5)."),
    Phrase(
      id: "Anda berhak melihat data Anda dan jejak pemrosesannya, paling lambat 3 x 24 jam sejak "
        + "diminta (Pasal 7 dan 32).",
      en: "You may see your data and the trail of its processing, within 3 x 24 hours of asking "
        + "(articles 7 and 32)."),
    Phrase(
      id: "Anda berhak meminta data yang salah dibetulkan, paling lambat 3 x 24 jam sejak diminta "
        + "(Pasal 6 dan 30).",
      en: "You may have wrong data corrected, within 3 x 24 hours of asking (articles 6 and 30)."),
    Phrase(
      id: "Anda berhak meminta pemrosesan diakhiri dan data dihapus atau dimusnahkan bila tidak "
        + "lagi diperlukan (Pasal 8, 43, dan 44). Catatan serah terima tanpa data pribadi tetap ada.",
      en: "You may have processing ended and data erased or destroyed once it is no longer needed "
        + "(articles 8, 43 and 44). The record of the handover, without personal data, remains."),
    Phrase(
      id: "Anda berhak diberi tahu secara tertulis dalam 3 x 24 jam bila data Anda bocor.",
      en: "You must be told in writing within 3 x 24 hours if your data leaks."),
  ]
}
