"""The office of `OneOffice.swift` in SimPy: the same rules, the same numbers, its own chance.

`python -m peers.simpy_office STYLE PARAMETERS SEED...`, where PARAMETERS is a line of JSON. For each
seed a line of JSON like that of `simulation-benchmark office`. The style is

- `processes`, as SimPy's manual writes such models: each card is a process, and so is each printer's
  repair; printers wait in a `Store`;
- `callbacks`, the fastest that was found: printers and couriers are processes, and what happens to a
  card is a timeout with a callback.
"""

from __future__ import annotations

import heapq
import json
import math
import random
import sys
import time
from collections import deque

import simpy

_DAY = 86_400
_TOUR = 0.7124


class Office:
    """One run: its parts, its queues and what it counted."""

    def __init__(self, numbers: dict, seed: int) -> None:
        self.numbers = numbers
        self.chance = random.Random(seed)
        self.environment = simpy.Environment()
        self.queue: deque = deque()
        self.printers_idle: list = []
        self.sorted: list = []
        self.pool: list = []
        self.waiting = 0
        self.counts = dict.fromkeys(
            (
                "events requests printed handedOver calls delivered returned runs kilometres "
                "waitingDays"
            ).split(),
            0,
        )
        self._way = (
            _TOUR * numbers["roadFactor"] * math.sqrt(numbers["areaSquareKilometres"] * 1e6)
        )
        self._metres_per_second = numbers["speedKilometresPerHour"] / 3.6
        self._line_haul = 2000 * numbers["kilometresFromBase"]

    def run(self) -> None:
        self.environment.process(self.days())
        for _ in range(self.numbers["printers"]):
            self.environment.process(self.printer())
        self.environment.run(until=self.numbers["days"] * _DAY)

    # The day

    def days(self):
        numbers, environment = self.numbers, self.environment
        for day in range(numbers["days"]):
            # Two mornings and an evening, as there are in the other program.
            self.counts["events"] += 3
            self.let_requests_arrive(day)
            yield environment.timeout(numbers["opensSeconds"])
            self.counts["events"] += 3
            self.wake_printers()
            self.hand_over()
            self.send_out(day)
            yield environment.timeout(_DAY - 1 - numbers["opensSeconds"])
            self.counts["waitingDays"] += self.waiting
            yield environment.timeout(1)

    def let_requests_arrive(self, day: int) -> None:
        numbers, chance = self.numbers, self.chance
        length = numbers["closesSeconds"] - numbers["opensSeconds"]
        for _ in range(self.poisson(numbers["requestsPerDay"])):
            self.at(
                self.environment.now + numbers["opensSeconds"] + int(length * chance.random()),
                self.arrive,
            )

    def poisson(self, mean: float) -> int:
        """Counts the arrivals of a unit of time, one after the other."""
        count, moment = 0, self.chance.expovariate(mean)
        while moment < 1:
            count += 1
            moment += self.chance.expovariate(mean)
        return count

    def at(self, moment: float, happening, value=None) -> None:
        timeout = self.environment.timeout(moment - self.environment.now, value)
        timeout.callbacks.append(happening)

    # Printing

    def arrive(self, _event) -> None:
        self.counts["events"] += 1
        self.counts["requests"] += 1
        self.waiting += 1
        self.queue.append(self.new_card())
        if self.printers_idle:
            self.printers_idle.pop().succeed()

    def new_card(self) -> tuple:
        """Since when it is ready, how long it prints, and how often somebody called."""
        seconds = max(1, round(self.chance.expovariate(1 / self.numbers["secondsPerCard"])))
        return self.environment.now, seconds, 0

    def wake_printers(self) -> None:
        waiting, self.printers_idle = self.printers_idle, []
        for idle in waiting:
            idle.succeed()

    def may_begin(self) -> bool:
        """Whether the first request can be printed before the office closes."""
        now = self.environment.now % _DAY
        return (
            bool(self.queue)
            and now >= self.numbers["opensSeconds"]
            and now + self.queue[0][1] <= self.numbers["closesSeconds"]
        )

    def printer(self):
        numbers, chance, environment = self.numbers, self.chance, self.environment
        to_failure = self.working_time()
        while True:
            while not self.may_begin():
                idle = environment.event()
                self.printers_idle.append(idle)
                yield idle
            card = self.queue.popleft()
            yield environment.timeout(card[1])
            self.waiting -= 1
            self.counts["events"] += 1
            self.counts["printed"] += 1
            self.sorted.append(card)
            to_failure -= card[1]
            if to_failure <= 0:
                days = chance.expovariate(1 / numbers["repairDays"])
                yield environment.timeout(round(days * _DAY))
                self.counts["events"] += 1
                to_failure = self.working_time()

    def working_time(self) -> float:
        return 3600 * self.chance.expovariate(1 / self.numbers["hoursBetweenFailures"])

    # Delivery

    def hand_over(self) -> None:
        self.counts["handedOver"] += len(self.sorted)
        for card in self.sorted:
            heapq.heappush(self.pool, card)
        self.sorted.clear()

    def metres_between(self, stops: int, couriers: int) -> float:
        return self._way * math.sqrt(stops / couriers) * (stops - 1) / stops

    def send_out(self, day: int) -> None:
        numbers = self.numbers
        shift = numbers["closesSeconds"] - numbers["opensSeconds"] - numbers["restMinutes"] * 60
        cards = len(self.pool)
        if not cards:
            return
        at_door = 60 * (numbers["minutesAtDoor"] + numbers["setupMinutes"])
        between = self.metres_between(cards, 1) / self._metres_per_second
        useful = max(shift / 20, shift - self._line_haul / self._metres_per_second)
        work = max((cards * at_door + between) / useful, cards / numbers["bagCards"])
        couriers = min(numbers["couriers"], math.ceil(work))
        for courier in range(couriers):
            share = -(-len(self.pool) // (couriers - courier))
            bag = self.fill(share, couriers, shift)
            if bag:
                self.environment.process(self.courier(bag, couriers, shift))

    def fill(self, share: int, couriers: int, shift: float) -> list:
        numbers = self.numbers
        setup = numbers["setupMinutes"] * 60
        bag, seconds = [], 0.0
        line_haul = self._line_haul / self._metres_per_second
        while self.pool and len(bag) < min(share, numbers["bagCards"]):
            at_door = 60 * self.chance.expovariate(1 / numbers["minutesAtDoor"])
            between = self.metres_between(len(bag) + 1, couriers) / self._metres_per_second
            if bag and seconds + at_door + setup + line_haul + between > shift:
                break
            bag.append((heapq.heappop(self.pool), at_door))
            seconds += at_door + setup
        self.chance.shuffle(bag)
        return bag

    def courier(self, bag: list, couriers: int, shift: float):
        numbers, environment = self.numbers, self.environment
        metres = self.metres_between(len(bag), couriers)
        way = metres / self._metres_per_second
        self.counts["runs"] += 1
        self.counts["kilometres"] += (self._line_haul + metres) / 1000
        left = environment.now
        worked = self._line_haul / self._metres_per_second / 2
        for number, (card, at_door) in enumerate(bag):
            if number:
                worked += way / (len(bag) - 1)
            worked += numbers["setupMinutes"] * 60
            rest = numbers["restMinutes"] * 60 if worked >= shift / 2 else 0
            yield environment.timeout(int(worked + rest) + left - environment.now)
            self.call(card)
            worked += at_door

    def call(self, card: tuple) -> None:
        numbers, chance = self.numbers, self.chance
        since, seconds, calls = card
        self.counts["events"] += 1
        self.counts["calls"] += 1
        fails = numbers["laterFailureShare"] if calls else numbers["firstFailureShare"]
        if chance.random() >= fails:
            self.counts["delivered"] += 1
        elif chance.random() >= numbers["retryShare"]:
            self.counts["returned"] += 1
        elif calls + 1 < numbers["maximumCalls"]:
            morning = (self.environment.now // _DAY + 1) * _DAY
            self.at(morning, self.wait_again, (since, seconds, calls + 1))
        elif chance.random() < numbers["fetchedShare"]:
            days = 1 + int(chance.random() * numbers["holdDays"])
            self.at(self.environment.now + days * _DAY, self.end, "delivered")
        else:
            self.at(self.environment.now + numbers["holdDays"] * _DAY, self.end, "returned")

    def wait_again(self, event) -> None:
        self.counts["events"] += 1
        heapq.heappush(self.pool, event.value)

    def end(self, event) -> None:
        self.counts["events"] += 1
        self.counts[event.value] += 1


class OfficeOfProcesses(Office):
    """The same with a process for each card and a store of printers."""

    def run(self) -> None:
        self.printers = simpy.Store(self.environment)
        for _ in range(self.numbers["printers"]):
            self.printers.put([self.working_time()])
        self.environment.process(self.days())
        self.environment.run(until=self.numbers["days"] * _DAY)

    def at(self, moment: float, happening, value=None) -> None:
        is_new = happening == self.arrive
        way = self.card(moment) if is_new else self.later(moment, happening, value)
        self.environment.process(way)

    def later(self, moment: float, happening, value):
        timeout = self.environment.timeout(moment - self.environment.now, value)
        yield timeout
        happening(timeout)

    def wake_printers(self) -> None:
        """Cards wait for the office to open themselves."""

    def card(self, moment: float):
        environment = self.environment
        yield environment.timeout(moment - environment.now)
        self.counts["events"] += 1
        self.counts["requests"] += 1
        self.waiting += 1
        card = self.new_card()
        printer = yield self.printers.get()
        wait = self.until_it_fits(card[1])
        if wait:
            yield environment.timeout(wait)
        yield environment.timeout(card[1])
        self.waiting -= 1
        self.counts["events"] += 1
        self.counts["printed"] += 1
        self.sorted.append(card)
        printer[0] -= card[1]
        if printer[0] <= 0:
            environment.process(self.repair(printer))
        else:
            yield self.printers.put(printer)

    def until_it_fits(self, seconds: int) -> int:
        """Until the office opens, if a card begun now were not done before it closes."""
        opens, closes = self.numbers["opensSeconds"], self.numbers["closesSeconds"]
        now = self.environment.now % _DAY
        if opens <= now and now + seconds <= closes:
            return 0
        return opens - now if now < opens else opens - now + _DAY

    def repair(self, printer: list):
        days = self.chance.expovariate(1 / self.numbers["repairDays"])
        yield self.environment.timeout(round(days * _DAY))
        self.counts["events"] += 1
        printer[0] = self.working_time()
        yield self.printers.put(printer)


_STYLES = {"processes": OfficeOfProcesses, "callbacks": Office}


def main(arguments: list[str]) -> int:
    style, numbers = _STYLES[arguments[0]], json.loads(arguments[1])
    for seed in map(int, arguments[2:]):
        office = style(numbers, seed)
        begin = time.process_time()
        office.run()
        figures = {"seed": seed, "cpuSeconds": time.process_time() - begin, **office.counts}
        print(json.dumps(figures, sort_keys=True), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
