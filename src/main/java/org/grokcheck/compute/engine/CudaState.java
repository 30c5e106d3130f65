package org.grokcheck.compute.engine;

import java.util.Locale;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Whether a CUDA device can be used, and if not what is missing.
 *
 * @param kind what was found
 * @param reason one line for the user; the device's name where usable
 */
public record CudaState(Kind kind, String reason) {
  /** What a probe can find. */
  public enum Kind {
    /** The device answers. */
    READY(""),
    /** This build holds the libraries for the CPU only. */
    CPU_BUILD("build with -Pgpu, 2.5 GB more to download"),
    /** The libraries for CUDA are in the build but can't be loaded; the reason says what helps. */
    LIBRARIES_MISSING(""),
    /** The libraries are loaded, but the machine has no NVIDIA driver that they can use. */
    NO_DRIVER("install the NVIDIA driver, 525 or later"),
    /** There is a driver, and no device of this index that works. */
    NO_DEVICE("'nvidia-smi' lists the devices; CUDA_VISIBLE_DEVICES may hide some");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    /** What the user can do about it; empty where nothing is missing. */
    public String remedy() {
      return remedy;
    }
  }

  /** Whether jobs can run there. */
  public boolean usable() {
    return kind == Kind.READY;
  }

  /**
   * Looks for a device; loads the native libraries if the build has those for CUDA.
   *
   * @param index of the device, from 0
   */
  public static CudaState probe(int index) {
    return of(index, new Library());
  }

  /** What the state is told from. */
  interface Source {
    /** Whether the build holds the libraries for CUDA. */
    boolean isCudaBuild();

    /** Loads them; throws {@link EngineException} if that fails. */
    void load();

    /** Number of devices; 0 without a driver. */
    long devices();

    /** Computes on the device; what the library says on its first line if that fails, else "". */
    String compute(int index);
  }

  static CudaState of(int index, Source source) {
    if (!source.isCudaBuild()) {
      return new CudaState(Kind.CPU_BUILD, "this build has the engine for the CPU only");
    }
    try {
      source.load();
    } catch (EngineException e) {
      return new CudaState(Kind.LIBRARIES_MISSING, NativeErrors.firstLine(e));
    }
    long count = source.devices();
    if (count > 0 && index >= count) {
      return new CudaState(
          Kind.NO_DEVICE,
          "there is no device %d; this machine has %d, numbered from 0".formatted(index, count));
    }
    String failure = source.compute(index);
    if (failure.isEmpty()) {
      return new CudaState(Kind.READY, "cuda:" + index);
    }
    boolean driver = failure.toLowerCase(Locale.ROOT).contains("driver");
    return new CudaState(driver ? Kind.NO_DRIVER : Kind.NO_DEVICE, failure);
  }

  /** The native library. */
  private static final class Library implements Source {
    @Override
    public boolean isCudaBuild() {
      return NativeFiles.forCuda();
    }

    @Override
    public void load() {
      Natives.load();
    }

    @Override
    public long devices() {
      return torch.cuda_device_count();
    }

    /** Adds two ones there and waits for the sum, since a device reports its failures late. */
    @Override
    public String compute(int index) {
      try {
        double sum = NativeErrors.scoped(() -> twoOnes(index));
        return sum == 2 ? "" : "1 + 1 = " + sum + " on cuda:" + index;
      } catch (EngineException e) {
        return NativeErrors.firstLine(e.getCause() == null ? e : e.getCause());
      }
    }

    private static double twoOnes(int index) {
      TensorOptions there = new TensorOptions(new Device("cuda:" + index));
      return torch.ones(new long[] {2}, there).sum().item_double();
    }
  }
}
