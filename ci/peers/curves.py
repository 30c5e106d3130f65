"""Curves of runs made by PyTorch alone, for the commands that read users' runs.

python3 ci/peers/curves.py FOLDER writes five small files: addition modulo 13 learnt by two summed
embedding tables with a square activation (AdamW, full batch), recorded every few steps.
"""

import json
import os
import sys

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import torch

torch.set_num_threads(1)
P = 13


def run(seed, fraction, rate, decay, steps, every):
    """Rows of step, training loss, and both accuracies."""
    torch.manual_seed(seed)
    pairs = torch.cartesian_prod(torch.arange(P), torch.arange(P))
    labels = pairs.sum(1) % P
    order = torch.randperm(P * P)
    cut = round(fraction * P * P)
    train, held = order[:cut], order[cut:]
    first, second = torch.nn.Embedding(P, 64), torch.nn.Embedding(P, 64)
    out = torch.nn.Linear(64, P, bias=False)
    weights = [*first.parameters(), *second.parameters(), *out.parameters()]
    adam = torch.optim.AdamW(weights, lr=rate, weight_decay=decay, betas=(0.9, 0.98))

    def logits(rows):
        return out((first(pairs[rows, 0]) + second(pairs[rows, 1])) ** 2)

    rows = []
    for step in range(steps + 1):
        loss = torch.nn.functional.cross_entropy(logits(train), labels[train])
        if step % every == 0:
            with torch.no_grad():
                rows.append(
                    (
                        step,
                        float("%.6g" % loss.item()),
                        round((logits(train).argmax(1) == labels[train]).float().mean().item(), 4),
                        round((logits(held).argmax(1) == labels[held]).float().mean().item(), 4),
                    )
                )
        adam.zero_grad()
        loss.backward()
        adam.step()
    return rows


def csv(path, header, rows):
    with open(path, "w") as out:
        out.write("# Made by ci/peers/curves.py with PyTorch %s. Licence: Apache-2.0.\n" % torch.__version__)
        out.write(header + "\n")
        for row in rows:
            out.write(",".join(str(x) for x in row) + "\n")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    grown = run(1, 0.8, 1e-2, 1.0, 1200, 10)
    csv(folder + "/grokked.csv", "step,train_loss,train_accuracy,val_accuracy", grown)
    kept = run(2, 0.6, 1e-2, 0.0, 800, 10)
    csv(folder + "/memorised.csv", "step,train_loss,train_acc,test_acc", kept)
    wild = run(3, 0.8, 5e-2, 3.0, 400, 1)
    csv(folder + "/oscillating.csv", "Step,Loss", [r[:2] for r in wild])
    calm = run(4, 0.8, 1e-3, 0.1, 400, 1)
    csv(folder + "/calm.csv", "step,train loss", [r[:2] for r in calm])
    lines = run(5, 0.9, 2e-2, 1.0, 600, 10)
    with open(folder + "/percent.jsonl", "w") as out:
        for step, loss, train, held in lines:
            row = {
                "step": step,
                "loss": loss,
                "train_accuracy": round(100 * train, 2),
                "val_accuracy": round(100 * held, 2),
            }
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
