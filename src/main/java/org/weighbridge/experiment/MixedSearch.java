package org.weighbridge.experiment;

import java.util.ArrayList;
import java.util.List;
import org.weighbridge.assessment.PointListener;
import org.weighbridge.assessment.store.PointStore;
import org.weighbridge.fault.Fault;
import org.weighbridge.job.Progress;

/**
 * Has every layer coded by whichever of some coders serves it best: each coder is searched for
 * itself, then the optimizer chooses among the points of all.
 */
public final class MixedSearch {
  private final ComparisonPlan plan;
  private final CandidateSearch candidates;

  /**
   * A search.
   *
   * @param samples to choose by
   * @param store keeps what is learnt of each coder
   */
  public MixedSearch(ComparisonPlan plan, ChoiceSamples samples, PointStore store) {
    this.plan = plan;
    this.candidates = new CandidateSearch(plan, samples, store);
  }

  /**
   * The smallest file that keeps the plan's budget.
   *
   * @param coders their ids, at least one
   * @param points hears of every assessed point, on the working thread
   * @throws Fault when a coder refuses the network, or no mixture keeps the budget
   */
  public SearchResult find(List<String> coders, PointListener points, Progress progress) {
    progress.begin("Mixing " + String.join(", ", coders), 100L * coders.size() + 100);
    var found = new ArrayList<Candidate>();
    for (String coder : coders) {
      var part = progress.part(100);
      part.begin("Searching " + coder, 80);
      found.add(candidates.of(coder, points, part));
    }
    var mixing = progress.part(100);
    mixing.begin("Mixing coders", 100);
    var mixed = candidates.mixed(found, mixing);
    var best = mixed.best();
    var model = mixed.encoder().encode(plan.network(), best.configuration(), mixing.part(40));
    return new SearchResult(mixed.assessment(), best, model, List.of(best));
  }
}
