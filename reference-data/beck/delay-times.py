"""Writes delay-times.csv and delay-accuracy.csv: threshold times of the two-point flow, 50 digits.

The flow of L = (e^{-S+b} + e^{xS+b})/2, S the weight in units of 1/sigma, starts from (S0, b0) with
D0 = 1 - xE0 > 0, E = e^{(1+x)S}. With i = 1/sigma^2, g = 1 + x, y = xE, a = (1+i)/g, q = i/x,

    t   = (2i/(eta g)) e^{-b0-iS0} D0^q x^{-a} int y^{a-1} (1-y)^{-1-q} dy   from xE0 to xE,
    tau = (2i/(eta g)) x^{-1/g} int y^{1/g-1} (1-y)^{-1} dy,

incomplete beta functions, summed here as power series in y below 1/2 and in 1 - y above; at x = 0
they are Kummer's function. A threshold is solved by bisection in h, 1 - y = D0 e^{-xh}, for which
b = b0 + i(S0 - S - h). No differential equation is integrated and no quadrature is used.

`python3 delay-times.py` writes the tables; `python3 delay-times.py verify` compares the times with
tanh-sinh quadrature of dt = (2i/eta) e^{S-b}/(1-xE) dS in the weight itself.
"""

import csv
import sys

from mpmath import mp, mpf, exp, expm1, log, log1p, hyp1f1, hyp2f1, erfinv, sqrt, quad

mp.dps = 90
DIGITS = 50
HALF = mpf(1) / 2


class Flow:
    def __init__(self, x, sigma, eta=1.0, S0=0.0, b0=0.0):
        self.x, self.i, self.eta = mpf(x), 1 / mpf(sigma) ** 2, mpf(eta)
        self.S0, self.b0, self.g = mpf(S0), mpf(b0), 1 + mpf(x)
        self.E0 = exp(self.g * self.S0)
        self.D0 = 1 - self.x * self.E0

    def state(self, h):
        """S and b at h; E = E0 + D0 (1 - e^{-xh})/x."""
        grown = h if self.x == 0 else -expm1(-self.x * h) / self.x
        E = self.E0 + self.D0 * grown
        S = log(E) / self.g
        return S, self.b0 + self.i * (self.S0 - S - h), E

    def log_train(self, h):
        S, b, _ = self.state(h)
        return b + log((exp(-S) + exp(self.x * S)) / 2)

    def log_gen(self, h):
        S, b, _ = self.state(h)
        return b + S * S / 2

    def log_t(self, h):
        _, _, E = self.state(h)
        i, x, g = self.i, self.x, self.g
        a = (1 + i) / g
        if x == 0:
            kummer = lambda v: v ** (1 + i) / (1 + i) * hyp1f1(1 + i, 2 + i, i * v)
            share = exp(-i * self.E0) * (kummer(E) - kummer(self.E0))
            return log(2 * i / self.eta) - self.b0 - i * self.S0 + log(share)
        unit = log(2 * i / self.eta) - self.b0 - i * self.S0 + i / x * log(self.D0)
        if x < 0:
            G = lambda e: e ** a / (1 + i) * hyp2f1(a, 1 + i / x, a + 1, x * e)
            return unit + log(G(E) - G(self.E0))
        return unit - log(g) - a * log(x) + log(self.beta(h, a, i / x))

    def log_tau(self, h):
        _, _, E = self.state(h)
        if self.x == 0:
            return log(2 * self.i / self.eta) + log(E - self.E0)
        unit = log(2 * self.i / (self.eta * self.g)) - log(self.x) / self.g
        return unit + log(self.beta(h, 1 / self.g, mpf(0)))

    def beta(self, h, a, q):
        """int y^{a-1} (1-y)^{-1-q} dy over the path up to h."""
        D = self.D0 * exp(-self.x * h)
        start, end = self.x * self.E0, self.x * self.state(h)[2]
        total = mpf(0)
        if start < HALF:
            top = min(end, HALF)
            total += series_in_y(top, a, q) - series_in_y(start, a, q)
        if D < HALF:
            total += series_in_d(min(self.D0, HALF), a, q) - series_in_d(D, a, q)
        return total


