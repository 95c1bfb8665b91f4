package org.weighbridge.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture for the tree of packages under a root, by a short name. */
final class Rules {
  private static final DescribedPredicate<JavaCall<?>> STARTS_THREADS =
      DescribedPredicate.describe(
          "start a thread",
          call -> {
            String owner = call.getTargetOwner().getName();
            String name = call.getName();
            return switch (owner) {
              case "java.lang.Thread" ->
                  List.of("<init>", "start", "ofVirtual", "ofPlatform", "startVirtualThread")
                      .contains(name);
              case "java.util.concurrent.Executors", "java.util.Timer" -> true;
              case "java.util.concurrent.ForkJoinPool", "java.util.concurrent.ThreadPoolExecutor" ->
                  name.equals("<init>") || name.equals("commonPool");
              case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
              default -> false;
            };
          });

  private static final DescribedPredicate<JavaCall<?>> DRAWS_WITHOUT_A_SEED =
      DescribedPredicate.describe(
          "draw random numbers without a seed",
          call -> {
            String owner = call.getTargetOwner().getName();
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            return switch (owner) {
              case "java.util.Random", "java.util.SplittableRandom" ->
                  call instanceof JavaConstructorCall && noArguments;
              case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
              case "java.util.random.RandomGenerator" ->
                  call.getName().equals("getDefault") || call.getName().equals("of");
              case "java.lang.Math" -> call.getName().equals("random");
              case "java.util.UUID" -> call.getName().equals("randomUUID");
              case "java.util.Collections" ->
                  call.getName().equals("shuffle")
                      && call.getTarget().getRawParameterTypes().size() == 1;
              default -> false;
            };
          });

  private static final DescribedPredicate<JavaCall<?>> READS_ITS_SURROUNDINGS =
      DescribedPredicate.describe(
          "read the clock or the environment",
          call ->
              call.getTargetOwner().getName().equals("java.lang.System")
                  && List.of("nanoTime", "currentTimeMillis", "getenv", "getProperty")
                      .contains(call.getName()));

  private static final DescribedPredicate<JavaCall<?>> WRITES_FILES =
      DescribedPredicate.describe(
          "write files by themselves",
          call -> {
            boolean made = call instanceof JavaConstructorCall;
            return switch (call.getTargetOwner().getName()) {
              case "java.nio.file.Files" ->
                  List.of(
                          "write",
                          "writeString",
                          "newOutputStream",
                          "newBufferedWriter",
                          "newByteChannel",
                          "createFile",
                          "createTempFile",
                          "copy",
                          "move")
                      .contains(call.getName());
              case "java.io.FileOutputStream", "java.io.FileWriter", "java.io.RandomAccessFile" ->
                  made;
              case "java.io.PrintStream", "java.io.PrintWriter", "java.util.Formatter" ->
                  made
                      && call.getTarget().getRawParameterTypes().stream()
                          .findFirst()
                          .map(type -> type.getName().matches("java.io.File|java.lang.String"))
                          .orElse(false);
              default -> false;
            };
          });

  /** Opens for writing what {@code FileChannel.open} would else read. */
  private static final DescribedPredicate<JavaFieldAccess> OPENS_FOR_WRITING =
      DescribedPredicate.describe(
          "opening for writing",
          access ->
              access.getTargetOwner().getName().equals("java.nio.file.StandardOpenOption")
                  && !access.getName().equals("READ"));

  /**
   * Who else writes files: logs that grow and mend their last line, a lock, copies and folders
   * under a name that nobody reads yet, moves of them.
   */
  private static final List<String> OTHER_WRITERS =
      List.of(
          "assessment.store.LineFile",
          "checkpoint.coding.CheckpointDecoder",
          "checkpoint.coding.StagedFolder",
          "experiment.session.GrowingFile",
          "experiment.session.TemporaryCopy",
          "gui.session.Autosaves",
          "recipe.run.Folders",
          "recipe.run.JobFolder",
          "recipe.run.RunFolder");

  /** What takes long, by the size of a network. */
  private static final List<String> WORKERS =
      List.of(
          "experiment.ModelEncoder",
          "experiment.ModelDecoder",
          "experiment.ConfigurationSearch",
          "experiment.Verifier",
          "inference.Evaluators",
          "assessment.Assessor",
          "optimizer.BoundOptimizer",
          "training.Trainer",
          "prune.Pruner",
          "report.ReportWriter",
          "network.io.NetworkFiles");

  private final String root;

  Rules(String root) {
    this.root = root;
  }

  /** All rules by name. */
  Map<String, ArchRule> all() {
    var rules = new LinkedHashMap<String, ArchRule>();
    Rooms.names().forEach(room -> rules.put("room " + room, Rooms.rule(room, root)));
    rules.put("no cycles", noCycles());
    thirdParties(rules);
    rules.put("standard streams", standardStreams());
    rules.put("threads", threads());
    rules.put("seeds", seeds());
    rules.put("view models", viewModels());
    rules.put("long work in jobs", longWorkInJobs());
    rules.put("codecs are pure", codecsArePure());
    rules.put("files are written whole", filesAreWrittenWhole());
    rules.put("null-marked packages", nullMarked());
    return rules;
  }

