public import Domain

/// What residents and couriers are told about money: a card costs nothing.
///
/// Source: UU 24/2013, articles 79A and 95B.
public enum FeeGuard {
  /// On everything a resident reads.
  public static let residentNotice = Phrase(
    id: "KTP-el dan pengantarannya tidak dipungut biaya (UU 24/2013 Pasal 79A). Bila ada yang "
      + "meminta uang, laporkan kepada kantor ini.",
    en: "The card and its delivery cost nothing (law UU 24/2013, article 79A). If anyone asks for "
      + "money, report it to this office.")

  /// To a courier who enters a sum of money.
  public static let courierNotice = Phrase(
    id: "Jangan menerima uang: pengurusan dan penerbitan dokumen kependudukan tidak dipungut biaya "
      + "(UU 24/2013 Pasal 79A). Pejabat atau petugas yang memungut biaya diancam pidana penjara "
      + "paling lama 6 tahun dan/atau denda paling banyak Rp75.000.000 (Pasal 95B). Kejadian ini "
      + "sudah dicatat dan akan dibaca kantor.",
    en: "Take no money: population documents are made and issued free of charge (law UU 24/2013, "
      + "article 79A). An official who charges for them may be imprisoned for up to 6 years and/or "
      + "fined up to Rp75,000,000 (article 95B). What happened has been recorded and the office "
      + "will read it.")
}
