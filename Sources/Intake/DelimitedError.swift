public import Domain

/// Why a delimited file as a whole cannot be read.
public enum DelimitedError: Error, Hashable, Described {
  case noHeader
  case unterminatedQuote(line: Int)
  case recordTooLong(line: Int)
  case notUTF8(line: Int)
  case zeroByte(line: Int)
  case duplicateColumn(String, first: String, second: String)
  case missingColumns([String], found: [String], expected: [String])

  public var phrase: Phrase {
    switch self {
    case .noHeader:
      Phrase(
        id: "berkas kosong; baris pertama harus memuat nama kolom",
        en: "the file is empty; its first line must name the columns")
    case .unterminatedQuote(let line):
      Phrase(
        id: "tanda kutip yang dibuka di baris \(line) tidak ditutup; tambahkan tanda kutip penutup",
        en: "a quote opened on line \(line) is never closed; add the closing quote")
    case .recordTooLong(let line):
      Phrase(
        id: "baris \(line) lebih dari \(DelimitedReader.recordLimit) bita; apakah ini berkas CSV?",
        en: "line \(line) has more than \(DelimitedReader.recordLimit) bytes; is this a CSV file?")
    case .notUTF8(let line):
      Phrase(
        id: "baris \(line) bukan teks UTF-8; simpan ulang berkas sebagai \"CSV UTF-8\"",
        en: "line \(line) is not UTF-8 text; save the file again as \"CSV UTF-8\"")
    case .zeroByte(let line):
      Phrase(
        id: "baris \(line) memuat bita nol; simpan ulang berkas sebagai \"CSV UTF-8\"",
        en: "line \(line) has a zero byte; save the file again as \"CSV UTF-8\"")
    case .duplicateColumn(let column, let first, let second):
      Phrase(
        id: "kolom \"\(first)\" dan \"\(second)\" sama-sama berarti \(column); hapus salah satu",
        en: "the columns \"\(first)\" and \"\(second)\" both mean \(column); remove one")
    case .missingColumns(let missing, let found, let expected):
      Phrase(
        id: "kolom \(missing.listed) tidak ada; kolom yang ditemukan: \(found.listed);"
          + " yang dikenal: \(expected.listed)",
        en: "column \(missing.listed) is missing; columns found: \(found.listed);"
          + " columns known: \(expected.listed)")
    }
  }
}

extension [String] {
  var listed: String { joined(separator: ", ") }
}
