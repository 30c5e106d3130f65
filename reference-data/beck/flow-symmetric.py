"""Writes flow-symmetric.csv: the two-point flow at x = 1, sigma = 1, at conformal time tau, 50 digits.

Values come from eq. (31) as printed, on the principal complex branch where S0 > 0 makes artanh e^S0
complex, with as many digits as e^{2(|S0| + eta tau)} takes away; the real forms tanh(S/2) = tanh(S0/2)
e^{-eta tau} and b = b0 + log(sinh S/sinh S0) then have to agree.
"""

import csv
import random

from mpmath import mp, mpf, mpc, exp, log, tanh, cosh, sinh, atanh

DIGITS = 50


def printed(S0, b0, eta, tau):
    A = atanh(mpc(exp(S0)))
    S = log(tanh(eta * tau / 2 + A))
    after = eta * tau + 2 * A
    b = b0 + log(tanh(2 * A) * cosh(2 * A) / (tanh(after) * cosh(after)))
    small = mpf(10) ** -52
    assert abs(S.imag) < small * abs(S.real) and abs(b.imag) < small, (S0, tau, S, b)
    return S.real, b.real


def rows():
    draw = random.Random(20260102)
    for S0 in (-40.0, -0.4, -1e-9, 0.5, 1e-12, 720.0, 800.0, -800.0):
        for decay in (1e-12, 1e-3, 1.0, 30.0, 800.0):
            yield S0, 0.25, 0.7, decay / 0.7
    for _ in range(100):
        S0 = draw.choice([-1, 1]) * 10 ** draw.uniform(-10, 2)
        eta = 10 ** draw.uniform(-2, 0.5)
        yield S0, draw.uniform(-3, 3), eta, 10 ** draw.uniform(-10, 2) / eta


with open("flow-symmetric.csv", "w", newline="") as out:
    out.write("# The two-point flow at x = 1, sigma = 1: weight and bias at conformal time tau.\n")
    out.write("# Inputs (S0 to tau) are exact doubles; outputs have 50 digits.\n")
    out.write("# Generated with mpmath 1.3.0 by reference-data/beck/flow-symmetric.py\n")
    out.write("# Licence: Apache-2.0, as the project.\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow("S0 b0 eta tau S b".split())
    for given in rows():
        S0, b0, eta, tau = map(mpf, given)
        mp.dps = 140 + int(2 * (abs(S0) + eta * tau))
        S0, b0, eta, tau = map(mpf, given)
        S, b = printed(S0, b0, eta, tau)
        real = 2 * atanh(tanh(S0 / 2) * exp(-eta * tau))
        assert abs(real - S) < mpf(10) ** -60 * abs(S), given
        assert abs(b0 + log(sinh(S) / sinh(S0)) - b) < mpf(10) ** -60, given
        table.writerow([repr(v) for v in given] + [mp.nstr(v, DIGITS) for v in (S, b)])
