import Domain

extension Printing.Site {
  func isOpen(on date: CalendarDate) -> Bool {
    from.map { $0 <= date } ?? true && to.map { date <= $0 } ?? true
  }
}
