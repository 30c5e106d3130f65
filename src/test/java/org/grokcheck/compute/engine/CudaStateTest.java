package org.grokcheck.compute.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.grokcheck.compute.DeviceChoice;
import org.grokcheck.compute.engine.CudaState.Kind;
import org.junit.jupiter.api.Test;

/** What is told of CUDA on machines of every kind, from what a library says there. */
class CudaStateTest {
  private static final String NO_DRIVER =
      "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU";
  private static final String NO_KERNEL =
      "CUDA error: no kernel image is available for execution on the device";

  /** A machine with so many devices; what computing on any of them says. */
  private record Machine(boolean cudaBuild, String loading, long devices, String computing)
      implements CudaState.Source {
    @Override
    public boolean isCudaBuild() {
      return cudaBuild;
    }

    @Override
    public void load() {
      if (!loading.isEmpty()) {
        throw new EngineException(loading);
      }
    }

    @Override
    public String compute(int index) {
      return computing;
    }
  }

  private static void assertState(Kind kind, String reason, int index, Machine machine) {
    CudaState state = CudaState.of(index, machine);
    assertEquals(kind, state.kind());
    assertTrue(state.reason().contains(reason), state.reason());
    assertEquals(kind == Kind.READY, state.usable());
  }

  @Test
  void aBuildForTheCpuIsNeverLoaded() {
    assertState(
        Kind.CPU_BUILD, "for the CPU only", 0, new Machine(false, "must not be loaded", 1, ""));
    assertTrue(Kind.CPU_BUILD.remedy().contains("-Pgpu"));
  }

  @Test
  void librariesThatDoNotLoadAreTold() {
    String message = "libcupti.so.12: cannot open shared object file";
    assertState(Kind.LIBRARIES_MISSING, message, 0, new Machine(true, message, 0, ""));
  }

  @Test
  void theLibrarysOwnLineSaysThatThereIsNoDriver() {
    Machine bare = new Machine(true, "", 0, NO_DRIVER);
    assertState(Kind.NO_DRIVER, NO_DRIVER, 0, bare);
    assertState(Kind.NO_DRIVER, NO_DRIVER, 3, bare);
    assertState(
        Kind.NO_DRIVER,
        "too old",
        0,
        new Machine(true, "", 0, "The NVIDIA driver on your system is too old (found 11040)"));
  }

  @Test
  void anIndexBeyondTheLastDeviceIsTold() {
    Machine two = new Machine(true, "", 2, "");
    assertState(Kind.READY, "cuda:1", 1, two);
    assertState(Kind.NO_DEVICE, "there is no device 2; this machine has 2", 2, two);
  }

  @Test
  void aDeviceThatCannotComputeIsNotUsable() {
    assertState(Kind.NO_DEVICE, NO_KERNEL, 0, new Machine(true, "", 1, NO_KERNEL));
    assertState(
        Kind.NO_DEVICE, "no CUDA-capable", 0, new Machine(true, "", 0, "no CUDA-capable device"));
  }

  /** On whatever machine this runs: either the device computes, or the refusal says why not. */
  @Test
  void openingFollowsTheStateOfThisMachine() {
    CudaState here = CudaState.probe(0);
    assertEquals(here.usable() ? "cuda:0" : "cpu", Engine.open(new DeviceChoice.Auto()).device());
    if (here.usable()) {
      assertEquals("cuda:0", Engine.open(new DeviceChoice.Cuda(0)).device());
    } else {
      String told =
          assertThrows(
                  EngineUnavailableException.class, () -> Engine.open(new DeviceChoice.Cuda(0)))
              .getMessage();
      assertTrue(told.startsWith("device cuda:0 can't be used: " + here.reason()), told);
      assertEquals(1, told.lines().count());
    }
    assertThrows(EngineUnavailableException.class, () -> Engine.open(new DeviceChoice.Cuda(4000)));
  }

  @Test
  void theEngineSaysWhatItIs() {
    EngineStatus status = EngineStatus.look();
    assertEquals("", status.problem());
    assertTrue(status.version().matches("libtorch \\d+\\.\\d+\\.\\d+"), status.version());
    assertFalse(status.instructions().equals("unknown"));
    assertEquals(1, status.threads());
    assertTrue(status.cacheBytes() > 100_000_000, () -> "bytes: " + status.cacheBytes());
  }

  /** Set in code before the first native class: a thread that frees objects would undo it. */
  @Test
  void noThreadCollectsNativeObjects() {
    Engine.open(new DeviceChoice.Cpu());
    List<String> names = Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    assertTrue(names.stream().noneMatch(n -> n.contains("JavaCPP")), names::toString);
  }
}
