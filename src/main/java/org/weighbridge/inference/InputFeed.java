package org.weighbridge.inference;

import java.util.HashMap;
import java.util.Map;
import org.weighbridge.dataset.Dataset;
import org.weighbridge.dataset.Preprocessor;
import org.weighbridge.runtime.NativeTensor;
import org.weighbridge.runtime.Run;

/** Preprocessed samples: kept as far as memory allows, prepared anew beyond. */
final class InputFeed implements Feed {
  private final String input;
  private final InputFit fit;
  private final Batching batching;
  private final Preprocessor preprocessor;
  private final MemoryBudget budget;
  private final Map<Integer, NativeTensor> kept = new HashMap<>();

  InputFeed(String input, InputFit fit, Dataset dataset, Batching batching, MemoryBudget budget) {
    this.input = input;
    this.fit = fit;
    this.batching = batching;
    this.budget = budget;
    this.preprocessor = new Preprocessor(dataset, fit.preprocessing());
  }

  @Override
  public Batch batch(int index, Run run) {
    NativeTensor ready = kept.get(index);
    if (ready == null) {
      ready = prepare(index);
      if (!budget.take(ready.bytes())) {
        return new Batch(Map.of(input, ready.tensor()), ready::close);
      }
      kept.put(index, ready);
    }
    return new Batch(Map.of(input, ready.tensor()), () -> {});
  }

  private NativeTensor prepare(int index) {
    var batch = new NativeTensor(fit.dims(batching.fed(index)));
    preprocessor.fill(batching.from(index), batching.size(index), batch.values());
    return batch;
  }

  @Override
  public void close() {
    kept.values().forEach(NativeTensor::close);
    kept.clear();
  }
}
