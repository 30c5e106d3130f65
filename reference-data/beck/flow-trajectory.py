"""Writes flow-trajectory.csv: states of the two-point gradient flow at given times, 50 digits.

The flow of L = (e^{-S+b} + e^{xS+b})/2 with S the weight in units of 1/sigma is integrated in
z = -log|D/D0|/x, D = 1 - xE, E = e^{(1+x)S}, which makes D = D0 e^{-xz}; log t is a Gauss-Legendre
quadrature on panels that double from both ends, inverted by Newton's method.

`python3 flow-trajectory.py` writes the table; `python3 flow-trajectory.py verify` compares rows of
it with two other ways: the hypergeometric closed form of t, and a Taylor-series integration of the
differential equations in real time.
"""

import csv
import random
import sys

from mpmath import mp, mpf, exp, expm1, log, log1p, hyp2f1, odefun
from mpmath.calculus.quadrature import GaussLegendre

mp.dps = 70
DIGITS = 50
COLUMNS = "x sigma eta S0 b0 log_t S b dS db log_tau rate_S rate_b".split()


class Flow:
    def __init__(self, x, sigma, eta, S0, b0):
        self.x, self.i, self.eta = mpf(x), 1 / mpf(sigma) ** 2, mpf(eta)
        self.S0, self.b0, self.g = mpf(S0), mpf(b0), 1 + mpf(x)
        self.E0 = exp(self.g * self.S0)

    def change(self, z):
        """S - S0 and b - b0 at z, with the digits of a small z."""
        x, g = self.x, self.g
        if g == 0:
            dS = 2 * z
        else:
            grown = g * z if x == 0 else -expm1(-x * g * z) / x
            rise = expm1(-x * g * z) + grown / self.E0
            if rise > -0.5:
                dS = log1p(rise) / g
            else:
                dS = log(self.E0 * exp(-x * g * z) + grown) / g - self.S0
        return dS, -self.i * (dS + g * z)

    def log_speed(self, z):
        """log dt/dz and log dtau/dz up to the factor 2i/eta."""
        dS, db = self.change(z)
        conformal = -self.x * (self.S0 + dS)
        return conformal - self.b0 - db, conformal

    def panels(self, z, ratio):
        near = mpf("0.02") * min(1, self.E0) / (2 + self.i)
        ends, d = {mpf(0), z}, z / 2
        while d > near:
            ends |= {d, z - d}
            d /= ratio
        return sorted(ends)

    def log_times(self, z, ratio=2, degree=5):
        rule = GaussLegendre(mp).calc_nodes(degree, mp.prec)
        real = conformal = mpf(0)
        ends = self.panels(z, ratio)
        for a, b in zip(ends, ends[1:]):
            half, mid = (b - a) / 2, (a + b) / 2
            for node, weight in rule:
                r, c = self.log_speed(mid + half * node)
                real += half * weight * exp(r)
                conformal += half * weight * exp(c)
        unit = log(2 * self.i / self.eta)
        return unit + log(real), unit + log(conformal)

    def at(self, log_t):
        """Newton for log z; the start is a bisection with the tangent law dt/dlog z = z dt/dz."""
        lo, hi = mpf(-2000), mpf(2000)
        unit = log(2 * self.i / self.eta)
        for _ in range(60):
            mid = (lo + hi) / 2
            z = exp(mid)
            h = mpf("1e-6")
            up, down = self.log_speed(z * exp(h))[0], self.log_speed(z * exp(-h))[0]
            slope = 1 + max(0, (up - down) / (2 * h))
            guess = unit + self.log_speed(z)[0] + mid - log(slope)
            lo, hi = (mid, hi) if guess < log_t else (lo, mid)
        w = (lo + hi) / 2
        for _ in range(40):
            have, log_tau = self.log_times(exp(w))
            step = (log_t - have) * exp(have - unit - self.log_speed(exp(w))[0] - w)
            w += max(-2, min(2, step))
            if abs(step) < mpf(10) ** -57:
                return exp(w), log_tau
        raise ArithmeticError("no convergence")

    def row(self, log_t):
        z, log_tau = self.at(mpf(log_t))
        dS, db = self.change(z)
        S, b = self.S0 + dS, self.b0 + db
        speed = exp(mpf(log_t) + b) * self.eta / 2
        return [S, b, dS, db, log_tau,
                speed / self.i * (exp(-S) - self.x * exp(self.x * S)),
                -speed * (exp(-S) + exp(self.x * S))]


