/// Shows the screen, waits for keys and has what they ask for carried out, until the courier leaves.
struct WorkLoop {
  /// How long an escape waits for the rest of its sequence on a slow line.
  private static let escapeMilliseconds: Int32 = 300
  /// How often the clock on the screen is looked at.
  private static let clockMilliseconds: Int32 = 5000

  /// How long the next key of a scanner may take.
  private static let scannerMilliseconds: Int32 = 30

  let terminal: RawTerminal
  /// What is around the doors at this moment.
  let surroundings: () throws -> WorkScreen.Surroundings
  /// Carries out a request that concerns the pocket.
  let carryOut: (WorkRequest, inout WorkState) throws -> Void

  func run(from start: WorkState) throws {
    var state = start
    var decoder = TerminalKeyDecoder()
    var painter = ScreenPainter()
    while true {
      let size = terminal.size
      let screen = WorkScreen(state: state, surroundings: try surroundings())
      terminal.write(painter.paint(screen.frame(columns: size.columns, rows: size.rows)))
      let keys = keys(&decoder)
      if !state.isTyping, let line = TerminalKey.scannedLine(keys) {
        state.scan(line)
        continue
      }
      for key in keys where WorkScreen.fits(size) || key.isHeardUnseen {
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

  /// Waits for keys; gives those that come together at once.
  private func keys(_ decoder: inout TerminalKeyDecoder) -> [TerminalKey] {
    let first = terminal.read(
      waiting: decoder.isWaiting ? Self.escapeMilliseconds : Self.clockMilliseconds)
    guard let first else { return decoder.settle() }
    guard !first.isEmpty else { return [.endOfInput] }
    var keys = decoder.feed(first)
    while keys.count < 256, let more = terminal.read(waiting: Self.scannerMilliseconds) {
      guard !more.isEmpty else { return keys + [.endOfInput] }
      keys += decoder.feed(more)
    }
    return keys
  }
}

extension TerminalKey {
  /// Whether it works where the screen is too small to show what it does.
  fileprivate var isHeardUnseen: Bool {
    switch self {
    case .interrupt, .suspend, .redraw, .endOfInput, .character("q"): true
    default: false
    }
  }
}
