internal import Domain
public import Reports
public import Simulation

/// The answers of a study for other programs.
public enum WhatIfJSON {
  public static func answers(_ study: Study) -> JSONText {
    [
      "seed": .string(String(study.seed)), "runs": .integer(study.runs),
      "base": scenario(study.base, compared: nil),
      "alternatives": .array(
        study.alternatives.indices.map { index in
          scenario(
            study.alternatives[index],
            compared: index < study.comparisons.count ? study.comparisons[index] : nil)
        }),
      "sweep": .optional(study.sweep, sweep),
      "marginalValues": .array(study.marginalValues.map(marginal)),
      "goal": .optional(study.goal, goal),
    ]
  }

  private static func scenario(
    _ studied: StudiedScenario, compared comparison: Comparison?
  ) -> JSONText {
    let scenario = studied.scenario
    return [
      "name": .string(scenario.name),
      "title": [
        "id": .string(scenario.title.indonesian), "en": .string(scenario.title.english),
      ],
      "firstDay": .describing(scenario.firstDay), "lastDay": .describing(scenario.lastDay),
      "answers": estimates(studied.answers),
      "differences": .optional(comparison, differences),
      "bottlenecks": .array(
        studied.bottlenecks.map {
          [
            "cause": .string($0.cause.rawValue), "firstDay": .integer($0.days.lowerBound + 1),
            "lastDay": .integer($0.days.upperBound + 1),
          ]
        }),
      "events": .integer(studied.eventCount),
      "assumptions": .array(scenario.assumptions.map(assumption)),
      "coverage": [
        "recorded": band(studied.coverageBands.whole.recorded),
        "holders": band(studied.coverageBands.whole.holders),
      ],
      "series": series(studied),
    ]
  }

  private static func assumption(_ assumption: Assumption) -> JSONText {
    let (basis, text) = assumption.basis.fields
    return [
      "path": .string(assumption.path), "value": .string(assumption.value),
      "basis": .string(basis), "text": .string(text),
    ]
  }

  /// Every measure that is not zero on all days, a value for each day.
  private static func series(_ studied: StudiedScenario) -> JSONText {
    .object(
      Measure.allCases.compactMap { measure in
        guard let band = studied.series[measure], band.ninetieth.contains(where: { $0 != 0 })
        else { return nil }
        return JSONText.Member(measure.rawValue, self.band(band))
      })
  }

  private static func band(_ band: Band) -> JSONText {
    func list(_ values: [Double]) -> JSONText {
      .array(values.map { PlainDecimal.json($0, places: 3) })
    }
    return [
      "mean": list(band.mean), "p10": list(band.tenth), "p50": list(band.median),
      "p90": list(band.ninetieth),
    ]
  }

  private static func estimates(_ answers: [Answer: Estimate]) -> JSONText {
    .object(
      Answer.allCases.compactMap { answer in
        answers[answer].map { JSONText.Member(answer.rawValue, estimate($0)) }
      })
  }

  private static func estimate(_ estimate: Estimate) -> JSONText {
    let counts = [
      JSONText.Member("observed", .integer(estimate.observed)),
      JSONText.Member("runs", .integer(estimate.runs)),
    ]
    guard estimate.observed > 0 else { return .object(counts) }
    let figures = [
      ("mean", estimate.mean), ("halfWidth95", estimate.halfWidth),
      ("standardDeviation", estimate.standardDeviation), ("p10", estimate.tenth),
      ("p50", estimate.median), ("p90", estimate.ninetieth),
    ]
    return .object(counts + figures.map { JSONText.Member($0.0, PlainDecimal.json($0.1)) })
  }

  private static func differences(_ comparison: Comparison) -> JSONText {
    .object(
      Answer.allCases.compactMap { answer in
        comparison.differences[answer].map { difference in
          JSONText.Member(
            answer.rawValue,
            [
              "difference": estimate(difference.estimate),
              "distinguishable": .boolean(difference.isDistinguishable),
            ])
        }
      })
  }

  private static func sweep(_ sweep: Sweep) -> JSONText {
    [
      "lever": .string(sweep.lever),
      "values": .array(
        sweep.values.indices.map { index in
          [
            "value": .string(sweep.values[index]),
            "number": PlainDecimal.json(sweep.numbers[index]),
            "answers": estimates(sweep.answers[index]),
          ]
        }),
    ]
  }

  private static func marginal(_ value: MarginalValue) -> JSONText {
    [
      "lever": .string(value.lever), "step": .string(value.step),
      "differences": differences(value.comparison),
    ]
  }

  private static func goal(_ goal: GoalSought) -> JSONText {
    [
      "condition": .string(goal.condition), "lever": .string(goal.lever),
      "found": .optional(goal.found) { .string($0) },
      "tried": .array(
        goal.tried.map {
          [
            "value": .string($0.value), "isMet": .boolean($0.isMet),
            "answer": .optional($0.answer, estimate),
          ]
        }),
    ]
  }
}
