"""A ReLU network on one batch, one-hot squared error, AdamW.

mlp.py float32|float64 SAMPLES d_0 d_1 ... d_L
"""

import sys

from peer import serve, torch, values

dtype, samples = getattr(torch, sys.argv[1]), int(sys.argv[2])
widths = [int(a) for a in sys.argv[3:]]
x = values((samples, widths[0]), dtype)
labels = torch.arange(samples) % widths[-1]
y = torch.nn.functional.one_hot(labels, widths[-1]).to(dtype)
parameters, used = [], 0
for a, b in zip(widths, widths[1:]):
    parameters.append(torch.nn.Parameter(values((a, b), dtype, a**-0.5, used)))
    used += a * b
    parameters.append(torch.nn.Parameter(values((b,), dtype, a**-0.5, used)))
    used += b
optimizer = torch.optim.AdamW(parameters, lr=2.0**-10, weight_decay=2.0**-7)


def loss():
    h = x
    for i in range(0, len(parameters), 2):
        h = torch.addmm(parameters[i + 1], h, parameters[i])
        if i + 2 < len(parameters):
            h = torch.relu(h)
    return torch.nn.functional.mse_loss(h, y)


def step():
    optimizer.zero_grad()
    loss().backward()
    optimizer.step()


serve(step, loss)
