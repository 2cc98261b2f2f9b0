extension Duration {
  /// Rounded up to whole seconds, the unit of the optimiser.
  var wholeSeconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: attoseconds > 0 ? seconds + 1 : seconds)
  }
}
