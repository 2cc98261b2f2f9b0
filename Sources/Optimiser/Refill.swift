/// Whether the bag is filled again beside jobs that go into a run.
enum Refill: CaseIterable {
  case none, ahead, behind
}
