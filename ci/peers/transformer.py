"""One transformer layer on a + b mod p, 30 % of the pairs at once, cross-entropy, AdamW.

transformer.py naive   every position asks and is passed on, as such models are written
transformer.py pruned  the last position alone asks, keys and values once a distinct row
"""

import math
import sys

from peer import serve, torch, values

P, D, H, M = 97, 128, 4, 512
pruned = sys.argv[1] == "pruned"
pairs = [(k * 7) % (P * P) for k in range(int(0.3 * P * P))]
tokens = torch.tensor([[k // P, k % P, P] for k in pairs])
labels = torch.tensor([(k // P + k % P) % P for k in pairs])
n = len(pairs)
shapes = [(P + 1, D), (3, D), (D, D), (D, D), (D, D), (D, D), (D, M), (M,), (M, D), (D,), (D, P)]
parameters, used = [], 0
for shape in shapes:
    parameters.append(torch.nn.Parameter(values(shape, torch.float32, D**-0.5, used)))
    used += math.prod(shape)
token, position, query, key, value, merge, up, up_bias, down, down_bias, output = parameters
optimizer = torch.optim.AdamW(parameters, lr=2.0**-10, weight_decay=1.0)

rows = {}
for t in range(3):
    for i in range(n):
        rows.setdefault((int(tokens[i, t]), t), len(rows))
row_token = torch.tensor([r[0] for r in rows])
row_position = torch.tensor([r[1] for r in rows])
index = torch.tensor([[rows[(int(tokens[i, t]), t)] for t in range(3)] for i in range(n)])


def heads(a, length):
    return a.view(n, length, H, D // H).transpose(1, 2)


def logits():
    if pruned:
        x = torch.nn.functional.embedding(row_token, token) + position[row_position]
        last = x[index[:, 2]]
        q = heads(last @ query, 1)
        k = heads((x @ key)[index.view(-1)], 3)
        v = heads((x @ value)[index.view(-1)], 3)
        mask = 0.0
    else:
        x = torch.nn.functional.embedding(tokens, token) + position
        q, k, v = heads(x @ query, 3), heads(x @ key, 3), heads(x @ value, 3)
        mask = torch.full((3, 3), -math.inf).triu(1)
    weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(D // H) + mask, 3)
    mixed = (weights @ v).transpose(1, 2)
    if pruned:
        y = last + mixed.reshape(n, D) @ merge
        return (y + torch.addmm(down_bias, torch.relu(torch.addmm(up_bias, y, up)), down)) @ output
    y = x + mixed.reshape(n, 3, D) @ merge
    y = y + (torch.relu(y @ up + up_bias) @ down + down_bias)
    return y[:, 2] @ output


def loss():
    return torch.nn.functional.cross_entropy(logits(), labels)


def step():
    optimizer.zero_grad()
    loss().backward()
    optimizer.step()


serve(step, loss)
