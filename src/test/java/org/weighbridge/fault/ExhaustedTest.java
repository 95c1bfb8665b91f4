package org.weighbridge.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ExhaustedTest {
  @Test
  void tooLittleMemoryIsFoundBehindOtherFailuresAndTheRemedyNamed() {
    var behind = new CompletionException(new IllegalStateException(new OutOfMemoryError("heap")));
    assertEquals(Optional.of(Exhausted.MEMORY), Exhausted.sentence(behind));
    assertTrue(Exhausted.MEMORY.contains("WEIGHBRIDGE_JAVA_OPTS=-Xmx8g weighbridge"));
  }

  @Test
  void tooDeepANestingHasASentenceOfItsOwn() {
    assertTrue(Exhausted.sentence(new StackOverflowError()).orElseThrow().contains("nested"));
  }

  @Test
  void otherFailuresHaveNone() {
    var one = new IllegalStateException("one");
    one.initCause(new IllegalStateException("two", one)); // a circle
    assertEquals(Optional.empty(), Exhausted.sentence(one));
  }
}
