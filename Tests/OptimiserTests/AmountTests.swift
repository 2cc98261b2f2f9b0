import Optimiser
import Testing

@Suite struct AmountTests {
  @Test func aNumberIsALoadOfOneDimension() {
    let amount: Amount = 5
    #expect(amount == Amount(5))
    #expect(amount == [5])
    #expect(amount.values == [5])
    #expect(amount.count == 1)
  }

  @Test func aListIsALoadOfSeveralDimensions() {
    let amount: Amount = [5, 2, 0]
    #expect(amount.values == [5, 2, 0])
    #expect((0..<amount.count).map { amount[$0] } == [5, 2, 0])
    #expect(amount != [5, 2])
  }

  @Test func noNumberAtAllIsNothingInOneDimension() {
    #expect(Amount([Int32]()) == 0)
  }
}
