package org.weighbridge.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for the program, and every rule can fail. */
class ArchitectureTest {
  private static final String PROGRAM = "org.weighbridge";
  private static final String VIOLATIONS = "org.weighbridge.architecture.violations";

  @BeforeAll
  static void readNothingButTheProject() {
    // libraries are known by the names in the project's classes; reading them takes long
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
  }

  @TestFactory
  Stream<DynamicTest> theProgramKeepsEveryRule() {
    JavaClasses program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PROGRAM);
    return new Rules(PROGRAM)
        .all().entrySet().stream()
            .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(program)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    JavaClasses violations = new ClassFileImporter().importPackages(VIOLATIONS);
    return new Rules(VIOLATIONS)
        .all().entrySet().stream()
            .filter(rule -> Violations.OF_RULES.containsKey(rule.getKey()))
            .map(
                rule ->
                    dynamicTest(
                        rule.getKey(),
                        () -> {
                          var result = rule.getValue().evaluate(violations);
                          String culprit = Violations.OF_RULES.get(rule.getKey());
                          assertTrue(
                              result.getFailureReport().getDetails().stream()
                                  .anyMatch(detail -> detail.contains(culprit)),
                              () -> culprit + " not found: " + result.getFailureReport());
                        }));
  }

  @Test
  void everyRuleHasItsViolation() {
    assertEquals(
        new TreeSet<>(new Rules(VIOLATIONS).all().keySet()),
        new TreeSet<>(Violations.OF_RULES.keySet()));
  }
}
