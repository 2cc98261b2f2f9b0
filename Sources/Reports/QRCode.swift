internal import CQREncode

/// A QR code (ISO/IEC 18004): the square of dark and light modules that stands for a text.
///
/// The same text and level always give the same modules.
public struct QRCode: Hashable, Sendable {
  /// How much of the code may be dirty or torn before it cannot be read.
  public enum Correction: Sendable {
    /// About 7, 15, 25 and 30 per cent.
    case low, medium, quartile, high
  }

  /// Light modules that must stand around a code.
  public static let quietModules = 4

  /// Modules on a side: 21 to 177.
  public let side: Int
  /// Row by row; `side` × `side`.
  private let modules: [Bool]

  /// Encodes the UTF-8 bytes of `text` in the smallest code that holds them.
  ///
  /// - Throws: ``QRCodeError`` if there is nothing to encode or it does not fit into any code.
  public init(_ text: String, correction: Correction = .medium) throws(QRCodeError) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw .empty }
    // The largest code holds fewer bytes at any level; a length that C can count is asked of it.
    guard bytes.count <= 2953,
      let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, correction.level)
    else { throw .tooLong(bytes: bytes.count) }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    self.side = side
    modules = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// Whether the module is dark; rows and columns count from 0 at the top left, and everything
  /// outside the code is light.
  public func isDark(row: Int, column: Int) -> Bool {
    guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
    return modules[row * side + column]
  }

  /// The code as a drawing that fills its element, quiet zone included: one path, a module to a unit.
  public var svg: HTMLText {
    let width = side + 2 * Self.quietModules
    return """
      <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(width)" \
      shape-rendering="crispEdges" role="img"><rect width="\(width)" height="\(width)" \
      fill="#fff"/><path d="\(path)"/></svg>
      """
  }

  /// Every run of dark modules in a row as one rectangle.
  private var path: String {
    var path = ""
    for row in 0..<side {
      var column = 0
      while column < side {
        let end = (column..<side).first { !isDark(row: row, column: $0) } ?? side
        if end > column {
          let length = end - column
          path +=
            "M\(column + Self.quietModules) \(row + Self.quietModules)h\(length)v1h-\(length)z"
        }
        column = max(end, column + 1)
      }
    }
    return path
  }
}

extension QRCode.Correction {
  fileprivate var level: QRecLevel {
    switch self {
    case .low: QR_ECLEVEL_L
    case .medium: QR_ECLEVEL_M
    case .quartile: QR_ECLEVEL_Q
    case .high: QR_ECLEVEL_H
    }
  }
}
