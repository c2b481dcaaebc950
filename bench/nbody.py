# Five bodies pulling at each other: floats in attributes of objects.
import math


class Body:
    def __init__(self, mass, x, y, z, vx, vy, vz):
        self.mass = mass
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz


def make_bodies():
    # A star and four planets on rough circles; the numbers are round ones.
    bodies = [Body(1000.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)]
    for i in range(1, 5):
        distance = 10.0 * i
        speed = math.sqrt(1000.0 / distance)
        bodies.append(Body(0.5 * i, distance, 0.0, 0.1 * i, 0.0, speed, 0.01 * i))
    return bodies


def step(bodies, dt):
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            squared = dx * dx + dy * dy + dz * dz
            pull = dt / (squared * math.sqrt(squared))
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


bodies = make_bodies()
print("%.6f" % energy(bodies))
for _ in range(40_000):
    step(bodies, 0.001)
print("%.6f" % energy(bodies))
