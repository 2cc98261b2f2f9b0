import Testing

@testable import Optimiser

@Suite struct StackTests {
  /// Beyond what it was made for, beyond what insertion sort is used for, and empty.
  @Test(arguments: [0, 1, 2, 12, 50, 51, 700])
  func sortsLikeAnArray(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let numbers = (0..<count).map { _ in random.below(40) }
    var stack = Stack<Int>(capacity: 3)
    for number in numbers { stack.append(number) }
    #expect(stack.elements == numbers)
    stack.sort()
    #expect(stack.elements == numbers.sorted())
  }

  @Test(arguments: [0..<0, 0..<1, 0..<9, 3..<8, 4..<8, 8..<9])
  func turnsAPartAround(range: Range<Int>) {
    var stack = Stack(0..<9)
    stack.reverse(range)
    var array = Array(0..<9)
    array[range].reverse()
    #expect(stack.elements == array)
  }

  /// Six orders of three, each a sixth of the time.
  @Test func everyOrderIsAsLikely() {
    var random = SplitMix64(seed: 1)
    var times: [[Int]: Int] = [:]
    for _ in 0..<6_000 {
      var stack = Stack(0..<3)
      stack.shuffle(using: &random)
      times[stack.elements, default: 0] += 1
    }
    #expect(times.count == 6 && times.values.allSatisfy { (880...1_120).contains($0) })
    var empty = Stack<Int>()
    empty.shuffle(using: &random)
    let isEmpty = empty.isEmpty
    #expect(isEmpty)
  }

  @Test func beginsAnewOnceItIsEmptied() {
    var stack = Stack([4, 8])
    stack[0] = 9
    #expect(stack.elements == [9, 8])
    stack.removeAll()
    #expect(stack.elements == [])
    stack.append(5)
    #expect(stack.elements == [5])
  }
}

extension Stack {
  fileprivate var elements: [Element] { (0..<count).map { self[$0] } }
}
