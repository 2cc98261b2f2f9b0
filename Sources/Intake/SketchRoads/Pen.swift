/// Draws edges one after another; a street ends where the pen is lifted.
struct Pen {
  private let pattern: RoadDraft.Street
  private var current: (street: Int, edge: Int, end: Int)?

  init(street: RoadDraft.Street) {
    pattern = street
  }

  mutating func lift() { current = nil }

  mutating func draw(from start: Int, to end: Int, on draft: inout RoadDraft) {
    if let (street, edge, last) = current, last == start {
      current = (street, draft.addEdge(from: start, to: end, of: street, after: edge), end)
      return
    }
    draft.streets.append(pattern)
    let street = draft.streets.count - 1
    current = (street, draft.addEdge(from: start, to: end, of: street, after: nil), end)
  }
}
