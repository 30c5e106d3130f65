package org.grokcheck.data;

import java.nio.file.Path;
import java.util.List;

/** The MNIST digits: 60 000 training and 10 000 test images of 28 × 28 pixels. */
public final class Mnist {
  /** Pixels of an image. */
  public static final int PIXELS = 784;

  /** Number of classes. */
  public static final int CLASSES = 10;

  private final Part training;
  private final Part test;

  private Mnist(Part training, Part test) {
    this.training = training;
    this.test = test;
  }

  /**
   * Reads the four files of a project and holds them against their pinned checksums.
   *
   * @throws DataFault naming the first file that is missing, altered or inconsistent
   */
  public static Mnist load(Path projectRoot) {
    return read(DataSet.MNIST.folder(projectRoot), DataSet.MNIST.files());
  }

  /**
   * Reads the files of a folder, in the order images and labels for training, then for the test.
   */
  static Mnist read(Path folder, List<PinnedFile> files) {
    return new Mnist(
        Part.read(folder, files.get(0), files.get(1)),
        Part.read(folder, files.get(2), files.get(3)));
  }

  /**
   * The first training images.
   *
   * @param count how many, from 1 to 60 000
   */
  public LabelledImages training(int count) {
    return training.first(count);
  }

  /**
   * The first test images.
   *
   * @param count how many, from 1 to 10 000
   */
  public LabelledImages test(int count) {
    return test.first(count);
  }

  /** One line about what it holds. */
  String describe() {
    return "%d training and %d test images".formatted(training.size(), test.size());
  }

  /** Images and labels of one half, as bytes. */
  private record Part(IdxFile images, IdxFile labels) {
    static Part read(Path folder, PinnedFile images, PinnedFile labels) {
      return of(
          folder.resolve(images.name()),
          images.read(DataSet.MNIST, folder),
          folder.resolve(labels.name()),
          labels.read(DataSet.MNIST, folder));
    }

    private static Part of(Path imageFile, byte[] images, Path labelFile, byte[] labels) {
      IdxFile pixels = IdxFile.parse(DataSet.MNIST, imageFile, images, 3);
      IdxFile classes = IdxFile.parse(DataSet.MNIST, labelFile, labels, 1);
      if (pixels.itemSize() != PIXELS) {
        throw DataSet.MNIST.fault(
            imageFile, "images have %d pixels, not %d".formatted(pixels.itemSize(), PIXELS));
      }
      if (pixels.items() != classes.items()) {
        throw DataSet.MNIST.fault(
            labelFile, "%d labels for %d images".formatted(classes.items(), pixels.items()));
      }
      for (int i = 0; i < classes.items(); i++) {
        if (classes.at(i) >= CLASSES) {
          throw DataSet.MNIST.fault(
              labelFile, "label %d is %d, not a digit".formatted(i, classes.at(i)));
        }
      }
      return new Part(pixels, classes);
    }

    int size() {
      return labels.items();
    }

    LabelledImages first(int count) {
      if (count < 1 || count > size()) {
        throw new IllegalArgumentException(
            "count = " + count + " must lie between 1 and " + size() + ", the images there are");
      }
      double[][] rows = new double[count][PIXELS];
      int[] classes = new int[count];
      for (int i = 0; i < count; i++) {
        classes[i] = labels.at(i);
        for (int j = 0; j < PIXELS; j++) {
          rows[i][j] = images.at(i * PIXELS + j) / 255.0;
        }
      }
      return new LabelledImages(rows, classes);
    }
  }
}
