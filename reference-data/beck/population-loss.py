#!/usr/bin/env python3
# Writes population-loss.csv. Needs mpmath (1.2 or newer).
# SPDX-License-Identifier: Apache-2.0
"""log E log(1 + exp(s y + b)), y ~ N(0, 1), by two methods that must agree to 34 digits.

1. Tanh-sinh quadrature of softplus(s y + b) phi(y), split at the kink y = -b/s (and at multiples of
   its width 1/s) and at the places where the product of the two factors peaks.
2. s phi(k) + b Phi(b/s) + sum_n (-1)^(n+1)/n E exp(-n|s y + b|), k = -b/s: every term of the
   alternating series is a pair of normal tails; summed with the acceleration of Cohen, Rodriguez
   Villegas and Zagier (error below 5.8^-terms).
"""
from mpmath import mp, mpf, exp, log, log1p, sqrt, pi, erfc, quad, nstr

mp.dps = 60
TERMS = 60


def sf(x):
    return erfc(x / sqrt(mpf(2))) / 2


def pdf(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def softplus(f):
    return f + log1p(exp(-f)) if f > 0 else log1p(exp(f))


def by_quadrature(s, b):
    kink, width = -b / s, 1 / s
    ends = {mpf(0), s, kink}
    for centre in (mpf(0), s, kink):
        for step in (1, 2, 4, 8, 16):
            ends |= {centre - step, centre + step}
    for step in (1, 4, 16, 64):
        ends |= {kink - step * width, kink + step * width}
    low, high = min(mpf(0), kink) - 20, max(s, mpf(0)) + 20
    low = max(low, mpf(-20)) if kink < -20 else low
    ends = sorted(e for e in ends if low < e < high)
    # quad stops at an absolute error: divide by the size of the integrand.
    size = max(softplus(s * y + b) * pdf(y) for y in ends)
    return size * quad(lambda y: softplus(s * y + b) * pdf(y) / size, [low] + ends + [high])


def by_series(s, b):
    k = -b / s
    hinge = s * pdf(k) + b * sf(k)

    def term(n):
        shift = n * s
        growth = n * n * s * s / 2
        return (exp(growth - n * b) * sf(k + shift) + exp(growth + n * b) * sf(shift - k)) / n

    d = (3 + sqrt(mpf(8))) ** TERMS
    d = (d + 1 / d) / 2
    weight, c, total = mpf(-1), -d, mpf(0)
    for j in range(TERMS):
        c = weight - c
        total += c * term(j + 1)
        weight *= mpf(j + TERMS) * (j - TERMS) / ((j + mpf(1) / 2) * (j + 1))
    return hinge + total / d


def points():
    for s in (0.01, 0.05, 0.3, 1.0, 1.3, 3.0, 7.5, 20.0, 60.0, 250.0, 1000.0):
        biases = {0.0, 0.3, -0.3, 2.5, -2.5, 12.0, -12.0, 90.0, -90.0}
        biases |= {-0.7 * s, -2.0 * s, -6.0 * s, -15.0 * s, 4.0 * s}
        biases |= {-0.5 * s * s, -s * s, -1.5 * s * s - 5.0}
        for b in sorted(biases):
            yield s, b
    yield from ((11.0, -820.0), (1e-8, 1.5), (1e-8, -1.5), (2.0, 1e6), (5.0, -730.0))


def main():
    with open("population-loss.csv", "w", encoding="ascii") as out:
        out.write("# E log(1 + exp(s y + b)), y ~ N(0, 1): eq. (5) of Beck, Levi, Bar-Sinai,\n")
        out.write("# Grokking at the Edge of Linear Separability.\n")
        out.write("# s and b are doubles, taken as exact; loss and its natural logarithm have 34 digits.\n")
        out.write("# Written by population-loss.py with mpmath. Licence: Apache-2.0.\n")
        out.write("s,b,loss,log_loss\n")
        for s, b in points():
            first, second = by_quadrature(mpf(s), mpf(b)), by_series(mpf(s), mpf(b))
            if abs(first / second - 1) > mpf(10) ** -36:
                raise SystemExit(f"methods differ at s={s} b={b}: {first} {second}")
            out.write(f"{s!r},{b!r},{nstr(second, 34)},{nstr(log(second), 34)}\n")


if __name__ == "__main__":
    main()
