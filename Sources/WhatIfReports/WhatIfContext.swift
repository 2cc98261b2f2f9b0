public import Domain
public import Geometry

/// What a report of a study says beside the study's own numbers.
public struct WhatIfContext: Sendable {
  /// The version of the program, such as `1.4.0`.
  public var programVersion: String
  /// When the report was written, as it shall be shown.
  public var writtenAt: String
  /// The digest of the resolved scenario, in hexadecimal.
  public var scenarioHash: String
  /// The command that gives this report again; nothing where there is none to quote.
  public var command: String?
  /// Outlines of the kecamatan for the map; kecamatan without one are only in the table.
  public var outlines: [RegionCode: Shape]
  /// Whether the outlines are drawn by the program and not official borders.
  public var isSketch: Bool
  /// Who the outlines are owed to.
  public var attribution: String
  /// How far estimated runs are from planned ones, in words; nothing where that was not measured.
  public var runEstimateError: Phrase?
  /// Titles of levers by their path or short name, for sentences and headings.
  public var levers: [String: Phrase]
  /// Whether waits may be shown by sex, which only a NIK's rule tells.
  public var showsSex: Bool

  public init(
    programVersion: String, writtenAt: String, scenarioHash: String, command: String? = nil,
    outlines: [RegionCode: Shape] = [:], isSketch: Bool = false, attribution: String = "",
    runEstimateError: Phrase? = nil, levers: [String: Phrase] = [:], showsSex: Bool = false
  ) {
    self.programVersion = programVersion
    self.writtenAt = writtenAt
    self.scenarioHash = scenarioHash
    self.command = command
    self.outlines = outlines
    self.isSketch = isSketch
    self.attribution = attribution
    self.runEstimateError = runEstimateError
    self.levers = levers
    self.showsSex = showsSex
  }
}
