package org.weighbridge.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.weighbridge.fault.Fault;

class CodecsTest {
  @Test
  void findsEveryCodecByItsId() {
    for (var codec : Codecs.all()) {
      assertSame(codec, Codecs.byId(codec.id()));
    }
    assertEquals("sz", Codecs.byId(Codecs.DEFAULT).id());
  }

  @Test
  void namesTheKnownOnesWhenAskedForAnother() {
    var fault = assertThrows(Fault.class, () -> Codecs.byId("zip"));
    var ids = Codecs.all().stream().map(LayerCodec::id).collect(Collectors.joining(", "));
    assertEquals("There is no codec \"zip\"; choose one of: " + ids + ".", fault.sentence());
  }
}
