internal import Domain

extension EPCISEvent {
  /// The event as a member of `eventList`, its members in the order of the standard.
  var json: JSONText {
    var members: [JSONText.Member] = [
      .init("type", .string(typeName)), .init("eventID", .string(id)),
      .init("eventTime", .string(time.epcisText(offset: zone))),
      .init("recordTime", .string(recordedAt.epcisText(offset: zone))),
      .init("eventTimeZoneOffset", .describing(zone)),
    ]
    if let errorDeclaration { members.append(.init("errorDeclaration", json(errorDeclaration))) }
    switch subject {
    case .objects(let names):
      members.append(.init("epcList", .array(names.map(JSONText.describing))))
    case .aggregation(let parent, let children):
      members.append(.init("parentID", .describing(parent)))
      members.append(.init("childEPCs", .array(children.map(JSONText.describing))))
    }
    members += [
      .init("action", .string(action.rawValue)), .init("bizStep", .string(step.rawValue)),
      .init("disposition", .string(disposition.rawValue)),
    ]
    members += readPoint.map { [.init("readPoint", ["id": .describing($0)])] } ?? []
    members += location.map { [.init("bizLocation", ["id": .describing($0)])] } ?? []
    members += Self.list(
      "bizTransactionList",
      transactions.map {
        ["type": .string($0.kind.rawValue), "bizTransaction": .describing($0.name)]
      })
    members += Self.list(
      "sourceList",
      sources.map { ["type": .string($0.role.rawValue), "source": .describing($0.name)] })
    members += Self.list(
      "destinationList",
      destinations.map { ["type": .string($0.role.rawValue), "destination": .describing($0.name)] })
    return .object(members + extensions.map { .init("ktp:\($0.name)", Self.json($0.value)) })
  }

  private func json(_ declaration: ErrorDeclaration) -> JSONText {
    [
      "declarationTime": .string(declaration.time.epcisText(offset: zone)),
      "reason": .string(declaration.reason.rawValue),
      "correctiveEventIDs": .array(declaration.correctiveEvents.map { .string($0) }),
    ]
  }

  private static func list(_ name: String, _ values: [JSONText]) -> [JSONText.Member] {
    values.isEmpty ? [] : [.init(name, .array(values))]
  }

  private static func json(_ value: Extension.Value) -> JSONText {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .integer(number)
    case .texts(let texts): .array(texts.map { .string($0) })
    }
  }
}
