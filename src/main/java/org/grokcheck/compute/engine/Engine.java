package org.grokcheck.compute.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.Inputs;
import org.grokcheck.compute.Loss;
import org.grokcheck.compute.Model;
import org.grokcheck.compute.Precision;
import org.grokcheck.compute.Targets;
import org.grokcheck.compute.linear.DataMatrix;

/**
 * The native engine on one device. Opening loads the libraries and sets them so that results repeat
 * bit for bit: one thread a job, no TF32, deterministic algorithms. Jobs on several Java threads
 * run side by side; one job must stay on one thread.
 */
public final class Engine {
  private final DeviceChoice choice;

  private Engine(DeviceChoice choice) {
    this.choice = choice;
  }

  /**
   * Opens the engine.
   *
   * @param wanted the device; {@code auto} takes CUDA where it can be used and else the CPU
   * @throws EngineUnavailableException if the build has no libraries for this platform, or the
   *     wanted CUDA device can't be used
   * @throws EngineException if the libraries can't be loaded
   */
  public static Engine open(DeviceChoice wanted) {
    if (wanted instanceof DeviceChoice.Cuda cuda) {
      CudaState state = CudaState.probe(cuda.index());
      if (!state.usable()) {
        throw new EngineUnavailableException(unusable(wanted, state));
      }
      return new Engine(wanted);
    }
    Natives.load();
    boolean cuda = wanted instanceof DeviceChoice.Auto && CudaState.probe(0).usable();
    return new Engine(cuda ? new DeviceChoice.Cuda(0) : new DeviceChoice.Cpu());
  }

  private static String unusable(DeviceChoice wanted, CudaState state) {
    String remedy = state.kind().remedy();
    return "device %s can't be used: %s%s"
        .formatted(wanted, state.reason(), remedy.isEmpty() ? "" : "; " + remedy);
  }

  /** The device in use: {@code cpu} or {@code cuda:i}. */
  public String device() {
    return choice.toString();
  }

  /** Whether the device is a CUDA device. */
  public boolean onCuda() {
    return choice instanceof DeviceChoice.Cuda;
  }

  /** Version of the native library, as it says itself. */
  public static String version() {
    return "libtorch " + configuration("TORCH_VERSION=([0-9.]+)");
  }

  /** The processor's vector instructions that it uses, on which the last digits depend. */
  public static String instructions() {
    return configuration("CPU capability usage: (\\S+)");
  }

  private static String configuration(String pattern) {
    Natives.load();
    return NativeErrors.scoped(
        () -> {
          Matcher found = Pattern.compile(pattern).matcher(torch.show_config().getString());
          return found.find() ? found.group(1) : "unknown";
        });
  }

  /**
   * Sets the number of threads of every native operation, for all jobs of the process; 1 unless
   * set. More than one pays only for a single job with large matrices.
   *
   * @param count at least 1
   */
  public static void threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("threads = " + count + " must be at least 1");
    }
    Natives.load();
    Natives.threads(count);
  }

  /**
   * The loss of a model on a set of samples, held on this device until closed.
   *
   * @throws IllegalArgumentException if inputs, targets and architecture don't fit together
   */
  public EngineObjective objective(
      Model model, Inputs inputs, Targets targets, Loss loss, Precision precision) {
    return new EngineObjective(this, model, inputs, targets, loss, precision);
  }

  /**
   * The derivatives of a model's outputs on a set of samples, held on this device until closed.
   *
   * @throws IllegalArgumentException if inputs and architecture don't fit together
   */
  public EngineJacobian jacobian(Model model, Inputs inputs, Precision precision) {
    return new EngineJacobian(this, model, inputs, precision);
  }

  /**
   * A copy of a data matrix, held on this device until closed.
   *
   * @param points whose entries are rounded to the precision
   * @throws IllegalArgumentException if an entry is too large for the precision
   */
  public EngineMatrix matrix(DataMatrix points, Precision precision) {
    return new EngineMatrix(this, points, precision);
  }

  TensorOptions options(Precision precision) {
    return options(scalarType(precision));
  }

  TensorOptions options(torch.ScalarType type) {
    return new TensorOptions(type).device(new DeviceOptional(new Device(device())));
  }

  static torch.ScalarType scalarType(Precision precision) {
    return precision == Precision.FLOAT32 ? torch.ScalarType.Float : torch.ScalarType.Double;
  }
}
