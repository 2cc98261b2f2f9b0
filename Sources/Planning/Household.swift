import Domain

/// The people of one family card in one desa.
struct Household: Hashable {
  let desa: RegionCode
  let familyCard: FamilyCardNumber

  /// The household of a card's resident; nothing if the family card is not known.
  init?(_ card: Card) {
    guard let familyCard = card.resident.familyCard else { return nil }
    desa = card.resident.address.desa
    self.familyCard = familyCard
  }
}