def series_in_y(y, a, q):
    """sum (1+q)_n/n! y^{n+a}/(n+a), all terms positive."""
    total, term, n = mpf(0), y ** a, 0
    while True:
        piece = term / (n + a)
        total += piece
        if piece < total * mpf(10) ** -(mp.dps + 3) and n > q * y:
            return total
        term *= (1 + q + n) / (n + 1) * y
        n += 1


def series_in_d(w, a, q):
    """An antiderivative of (1-w)^{a-1} w^{-1-q}."""
    total, factor = mpf(0), mpf(1)
    for n in range(100000):
        piece = factor * (log(w) if n == q else w ** (n - q) / (n - q))
        total += piece
        if n > 5 + q and abs(piece) < mpf(10) ** -(mp.dps + 3) * w ** (-q):
            return total
        factor *= (1 - a + n) / (n + 1)
    raise ArithmeticError("no convergence")


def bisect(f, lo, hi):
    """Root in log h of an f that is positive below."""
    lo, hi = log(lo), log(hi)
    for _ in range(int(mp.prec * 1.05)):
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if f(exp(mid)) > 0 else (lo, mid)
    return exp((lo + hi) / 2)


def last_crossing(f):
    """The largest h at which f falls through 0; None where f never exceeds 0."""
    hi = mpf(1)
    while f(hi) > 0 or f(4 * hi) > 0:
        hi *= 2
    lo = hi
    while f(lo) <= 0:
        lo *= mpf("0.97")
        if lo < mpf("1e-40"):
            return None
    return bisect(f, lo, lo / mpf("0.97"))


LOSS_COLUMNS = ("x sigma eta S0 b0 log_epsilon log_t_train log_t_gen log_ratio tau_train tau_gen"
                " S_train S_gen slope_train slope_gen").split()


def loss_inputs():
    paper, log_eps = 20.0, float(-50 * log(mpf(10)))
    xs = [0.9, 0.5, 0.1, 1e-2, 1e-3, 2e-4, 1e-4, 1e-5, 1e-6, 1e-9, 1e-12, 0.0]
    rows = [(x, paper, 1.0, 0.0, 0.0, log_eps) for x in xs]
    rows += [(0.0, s, 1.0, 0.0, 0.0, log_eps) for s in (1.0, 5.0, 100.0, 1000.0)]
    for le in (-3.0, -20.0, -690.0):
        for sigma in (0.3, 1.0, 5.0, 20.0, 300.0):
            for x in (1 - 1e-9, 0.4, 0.03, 1e-3, 1e-7, 1e-15, 0.0):
                if x == 0 or sigma * sigma * x > 1e-9 or sigma > 10:
                    rows.append((x, sigma, 0.5, 0.0, 0.0, le))
    for S0, b0 in ((-2.0, 0.3), (-0.3, -0.5), (0.4, 1.0)):
        for x, sigma in ((0.3, 1.0), (0.02, 6.0), (1e-6, 30.0), (0.0, 3.0)):
            rows.append((x, sigma, 2.0, S0, b0, -115.0))
    return rows


def loss_row(row):
    flow, le = Flow(*row[:5]), mpf(row[5])
    train = last_crossing(lambda h: flow.log_train(h) - le)
    gen = last_crossing(lambda h: flow.log_gen(h) - le)
    if train is None or gen is None:
        return None
    t, u = flow.log_t(train), flow.log_t(gen)
    return [t, u, u - t, exp(flow.log_tau(train)), exp(flow.log_tau(gen)),
            flow.state(train)[0], flow.state(gen)[0],
            slope(flow.log_train, flow, train), slope(flow.log_gen, flow, gen)]


