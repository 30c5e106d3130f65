"""Writes flow-antiderivative.csv and flow-conformal.csv for sigma = 1 and -1 < x <= 1, 50 digits.

f has f'(y) = -e^y/(1 - x e^{(1+x)y}); its values come from mpmath's 2F1 in the two equivalent forms,
which have to agree. States at a conformal time solve f(S) = f(S0) - eta tau/2 by bisection and
Newton's method on the branch of S0; some are compared with a Taylor-series integration of
dS/dtau = -(eta/2)(x e^{xS} - e^{-S}), db/dtau = -(eta/2)(e^{xS} + e^{-S}).
"""

import csv

from mpmath import mp, mpf, exp, expm1, log, hyp2f1, odefun, re

mp.dps = 110
DIGITS = 50


def f(x, y):
    a, z = 1 / (1 + x), x * exp((1 + x) * y)
    short = -exp(y) * hyp2f1(1, a, 1 + a, z)
    return re(short)


def f_long(x, y):
    a, z = 1 / (1 + x), x * exp((1 + x) * y)
    return re(-x * exp((x + 2) * y) / (x + 2) * hyp2f1(1, 1 + a, 2 + a, z) - exp(y))


def slope(x, y):
    return -exp(y) / (1 - x * exp((1 + x) * y))


def stationary(x):
    return -log(x) / (1 + x) if x > 0 else mpf("inf")


def weight(x, S0, eta, tau):
    target, limit = f(x, S0) - eta * tau / 2, stationary(x)
    gap0 = limit - S0
    lo, hi = mpf(0), mpf(1)
    if limit == mpf("inf"):
        hi = 2 * tau * eta * (exp(-S0) + abs(x)) + 1
        at = lambda p: S0 + p
    else:
        lo, hi = mpf(0), (eta * tau + 1) * 6 * (1 + x) / min(1, exp(S0))
        at = lambda p: limit - gap0 * exp(-p)
    with mp.workdps(40):
        for _ in range(60):
            mid = (lo + hi) / 2
            lo, hi = (mid, hi) if f(x, at(mid)) > target else (lo, mid)
    S = at((lo + hi) / 2)
    for _ in range(5):
        S -= (f(x, S) - target) / slope(x, S)
    assert abs(f(x, S) - target) < mpf(10) ** -60 * (1 + abs(target)), (x, S0, tau)
    return S


def bias(x, S0, b0, S):
    if x == 0:
        return b0 + S0 - S - (exp(S) - exp(S0))
    ratio = (1 - x * exp((1 + x) * S)) / (1 - x * exp((1 + x) * S0))
    return b0 + S0 - S + log(ratio) / x


def taylor(x, S0, b0, eta, tau):
    def rates(_, y):
        left, right = exp(-y[0]), exp(x * y[0])
        return [-eta / 2 * (x * right - left), -eta / 2 * (right + left)]

    with mp.workdps(30):
        return odefun(rates, 0, [S0, b0])(tau)


XS = [1.0, 0.9, 0.5, 0.2, 0.01, 1e-6, 1e-12, 0.0, -1e-6, -0.06, -0.3, -0.9, -0.999]


def header(out, *lines):
    for line in lines:
        out.write("# " + line + "\n")
    out.write("# Inputs are exact doubles; outputs have 50 digits.\n")
    out.write("# Generated with mpmath 1.3.0 by reference-data/beck/flow-conformal.py\n")
    out.write("# Licence: Apache-2.0, as the project.\n")
    return csv.writer(out, lineterminator="\n")


def write_antiderivative():
    with open("flow-antiderivative.csv", "w", newline="") as out:
        table = header(out, "Real part of f(y), f'(y) = -e^y/(1 - x e^{(1+x)y}), of eq. (36), (38).",
                       "complement: 1 - x e^{(1+x)y}.")
        table.writerow("x y f complement".split())
        for x in map(mpf, XS):
            ys = [-30.0, -2.5, -0.5, 0.0, 0.25, 1.5, 6.0]
            if x > 0:
                limit = float(stationary(x))
                ys += [limit * 0.75, limit - 1e-3, limit + 1e-3, limit - 1e-9, limit + 1e-9]
            for y in map(mpf, sorted(set(ys))):
                gap = 1 - x * exp((1 + x) * y)
                if abs(gap) < mpf(10) ** -12:
                    continue
                value = f(x, y)
                assert abs(value - f_long(x, y)) < mpf(10) ** -55 * (1 + abs(value)), (x, y)
                table.writerow([repr(float(v)) for v in (x, y)]
                               + [mp.nstr(v, DIGITS) for v in (value, gap)])


def write_conformal():
    with open("flow-conformal.csv", "w", newline="") as out:
        table = header(out, "Two-point flow, sigma = 1, at conformal time tau: weight and bias.",
                       "dS, db: change since tau = 0; u = f(S).")
        table.writerow("x S0 b0 eta tau S b dS db u".split())
        n = 0
        for x in XS:
            for S0, b0, eta in ((0.0, 0.0, 0.7), (-1.5, 0.25, 0.01), (1.25, -3.0, 2.0)):
                for ticks in (1e-9, 0.5, 8.0):
                    given = [x, S0, b0, eta, ticks / eta]
                    args = [mpf(v) for v in given]
                    if x == 1.0 and S0 == 0:
                        continue
                    S = weight(args[0], args[1], args[3], args[4])
                    b = bias(args[0], args[1], args[2], S)
                    n += 1
                    if n % 9 == 2:
                        ode = taylor(*args)
                        error = max(abs(ode[0] - S), abs(ode[1] - b))
                        assert error < mpf(10) ** -22, (given, error)
                    got = (S, b, S - args[1], b - args[2], f(args[0], S))
                    table.writerow([repr(v) for v in given] + [mp.nstr(v, DIGITS) for v in got])


write_antiderivative()
write_conformal()