def real_part_log_t(flow, S):
    """The closed form of t(S) for 0 < |x| < 1 with S0 below the stationary weight."""
    x, g, i = flow.x, flow.g, flow.i
    a = (1 + i) / g

    def G(y):
        return exp((1 + i) * y) / (1 + i) * hyp2f1(a, 1 + i / x, a + 1, x * exp(g * y))

    scale = log(2 * i / flow.eta) - flow.b0 - i * flow.S0 + i / x * log(1 - x * flow.E0)
    return scale + log(G(S) - G(flow.S0))


def inputs():
    draw = random.Random(20260101)
    xs = [1, 1 - 1e-12, 0.9, 0.5, 0.2, 0.01, 2e-4, 1e-6, 1e-12, 0,
          -1e-12, -1e-6, -0.06, -0.3, -0.9, -1 + 1e-12, -1]
    sigmas = [0.05, 0.3, 1, 5, 20, 1000]
    times = [1e-12, 1e-3, 1, 1e4, 1e10, 1e50, 1e300]
    rows = [(x, draw.choice(sigmas), 1.0, 0.0, 0.0, t) for x in xs for t in times]
    for _ in range(85):
        rows.append((draw.choice(xs + [draw.uniform(-1, 1)]), draw.choice(sigmas),
                     draw.choice([0.01, 0.3, 2]), draw.choice([-7.5, -0.4, 0.5, 3, 30]),
                     draw.choice([-3, 0.7, 12]), draw.choice(times)))
    rows += [(0.2, 0.05, 0.7, 1.5, 0.1, 1e300), (0.9, 1000.0, 0.7, 2.0, -0.3, 1e300),
             (1e-12, 1000.0, 1.0, 30.0, 0.0, 1e50), (1e-12, 1.0, 1.0, 27.631, 0.0, 1e300)]
    for x, sigma, eta, S0, b0, t in rows:
        yield [float(v) for v in (x, sigma, eta, S0, b0, float(mp.log(mpf(t))))]


def write():
    with open("flow-trajectory.csv", "w", newline="") as out:
        out.write("# States of the two-point gradient flow with exponential loss at time t.\n")
        out.write("# S: weight times sigma; dS, db: change since t = 0; rate_S, rate_b: d/dlog t.\n")
        out.write("# Inputs (x to log_t) are exact doubles, given as the shortest decimal that\n")
        out.write("# rounds to them; outputs have 50 digits.\n")
        out.write("# Generated with mpmath 1.3.0 by reference-data/beck/flow-trajectory.py\n")
        out.write("# Licence: Apache-2.0, as the project.\n")
        table = csv.writer(out, lineterminator="\n")
        table.writerow(COLUMNS)
        for given in inputs():
            got = Flow(*given[:5]).row(given[5])
            table.writerow([repr(v) for v in given] + [mp.nstr(v, DIGITS) for v in got])


def verify():
    with open("flow-trajectory.csv") as source:
        rows = list(csv.DictReader(line for line in source if not line.startswith("#")))
    worst = {"panels": mpf(0), "closed form": mpf(0), "Taylor": mpf(0)}
    for n, row in enumerate(rows):
        given = [mpf(float(row[c])) for c in COLUMNS[:6]]
        flow, log_t = Flow(*given[:5]), given[5]
        if n % 10 == 0:
            z, log_tau = flow.at(log_t)
            fine = flow.log_times(z, ratio=mpf("1.5"), degree=6)
            error = max(abs(fine[0] - log_t), abs(fine[1] - log_tau))
            worst["panels"] = max(worst["panels"], error)
        S, dS = mpf(row["S"]), mpf(row["dS"])
        ordinary = 1e-3 < abs(flow.x) < 0.99 and abs(dS) > 1e-3 and flow.i < 20
        if ordinary and flow.x * flow.E0 < 1 and abs(1 - flow.x * exp(flow.g * S)) > 1e-3:
            error = abs(real_part_log_t(flow, S) - log_t)
            worst["closed form"] = max(worst["closed form"], error)
        if abs(log_t) < 7 and 0.2 < flow.i < 20 and abs(flow.S0) < 4 and flow.b0 < 1:
            worst["Taylor"] = max(worst["Taylor"], taylor_error(flow, log_t, S, mpf(row["b"])))
    for way, error in worst.items():
        print(way, mp.nstr(error, 3))


def taylor_error(flow, log_t, S, b):
    def rates(_, y):
        speed = flow.eta / 2 * exp(y[1])
        return [speed / flow.i * (exp(-y[0]) - flow.x * exp(flow.x * y[0])),
                -speed * (exp(-y[0]) + exp(flow.x * y[0]))]

    if log_t > 1:
        return mpf(0)
    with mp.workdps(35):
        got = odefun(rates, 0, [flow.S0, flow.b0])(exp(log_t))
        return max(abs(got[0] - S), abs(got[1] - b))


verify() if sys.argv[1:] == ["verify"] else write()
