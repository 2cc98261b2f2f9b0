import ShortestPaths
import Testing

@Suite struct DirectedGraphTests {
  @Test func anArcToNowhereIsRefused() {
    #expect(throws: GraphError.noSuchHead(arc: 1, head: 2)) {
      try DirectedGraph(
        firstArc: FlatArray([0, 1, 2]), head: FlatArray([1, 2]), milliseconds: FlatArray([5, 5]))
    }
  }

  @Test func aNegativeTimeIsRefused() {
    #expect(throws: GraphError.negativeTime(arc: 0, milliseconds: -1)) {
      try DirectedGraph(
        firstArc: FlatArray([0, 1, 1]), head: FlatArray([1]), milliseconds: FlatArray([-1]))
    }
  }
}
