import Domain
import Geometry
import TestSupport
import Testing

@testable import Simulation

@Suite struct RunCalibrationTests {
  /// The way through random doors of a square is that of Beardwood, Halton and Hammersley; at so few
  /// doors the edge of the square makes it a little longer.
  @Test func anUncalibratedTourIsAsLongAsTheTheoremSays() throws {
    var scene = DeliveryScene(placesPerKecamatan: 1, kilometresFromBase: 0)
    scene.channels = [try DeliveryScene.door()]
    var scenario = try scene.scenario()
    scenario.places[0].areaSquareKilometres = 100
    let sampler = RunSampler(
      scenario, try PlannedScene.planner(of: scenario, stepsPerStop: 10), seed: 3)
    let ratios = try (0..<2).map { number in
      let sample = try #require(
        sampler.sample(stops: 60, couriers: 1, in: 0, number: number))
      return sample.plannedWaySeconds / sample.betweenSeconds
    }
    let mean = ratios.reduce(0, +) / 2
    #expect((1.0...1.3).contains(mean))
  }

  @Test func calibrationBringsTheEstimateNearToThePlanner() throws {
    var scene = DeliveryScene(placesPerKecamatan: 4, kecamatanCount: 2)
    scene.channels = [try DeliveryScene.door()]
    var scenario = try scene.scenario()
    scenario.kecamatan[1].roadFactor = 1.5
    scenario.kecamatan[1].kilometresFromBase = 15
    let one = { (stops: Int) in RunCalibration.Size(stops: stops, couriers: 1) }
    let result = RunCalibration(
      scenario, planner: try PlannedScene.planner(of: scenario), seed: 1, repetitions: 1,
      fitting: [one(6), one(12), one(20)], holdingOut: [one(9), one(16)]
    ).result()
    #expect(result.fits.map(\.kecamatan) == [0, 1])
    #expect(result.calibrated.meanWayPercent < 12)
    #expect(result.calibrated.meanRunPercent < 5)
    #expect(result.calibrated.meanWayPercent < result.uncalibrated.meanWayPercent)
    let calibrated = scenario.calibrated(by: result)
    #expect(calibrated.kecamatan.map(\.estimateFactor) == result.fits.map(\.factor))
  }

  @Test func aFactorOfExactSamplesIsFound() {
    let samples = (1...6).map { number in
      RunSampler.Sample(
        plannedWaySeconds: 600 + 1.25 * 90 * Double(number), lineHaulSeconds: 600,
        betweenSeconds: 90 * Double(number), secondsAtDoors: 1000)
    }
    let factor = RunCalibration.factor(fitting: samples)
    #expect((factor - 1.25).magnitude < 1e-12)
    let errors = RunCalibration.Result.Errors(samples.map { $0.scaled(by: factor) })
    #expect(errors.worstWayPercent < 1e-9)
    let before = RunCalibration.Result.Errors([samples[0]])
    #expect((before.meanWayPercent - 100 * 22.5 / 712.5).magnitude < 1e-9)
    #expect((before.meanRunPercent - 100 * 22.5 / 1712.5).magnitude < 1e-9)
  }

  @Test func aKecamatanOfIslandsIsNotFitted() throws {
    var scene = DeliveryScene(placesPerKecamatan: 1, kecamatanCount: 2, islandPlaces: [1])
    scene.channels = [try DeliveryScene.door()]
    let scenario = try scene.scenario()
    let sampler = RunSampler(scenario, try PlannedScene.planner(of: scenario), seed: 1)
    #expect(sampler.sample(stops: 5, couriers: 1, in: 1, number: 0) == nil)
    let land = sampler.sample(stops: 5, couriers: 1, in: 0, number: 0)
    #expect(land != nil)
    #expect(sampler.sample(stops: 5, couriers: 1, in: 0, number: 0) == land)
    #expect(sampler.sample(stops: 5, couriers: 1, in: 0, number: 1) != land)
  }
}