def slope(log_loss, flow, h):
    """d log L/d log t, by central differences of relative step 1e-20: 15 digits at least."""
    lo, hi = h * (1 - mpf("1e-20")), h * (1 + mpf("1e-20"))
    return +((log_loss(hi) - log_loss(lo)) / (flow.log_t(hi) - flow.log_t(lo)))


ACCURACY_COLUMNS = "x sigma eta p z log_t".split()


def accuracy_inputs():
    for p in (0.6, 0.95, 0.999):
        for sigma in (2.0, 5.0, 20.0, 100.0, 1000.0):
            for x in (0.5, 0.1, 1e-2, 1e-3, 1e-4, 1e-6, 1e-12, 0.0, -0.004, -0.1):
                yield x, sigma, 0.5, p


def accuracy_row(row):
    flow, z = Flow(*row[:3]), sqrt(mpf(2)) * erfinv(2 * mpf(row[3]) - 1)
    if flow.x < 0 and flow.i <= -flow.x * z * (1 + mpf("1e-3")):
        return None
    excess = lambda h: z * flow.state(h)[0] + flow.state(h)[1]
    if excess(mpf("1e-35")) <= 0:
        return None
    h = last_crossing(excess)
    return [z, flow.log_t(h)]


HEADER = {
    "delay-times.csv": [
        "Times at which the training and the exponential population loss of the two-point flow",
        "reach epsilon for good. S_train, S_gen: weight times sigma there; log_t: natural",
        "logarithm of time in steps; tau: conformal time, d tau = e^b dt; slope: d log L/d log t",
        "at the crossing (15 digits).",
    ],
    "delay-accuracy.csv": [
        "Times at which the population accuracy of the two-point flow from S = b = 0 reaches p;",
        "z: the normal quantile of p; log_t: natural logarithm of time in steps.",
    ],
}


def write(name, columns, inputs, outputs):
    with open(name, "w", newline="") as out:
        for line in HEADER[name] + [
            "Inputs (columns before the first result) are exact doubles, given as the shortest",
            "decimal that rounds to them; results have 50 digits.",
            "Generated with mpmath 1.3.0 by reference-data/beck/delay-times.py",
            "Licence: Apache-2.0, as the project.",
        ]:
            out.write("# " + line + "\n")
        table = csv.writer(out, lineterminator="\n")
        table.writerow(columns)
        for given in inputs:
            got = outputs(given)
            if got is not None:
                cells = [mp.nstr(v, DIGITS) for v in got]
                cells[-2:] = [mp.nstr(v, 15) for v in got[-2:]] if len(got) > 2 else cells[-2:]
                table.writerow([repr(v) for v in given] + cells)


def verify():
    mp.dps = 40
    worst = mpf(0)
    for row in loss_inputs()[::3]:
        flow, le = Flow(*row[:5]), mpf(row[5])
        h = last_crossing(lambda v: flow.log_train(v) - le)
        if h is None:
            continue
        S, _, E = flow.state(h)
        D = flow.D0 * exp(-flow.x * h)
        if D < mpf("1e-20"):
            continue

        def speed(s):
            e = exp(flow.g * s)
            d = 1 - flow.x * e
            b = (flow.b0 + flow.i * (flow.S0 - s) +
                 (flow.i / flow.x * log(d / flow.D0) if flow.x else -flow.i * (e - flow.E0)))
            return 2 * flow.i / flow.eta * exp(s - b) / d

        ends = [S - (S - flow.S0) * mpf(2) ** -n for n in range(80)] + [S]
        error = abs(log(quad(speed, ends, method="tanh-sinh")) - flow.log_t(h))
        print(row, mp.nstr(error, 3))
        worst = max(worst, error)
    print("worst", mp.nstr(worst, 3))


if __name__ == "__main__":
    if sys.argv[1:] == ["verify"]:
        verify()
    else:
        write("delay-times.csv", LOSS_COLUMNS, loss_inputs(), loss_row)
        write("delay-accuracy.csv", ACCURACY_COLUMNS, accuracy_inputs(), accuracy_row)
