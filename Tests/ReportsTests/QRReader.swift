import Foundation

/// Draws a QR code with librsvg and reads it with zbar, two programs that know nothing of ours.
enum QRReader {
  static let isInstalled = ["zbarimg", "rsvg-convert"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  static func read(_ svg: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qr-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let drawing = folder.appending(path: "code.svg")
    let picture = folder.appending(path: "code.png")
    try Data(svg.utf8).write(to: drawing)
    _ = try output(of: ["rsvg-convert", "-w", "700", "-o", picture.path, drawing.path])
    return try output(of: ["zbarimg", "-q", "--raw", "-Sbinary", picture.path])
  }

  private static func output(of command: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
