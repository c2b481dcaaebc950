"""Simulations: resources, priorities, containers, stores, interrupts, conditions."""

import simpy


def car(env, name, station, arrival, time):
    yield env.timeout(arrival)
    with station.request() as wanted:
        result = yield wanted | env.timeout(3)
        if wanted not in result:
            print(f"{env.now:4} {name} gives up")
            return
        print(f"{env.now:4} {name} starts")
        yield env.timeout(time)
        print(f"{env.now:4} {name} leaves")


env = simpy.Environment()
station = simpy.Resource(env, capacity=2)
for number in range(5):
    env.process(car(env, f"car {number}", station, number, 5 - number % 2))
env.run()


def machine(env, tank):
    try:
        while True:
            yield tank.get(3)
            print(env.now, "took 3, left", tank.level)
            yield env.timeout(2)
    except simpy.Interrupt as interrupt:
        print(env.now, "interrupted:", interrupt.cause)
        return "stopped"


def filler(env, tank, running):
    for _ in range(3):
        yield env.timeout(1.5)
        yield tank.put(2)
    running.interrupt("enough")
    print(env.now, (yield running))


env = simpy.Environment(initial_time=10)
tank = simpy.Container(env, capacity=10, init=4)
env.process(filler(env, tank, env.process(machine(env, tank))))
env.run(until=30)


def shop(env):
    store = simpy.FilterStore(env)
    for item in ("nut", "bolt", "nail"):
        yield store.put(item)
    got = yield store.get(lambda item: item.startswith("b"))
    queue = simpy.PriorityResource(env, 1)
    first, late, early = queue.request(0), queue.request(5), queue.request(1)
    yield first
    queue.release(first)
    done = yield env.any_of([late, early])
    failing = env.event()
    failing.fail(ValueError("broken"))
    try:
        yield failing
    except ValueError as error:
        print(got, store.items, early in done, late in done, repr(error))
    return (yield env.all_of([env.timeout(1, "a"), env.timeout(2, "b")])).todict().values()


env = simpy.Environment()
print(list(env.run(env.process(shop(env)))), env.now)
try:
    env.run(until=1)
except ValueError as error:
    print(error)
