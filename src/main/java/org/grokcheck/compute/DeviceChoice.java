package org.grokcheck.compute;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a user asks for with {@code --device}. */
public sealed interface DeviceChoice {
  /** A CUDA device where one can be used, else the CPU. */
  record Auto() implements DeviceChoice {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /** The CPU. */
  record Cpu() implements DeviceChoice {
    @Override
    public String toString() {
      return "cpu";
    }
  }

  /**
   * A CUDA device; never replaced by another.
   *
   * @param index from 0
   */
  record Cuda(int index) implements DeviceChoice {
    public Cuda {
      Require.atLeast("index", index, 0);
    }

    @Override
    public String toString() {
      return "cuda:" + index;
    }
  }

  /**
   * Reads {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:i}.
   *
   * @throws IllegalArgumentException for anything else
   */
  static DeviceChoice parse(String text) {
    Matcher cuda = Pattern.compile("cuda(?::(\\d{1,4}))?").matcher(text);
    if (text.equals("auto")) {
      return new Auto();
    } else if (text.equals("cpu")) {
      return new Cpu();
    } else if (cuda.matches()) {
      return new Cuda(cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1)));
    }
    throw new IllegalArgumentException(
        "device '" + text + "' is not known; accepted: auto, cpu, cuda, cuda:i with i = 0, 1, ...");
  }
}
