/// Shows the screen, waits for keys and has what they ask for carried out, until the courier leaves.
struct WorkLoop {
  /// How long an escape waits for the rest of its sequence on a slow line.
  private static let escapeMilliseconds: Int32 = 300
  /// How often the clock on the screen is looked at.
  private static let clockMilliseconds: Int32 = 5000

  let terminal: RawTerminal
  /// What is around the doors at this moment.
  let surroundings: () throws -> WorkScreen.Surroundings
  /// Carries out a request that concerns the pocket.
  let carryOut: (WorkRequest, inout WorkState) throws -> Void

  func run(from start: WorkState) throws {
    var state = start
    var keys = TerminalKeyDecoder()
    var painter = ScreenPainter()
    while true {
      let size = terminal.size
      let screen = WorkScreen(state: state, surroundings: try surroundings())
      terminal.write(painter.paint(screen.frame(columns: size.columns, rows: size.rows)))
      let bytes = terminal.read(
        waiting: keys.isWaiting ? Self.escapeMilliseconds : Self.clockMilliseconds)
      for key in pressed(bytes, &keys) {
        guard let request = state.press(key) else { continue }
        switch request {
        case .leave: return
        case .redraw: painter.forget()
        case .suspend:
          terminal.suspend()
          painter.forget()
        case .record, .reportFee: try carryOut(request, &state)
        }
      }
    }
  }

  private func pressed(_ bytes: [UInt8]?, _ keys: inout TerminalKeyDecoder) -> [TerminalKey] {
    guard let bytes else { return keys.settle() }
    return bytes.isEmpty ? [.endOfInput] : keys.feed(bytes)
  }
}
