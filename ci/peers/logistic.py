"""Logistic regression by gradient descent, all samples a step.

logistic.py N d float32|float64 autograd   two-class cross-entropy by automatic differentiation
logistic.py N d float32|float64 products   the two products written out, no automatic differentiation
"""

import sys

from peer import serve, torch, values

n, d, dtype, way = int(sys.argv[1]), int(sys.argv[2]), getattr(torch, sys.argv[3]), sys.argv[4]
x = values((n, d), dtype)
labels = torch.arange(n) % 2
rate = 0.125

if way == "autograd":
    w = torch.nn.Parameter(values((d, 2), dtype, 0.01))
    optimizer = torch.optim.SGD([w], lr=rate)

    def loss():
        return torch.nn.functional.cross_entropy(x @ w, labels)

    def step():
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()

else:
    w = values((d,), dtype, 0.01)
    y = labels.to(dtype)
    z = torch.zeros(n, dtype=dtype)
    xt = x.t()

    def loss():
        return torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y)

    def step():
        torch.mv(x, w, out=z)
        z.sigmoid_()
        z.sub_(y)
        w.addmv_(xt, z, beta=1, alpha=-rate / n)


serve(step, loss)
