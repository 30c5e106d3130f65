"""Writes delay-scale.csv: the scale sigma_c above which the exponential population loss of the
two-point flow from S = b = 0 is non-monotone, 50 digits.

sigma_c^{-2} is the maximum over S > 0 of r(S) = S (e^{-S} - x e^{xS})/(e^{-S} + e^{xS}), found here by
golden-section search on r alone with 140 digits: no derivative enters.
"""

import csv

from mpmath import mp, mpf, exp, sqrt

mp.dps = 140
DIGITS = 50
GOLDEN = (sqrt(mpf(5)) - 1) / 2
POINTS = [0.0, 1e-300, 1e-15, 1e-9, 1e-4, 1e-2, 0.07, 0.1, 0.3, 0.43133, 0.5, 0.7, 0.9, 0.95,
          0.999, 1 - 1e-6, 1 - 1e-9, 1 - 2.0 ** -52]


def largest(x):
    def rise(s):
        return s * (exp(-s) - x * exp(x * s)) / (exp(-s) + exp(x * s))

    lo, hi = mpf(0), 2 * (1 - x)
    while hi - lo > hi * mpf(10) ** -60:
        a, b = hi - GOLDEN * (hi - lo), lo + GOLDEN * (hi - lo)
        lo, hi = (a, hi) if rise(a) < rise(b) else (lo, b)
    weight = (lo + hi) / 2
    return weight, 1 / sqrt(rise(weight))


with open("delay-scale.csv", "w", newline="") as out:
    out.write("# sigma_c(x) of the two-point flow and the weight at which the maximum lies.\n")
    out.write("# x is an exact double, given as the shortest decimal that rounds to it; results\n")
    out.write("# have 50 digits.\n")
    out.write("# Generated with mpmath 1.3.0 by reference-data/beck/delay-scale.py\n")
    out.write("# Licence: Apache-2.0, as the project.\n")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["x", "weight_at_maximum", "sigma_c"])
    for x in POINTS:
        weight, scale = largest(mpf(x))
        table.writerow([repr(x), mp.nstr(weight, DIGITS), mp.nstr(scale, DIGITS)])
