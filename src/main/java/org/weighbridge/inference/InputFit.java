package org.weighbridge.inference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessing;
import org.weighbridge.dataset.Preprocessing.Layout;
import org.weighbridge.fault.Fault;
import org.weighbridge.network.Network;
import org.weighbridge.tensor.Shape;

/**
 * How the samples of a data set become a network's input: the same values in the same order, under
 * the dimensions that the graph asks for.
 *
 * @param dims dimensions of the input without the batch
 * @param batched whether the batch is the first dimension; otherwise the input is one sample
 * @param fixedBatch the number of samples that the graph insists on, -1 when any will do
 * @param preprocessing with the layout that the graph's dimensions show
 */
record InputFit(List<Integer> dims, boolean batched, int fixedBatch, Preprocessing preprocessing) {
  InputFit {
    dims = List.copyOf(dims);
  }

  /** The dimensions of an input of {@code rows} samples. */
  long[] dims(int rows) {
    var each = dims.stream().mapToLong(Integer::longValue);
    return batched
        ? java.util.stream.LongStream.concat(java.util.stream.LongStream.of(rows), each).toArray()
        : each.toArray();
  }

  /**
   * Fits samples to a network.
   *
   * @throws Fault when the input has another number of elements than a sample
   */
  static InputFit of(Network network, Dataset dataset, Preprocessing preprocessing) {
    List<Integer> wanted = network.input().dims();
    Shape sample = dataset.sampleShape();
    if (!wanted.isEmpty()) {
      List<Integer> each = resolve(wanted.subList(1, wanted.size()), sample);
      if (size(each) == sample.size()) {
        Preprocessing seen = withLayout(preprocessing, each, sample);
        return new InputFit(each, true, wanted.getFirst(), seen);
      }
      if (size(wanted) == sample.size()) {
        Preprocessing seen = withLayout(preprocessing, wanted, sample);
        return new InputFit(wanted, false, 1, seen);
      }
    }
    throw new Fault(
        "The network wants %s, but the samples of %s are %s; choose the data set that it was trained on."
            .formatted(
                describe(wanted.isEmpty() ? wanted : wanted.subList(1, wanted.size())),
                dataset.name(),
                sample));
  }

  /** Fills dimensions left open: from the sample's where the ranks agree, else a single one. */
  private static List<Integer> resolve(List<Integer> dims, Shape sample) {
    long open = dims.stream().filter(dim -> dim < 0).count();
    if (open == 0) {
      return dims;
    }
    if (dims.size() == sample.rank()) {
      var axes = Stream.iterate(0, axis -> axis + 1).limit(dims.size());
      return axes.map(axis -> dims.get(axis) < 0 ? sample.dim(axis) : dims.get(axis)).toList();
    }
    long known = dims.stream().filter(dim -> dim >= 0).reduce(1, (a, b) -> a * b);
    if (open > 1 || known == 0 || sample.size() % known != 0) {
      return dims;
    }
    return dims.stream().map(dim -> dim < 0 ? (int) (sample.size() / known) : dim).toList();
  }

  private static long size(List<Integer> dims) {
    long size = 1;
    for (int dim : dims) {
      if (dim < 0) {
        return -1;
      }
      size *= dim;
    }
    return size;
  }

  /** Channels last where the graph says so, whatever the description of the data says. */
  private static Preprocessing withLayout(
      Preprocessing preprocessing, List<Integer> dims, Shape sample) {
    if (sample.rank() != 3 || sample.dim(0) == 1) {
      return preprocessing;
    }
    List<Integer> first = List.of(sample.dim(0), sample.dim(1), sample.dim(2));
    List<Integer> last = List.of(sample.dim(1), sample.dim(2), sample.dim(0));
    Layout layout = preprocessing.layout();
    if (!first.equals(last) && (dims.equals(first) || dims.equals(last))) {
      layout = dims.equals(first) ? Layout.NCHW : Layout.NHWC;
    }
    return new Preprocessing(
        preprocessing.scale(),
        preprocessing.mean(),
        preprocessing.std(),
        layout,
        preprocessing.channels());
  }

  private static String describe(List<Integer> dims) {
    return dims.isEmpty()
        ? "a single number"
        : dims.stream().map(d -> d < 0 ? "any" : d.toString()).collect(Collectors.joining(" × "));
  }
}
