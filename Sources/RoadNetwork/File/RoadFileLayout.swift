/// How a file of roads lies on disk: a header, a table of sections, and the sections.
///
/// All numbers are little-endian. Every section begins at a multiple of ``alignment`` and holds
/// the elements of one flat array, so that it can be used where it lies.
///
/// | header | bytes |
/// | --- | --- |
/// | ``magic`` | 8 |
/// | ``version`` | 4 |
/// | number of sections | 4 |
/// | bytes of the whole file | 8 |
/// | hash of the table | 8 |
///
/// | entry of the table | bytes |
/// | --- | --- |
/// | name, filled up with zeros | 24 |
/// | offset | 8 |
/// | bytes | 8 |
/// | hash | 8 |
enum RoadFileLayout {
  static let magic = Array("HANTARRD".utf8)
  static let version: UInt32 = 1
  static let headerBytes = 32
  static let entryBytes = 48
  static let nameBytes = 24
  static let alignment = 64
  /// More sections than any version has; guards the size of the table.
  static let mostSections = 256
}
