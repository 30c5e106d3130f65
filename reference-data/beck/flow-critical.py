"""Writes flow-critical.csv: the two-point flow at x = 0, sigma = 1, at given real times, 50 digits.

With z = eta tau/2 + e^S0 - 1 the time obeys z e^z = (e^{S0+b0} eta t/2 + e^S0 - 1) e^{e^S0 - 1}. Here
tau comes from bisection and Newton's method on the integral of dt = e^{-b} dtau; mpmath's lambertw
then has to agree, but for S0 = 700, where it overflows.
"""

import csv

from mpmath import mp, mpf, exp, expm1, log, lambertw, quad

mp.dps = 160
DIGITS = 50
COLUMNS = "S0 b0 eta t tau S b".split()


def scaled_time(y, S0):
    """e^b0 eta t/2 as a function of y = eta tau/2: int_0^y e^v (1 + v e^-S0) dv."""
    return expm1(y) + exp(-S0) * (1 + (y - 1) * exp(y))


def solve(S0, b0, eta, t):
    target = exp(b0) * eta * t / 2
    lo, hi = log(mpf(10) ** -40), log(mpf(10) ** 4)
    for _ in range(90):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if scaled_time(exp(mid), S0) < target else (lo, mid)
    y = exp((lo + hi) / 2)
    for _ in range(8):
        y -= (scaled_time(y, S0) - target) / (exp(y) * (1 + y * exp(-S0)))
    return y


def by_lambert(S0, b0, eta, t):
    shift = expm1(S0)
    argument = (exp(S0 + b0) * eta / 2 * t + shift) * exp(shift)
    return 2 / eta * (lambertw(argument) - shift)


def rows():
    for S0 in (-30.0, -3.0, -0.25, -1e-9, 0.0, 1e-9, 0.5, 1.0, 3.0, 6.5, 700.0):
        for b0, eta in ((0.0, 0.7), (-2.5, 0.01), (1.25, 2.0)):
            for t in (1e-12, 1e-3, 1.0, 5.0, 1e4, 1e50, 1e300):
                yield S0, b0, eta, t


with open("flow-critical.csv", "w", newline="") as out:
    out.write("# The two-point flow at x = 0, sigma = 1: conformal time, weight and bias at time t.\n")
    out.write("# Inputs (S0 to t) are exact doubles; outputs have 50 digits.\n")
    out.write("# Generated with mpmath 1.3.0 by reference-data/beck/flow-critical.py\n")
    out.write("# Licence: Apache-2.0, as the project.\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for n, given in enumerate(rows()):
        S0, b0, eta, t = map(mpf, given)
        y = solve(S0, b0, eta, t)
        tau = 2 * y / eta
        if S0 < 20:
            closed = by_lambert(S0, b0, eta, t)
            assert abs(closed - tau) < mpf(10) ** -100 * max(1, tau), given
        if n % 7 == 3:
            with mp.workdps(40):
                area = quad(lambda v: exp(v) * (1 + v * exp(-S0)), [0, y])
                assert abs(area / (exp(b0) * eta * t / 2) - 1) < mpf(10) ** -35, given
        S = S0 + log(1 + y * exp(-S0))
        b = b0 - y - (S - S0)
        table.writerow([repr(v) for v in given] + [mp.nstr(v, DIGITS) for v in (tau, S, b)])
