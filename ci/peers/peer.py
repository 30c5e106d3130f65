"""What every peer shares: one task in PyTorch on one thread, driven over standard input.

Commands, one a line: `loss K` makes K steps and prints the loss after them; `block K` makes K steps
and prints the wall and the processor seconds a step; the end of the input ends the peer. The first
line that a peer prints says which PyTorch it is.
"""

import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import torch

torch.set_num_threads(1)


def values(shape, dtype, scale=1.0, shift=0):
    """Numbers in (-scale, scale) from a formula, the same on both sides."""
    count = 1
    for n in shape:
        count *= n
    k = torch.arange(shift, shift + count, dtype=torch.int64)
    hashed = (k * 2654435761) % 1000003
    return ((hashed.to(torch.float64) / 500001.5 - 1.0) * scale).to(dtype).reshape(shape)


def serve(step, loss):
    """Answers commands until the input ends."""
    blas = [line for line in open("/proc/self/maps") if "blas" in line]
    library = os.path.basename(os.path.realpath(blas[0].split()[-1])) if blas else "unknown BLAS"
    print("PyTorch %s, %s" % (torch.__version__, library), flush=True)
    for line in sys.stdin:
        what, count = line.split()
        if what == "loss":
            for _ in range(int(count)):
                step()
            print(repr(float(loss())), flush=True)
        else:
            wall, cpu = time.perf_counter(), time.process_time()
            for _ in range(int(count)):
                step()
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            print(wall / int(count), cpu / int(count), flush=True)