  private ArchRule noCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .because("rooms that need each other are one room");
  }

  private void thirdParties(Map<String, ArchRule> rules) {
    rules.put("home of javafx", home("the window", List.of("gui"), "javafx..", "com.sun.javafx.."));
    rules.put("home of chartfx", home("charts", List.of("gui.chart"), "io.fair_acc.."));
    rules.put("home of atlantafx", home("the theme", List.of("gui"), "atlantafx.."));
    rules.put("home of ikonli", home("icons", List.of("gui"), "org.kordamp.ikonli.."));
    rules.put(
        "home of java2d", home("drawing", List.of("figure"), "java.awt..", "javax.imageio.."));
    rules.put("home of batik", home("figures as SVG", List.of("figure"), "org.apache.batik.."));
    rules.put(
        "home of pdfbox",
        home(
            "figures as PDF, and their fonts",
            List.of("figure"),
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "de.rototor.."));
    rules.put(
        "home of zstd",
        home(
            "the lossless stage, and the yardstick of benchmarks",
            List.of("codec", "benchmark"),
            "com.github.luben.zstd.."));
    rules.put(
        "home of ejml",
        home("dense linear algebra", List.of("codec", "optimizer", "training"), "org.ejml.."));
    rules.put(
        "home of ONNX Runtime",
        home("running graphs", List.of("runtime", "inference", "training"), "ai.onnxruntime.."));
    rules.put(
        "home of the ONNX classes",
        home(
            "graphs",
            List.of("network", "prune", "runtime", "inference", "training"),
            "ai.onnx.proto..",
            "com.google.protobuf.."));
    rules.put(
        "home of gson",
        home(
            "JSON",
            List.of("dataset", "training", "checkpoint", "experiment", "report", "cli"),
            "com.google.gson.."));
    rules.put("home of snakeyaml", home("recipes", List.of("recipe"), "org.snakeyaml.."));
    rules.put("home of picocli", home("the command line", List.of("cli"), "picocli.."));
  }

  private ArchRule home(String purpose, List<String> rooms, String... packages) {
    var homes = rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .because(
            "a third party has one home, here for " + purpose + ", so that it can be replaced");
  }

  private ArchRule standardStreams() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("only the command line speaks to a terminal; others return values or throw Fault");
  }

  private ArchRule threads() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".job..", root + ".gui.shell..", root + ".gui.job..")
        .and()
        .doNotHaveFullyQualifiedName(root + ".cli.Interrupt")
        .and()
        .doNotHaveFullyQualifiedName(root + ".cli.verb.MemoryWatch")
        .and()
        .doNotHaveFullyQualifiedName(root + ".Main")
        .should()
        .callCodeUnitWhere(STARTS_THREADS)
        .because(
            "CPU work shares one bounded pool, and only the runners of jobs have threads, and what"
                + " ends work from outside");
  }

  private ArchRule seeds() {
    return noClasses()
        .should()
        .callCodeUnitWhere(DRAWS_WITHOUT_A_SEED)
        .because("every result must be repeatable from what its run records");
  }

  private ArchRule viewModels() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
        .allowEmptyShould(true)
        .because("view models are tested without a toolkit");
  }

  private ArchRule longWorkInJobs() {
    var workers = WORKERS.stream().map(name -> root + "." + name).toList();
    return noClasses()
        .that()
        .resideInAPackage(root + ".gui..")
        .and()
        .resideOutsideOfPackage(root + ".gui.workbench..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "read, encode, decode, evaluate, assess, search, prune or train",
                type -> workers.contains(type.getName())))
        .orShould()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a layer is encoded or decoded, or a network evaluated",
                call -> {
                  String owner = call.getTargetOwner().getName();
                  boolean codes = List.of("encode", "decode").contains(call.getName());
                  boolean evaluates = !call.getName().equals("breakEven"); // a fixed number
                  return (owner.equals(root + ".codec.LayerCodec") && codes)
                      || (owner.equals(root + ".inference.Evaluator") && evaluates);
                }))
        .because("long work is done by the workbench's jobs, and parts of the window ask for it");
  }

  private ArchRule codecsArePure() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".codec..")
        .should()
        .callCodeUnitWhere(READS_ITS_SURROUNDINGS)
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.time..", "java.nio.file..", "java.net..")
                .or(
                    DescribedPredicate.describe(
                        "are files", type -> type.getName().matches("java\\.io\\..*File.*"))))
        .because("what a codec makes depends on the weights and the settings alone");
  }

  private ArchRule filesAreWrittenWhole() {
    var others = OTHER_WRITERS.stream().map(name -> root + "." + name).toList();
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".file..", root + ".container.stream..")
        .and(DescribedPredicate.describe("are no log", type -> !others.contains(type.getName())))
        .should()
        .callCodeUnitWhere(WRITES_FILES)
        .orShould()
        .accessFieldWhere(OPENS_FOR_WRITING)
        .because("a full disk or a kill must leave the old file: AtomicFile writes");
  }

  private ArchRule nullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a package with a @NullMarked package-info") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked =
                    type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + " is in a package without it"));
              }
            })
        .because("null is said in types, and every package says what it is for");
  }
}
