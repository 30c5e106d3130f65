#!/usr/bin/env python3
# Writes wendel.csv. Needs mpmath (1.2 or newer).
# SPDX-License-Identifier: Apache-2.0
"""Wendel's probability p(N, d) = 2^(1-N) sum_{k<d} C(N-1, k) by two methods that must agree to 36
digits: exact integers, and the regularised incomplete beta function I_{1/2}(N-d, d), evaluated as the
series (1/2)^N / ((N-d) B(N-d, d)) sum_k (N)_k / (N-d+1)_k 2^-k.

Columns: p and 1 - p, their natural logarithms, and p minus Phi((2d-N)/sqrt(N)), the error of eq. (18).
"""
from mpmath import erfc, exp, log, log1p, loggamma, mp, mpf, nstr, sqrt

mp.dps = 60
PAIRS = [
    (2, 1), (3, 1), (3, 2), (4, 1), (8, 3), (10, 5), (11, 4), (12, 4), (7, 6), (40, 1), (40, 39),
    (64, 28), (100, 40), (100, 44), (100, 50), (100, 55), (100, 90), (101, 50), (101, 51), (300, 17),
    (400, 20), (400, 80), (400, 184), (1000, 1), (1000, 480), (1000, 999), (1200, 540), (2400, 930),
    (2400, 1152), (2400, 1400), (4999, 2500), (10000, 491), (10000, 4950), (10000, 5100), (40000, 19200),
    (40000, 20000), (40000, 20800), (100000, 20), (100000, 49900), (100000, 99000),
]


def by_integers(n, d):
    term, total = 1, 0
    for k in range(d):
        total += term
        term = term * (n - 1 - k) // (k + 1)
    return total


def by_beta(n, d):
    if d > n - d:
        return 1 - by_beta(n, n - d)
    a, b = mpf(n - d), mpf(d)
    log_beta = loggamma(a) + loggamma(b) - loggamma(a + b)
    head = exp(-mpf(n) * log(mpf(2)) - log_beta) / a
    total, term, k = mpf(0), mpf(1), 0
    while term > total * mpf(10) ** -60:
        total += term
        term *= (n + k) / (2 * (a + 1 + k))
        k += 1
    return head * total


def main():
    with open("wendel.csv", "w", encoding="ascii") as out:
        out.write("# Wendel's probability p = 2^(1-N) sum_{k<d} C(N-1, k): eq. (17) of Beck, Levi,\n")
        out.write("# Bar-Sinai, Grokking at the Edge of Linear Separability; 34 digits.\n")
        out.write("# error18 = p - Phi((2d-N)/sqrt(N)), the error of eq. (18).\n")
        out.write("# Written by wendel.py with mpmath. Licence: Apache-2.0.\n")
        out.write("N,d,p,one_minus_p,log_p,log_one_minus_p,error18\n")
        for n, d in PAIRS:
            short = min(d, n - d)
            tail = mpf(by_integers(n, short)) / mpf(2) ** (n - 1)
            if abs(by_beta(n, short) / tail - 1) > mpf(10) ** -36:
                raise SystemExit(f"methods differ at N={n} d={d}")
            p, q = (tail, 1 - tail) if d == short else (1 - tail, tail)
            x = mpf(2 * d - n) / sqrt(mpf(n))
            normal = erfc(abs(x) / sqrt(mpf(2))) / 2
            error = p - normal if x < 0 else normal - q
            logs = (log(tail), log1p(-tail)) if d == short else (log1p(-tail), log(tail))
            cells = (p, q, *logs, error)
            out.write(f"{n},{d}," + ",".join(nstr(c, 34) for c in cells) + "\n")


if __name__ == "__main__":
    main()
