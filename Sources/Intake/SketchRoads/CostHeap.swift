/// Numbered things in order of cost, ties by number: a binary heap.
struct CostHeap {
  private var items: [(cost: Double, item: Int)] = []

  mutating func push(_ item: Int, _ cost: Double) {
    items.append((cost, item))
    var place = items.count - 1
    while place > 0, items[place] < items[(place - 1) / 2] {
      items.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    guard !items.isEmpty else { return first.item }
    items[0] = last
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < items.count && items[child] < items[least] { least = child }
      guard least != place else { return first.item }
      items.swapAt(place, least)
      place = least
    }
  }
}
