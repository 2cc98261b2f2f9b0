import Foundation

/// Texts packed by the program bzip2, which these tests do not need to have.
enum BZip2Samples {
  static let text = """
    <osm version="0.6">
     <node id="1" lat="-5.4" lon="105.25"/>
    </osm>

    """

  /// The first half of `text`.
  static let firstHalf = bytes(
    "QlpoOTFBWSZTWXyMTk4AAAbZgAAQUAFhBwYjmQAgACIjQabSaaNCmTEyDIxas7EoCkAfHPkWnMlf2kOJ"
      + "wnxdyRThQkHyMTk4")

  /// The second half of `text`.
  static let secondHalf = bytes(
    "QlpoOTFBWSZTWQzUmO8AAAFZgAAQUAP2ByAHjAAgACIp4iM02qY00KBpoZGTEBGrBzVCMOjEA7TEajZT"
      + "K0Sei7kinChIBmpMd4A=")

  /// `<osm>`, 17 MiB of blanks, `</osm>`.
  static let blanks = bytes(
    "QlpoOTFBWSZTWUy0grsCIiXZgIACQACABQACiAAACCAAQFKoxNqEGTEeGQhCHPaKKKLm9fMb7jsIQh+L"
      + "uSKcKEgmWkFdgA==")

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map(Array.init) ?? []
  }
}
