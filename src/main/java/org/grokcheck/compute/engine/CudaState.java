package org.grokcheck.compute.engine;

import org.bytedeco.javacpp.Loader;
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
    READY,
    /** This build holds the libraries for the CPU only. */
    CPU_BUILD,
    /** The libraries for CUDA are in the build but can't be loaded. */
    LIBRARIES_MISSING,
    /** The libraries are loaded, but the machine has no NVIDIA driver. */
    NO_DRIVER,
    /** There is a driver and no device of this index. */
    NO_DEVICE
  }

  /** Whether jobs can run there. */
  public boolean usable() {
    return kind == Kind.READY;
  }

  /**
   * Looks for a device; loads the native libraries.
   *
   * @param index of the device, from 0
   */
  public static CudaState probe(int index) {
    if (!isCudaBuild()) {
      return new CudaState(
          Kind.CPU_BUILD, "this build has the engine for the CPU only; build it with -Pgpu");
    }
    try {
      Natives.load();
    } catch (EngineException e) {
      return new CudaState(Kind.LIBRARIES_MISSING, e.getMessage());
    }
    long count = torch.cuda_device_count();
    return count > index ? ready(index) : absent(index, count);
  }

  private static boolean isCudaBuild() {
    String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/";
    return CudaState.class.getResource(folder + "libtorch_cuda.so") != null;
  }

  private static CudaState ready(int index) {
    String failure = touch(index);
    return failure.isEmpty()
        ? new CudaState(Kind.READY, "cuda:" + index)
        : new CudaState(Kind.NO_DEVICE, failure);
  }

  private static CudaState absent(int index, long count) {
    if (count > 0) {
      return new CudaState(
          Kind.NO_DEVICE,
          "there is no device %d; this machine has %d, numbered from 0".formatted(index, count));
    }
    String failure = touch(index);
    return new CudaState(failure.contains("driver") ? Kind.NO_DRIVER : Kind.NO_DEVICE, failure);
  }

  /** Makes a tensor there; the engine's own first line if that fails, empty if it works. */
  private static String touch(int index) {
    try {
      torch.ones(new long[] {1}, new TensorOptions(new Device("cuda:" + index))).close();
      return "";
    } catch (RuntimeException e) {
      return NativeErrors.firstLine(e);
    }
  }
}
