"""Writes proportional-minimum.csv: the scalar equations of the minimiser in the proportional limit,
30 digits.

E[W/(1+W)] = lambda and E[W^2] = lambda s^2 with W = W_0(e^{s g + a}), g standard normal. Here the
averages are integrals over g by Gauss-Legendre on panels that widen with the distance from the bend
at g = -a/s, and the two equations are solved together by the secant method of mpmath's findroot.
"""

import csv

from mpmath import mp, mpf, exp, log, sqrt, pi, erfc, findroot, lambertw
from mpmath.calculus.quadrature import GaussLegendre

mp.dps = 40
DIGITS = 30
REACH = 13
RULE = GaussLegendre(mp).calc_nodes(4, int(mp.prec * 1.2))
LAMBDAS = ["0.001", "0.05", "0.12", "0.2", "0.25", "0.3", "0.4", "0.45", "0.48", "0.495", "0.499",
           "0.49985", "0.49999"]


def solve(v):
    """w + log w = v."""
    if v < -60:
        w = exp(v)
        return w * (1 - w)
    w = lambertw(exp(v)).real if v < 50 else v - log(v)
    for _ in range(3):
        w = w * (1 + v - log(w)) / (1 + w)
    return w


def nodes(s, a):
    """Nodes, weights times the normal density, and W."""
    bend = -a / s if abs(a / s) < REACH else mpf(0)
    ends, step, distance = {mpf(-REACH), mpf(REACH), bend}, min(mpf(1) / 2, 1 / s), mpf(0)
    while distance < 2 * REACH:
        step = min(mpf(1) / 2, max(step, distance / 2))
        distance += step
        ends |= {e for e in (bend - distance, bend + distance) if abs(e) < REACH}
    ends = sorted(ends)
    for lo, hi in zip(ends, ends[1:]):
        half, middle = (hi - lo) / 2, (hi + lo) / 2
        for x, weight in RULE:
            g = middle + half * x
            yield g, half * weight * exp(-g * g / 2) / sqrt(2 * pi), solve(s * g + a)


def equations(lam):
    def residuals(logs, a):
        s = exp(logs)
        first = second = mpf(0)
        for _, p, w in nodes(s, a):
            first += p * w / (1 + w)
            second += p * w * w
        return [first - lam, second / s / s - lam]
    return residuals


def rate(lam, s, a, points, mean):
    """h/Z."""
    def square(logc):
        c = exp(logc)
        return sum(p * (c * w / (1 + c * w)) ** 2 for _, p, w in points) - lam
    low = log(sqrt(lam) / (1 - sqrt(lam))) - 1 - a
    c = exp(findroot(square, (low, low + 3 + log(1 + s)), solver="anderson", tol=mpf(10) ** -60))
    return sum(p * w / (1 + c * w) ** 2 for _, p, w in points) / mean


with open("proportional-minimum.csv", "w", newline="") as out:
    out.write("# s = |S_inf|, a, log Z, the share of positive projections and the relaxation\n")
    out.write("# exponent r for standard Gaussian points, d/N = lambda below 1/2, N to infinity.\n")
    out.write("# lambda is an exact decimal; results have 30 digits.\n")
    out.write("# Generated with mpmath 1.2.1 by reference-data/beck/proportional-minimum.py\n")
    out.write("# Licence: Apache-2.0, as the project.\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["lambda", "s", "a", "log_z", "positive_share", "r"])
    start = (log(sqrt(mpf("0.001"))), log(mpf("0.001")))
    for text in LAMBDAS:
        lam = mpf(text)
        edge = sqrt(lam * (1 + lam * (4 * (pi ** 2 / 8 + log(2) ** 2) - 2)) / (1 - 2 * lam))
        guess = start if lam < 0.01 else (log(edge), log(edge) + mpf("0.058") + log(2 * lam))
        logs, a = findroot(equations(lam), guess, tol=mpf(10) ** -66)
        s = exp(logs)
        points = list(nodes(s, a))
        mean = sum(p * w for _, p, w in points)
        row = [s, a, log(mean) - a, erfc(exp(a) / s / sqrt(2)) / 2, rate(lam, s, a, points, mean)]
        table.writerow([text] + [mp.nstr(value, DIGITS, strip_zeros=False) for value in row])
        out.flush()
