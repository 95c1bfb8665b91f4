package org.weighbridge.network.io;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages models, by bytes and by fields; the same seed does the same damage. */
final class Mutation {
  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 2L, 3L, 10L, 1L << 16, 1L << 31, 1L << 62, Long.MIN_VALUE);

  private final SplittableRandom random;

  Mutation(long seed) {
    random = new SplittableRandom(seed);
  }

  /** One to four changes: a bit, a byte, a run of bytes cut out, doubled or overwritten. */
  byte[] ofBytes(byte[] content) {
    byte[] mutant = content.clone();
    for (int change = random.nextInt(1, 5); change > 0 && mutant.length > 0; change--) {
      // damage beyond the first bytes mostly hits weights, which may be anything
      int reach = random.nextBoolean() ? Math.min(300, mutant.length) : mutant.length;
      int at = random.nextInt(reach);
      int run = random.nextInt(1, Math.min(20, mutant.length - at) + 1);
      switch (random.nextInt(5)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) random.nextInt();
        case 2 -> mutant = joined(mutant, at, at + run);
        case 3 -> mutant = joined(mutant, at + run, at);
        default -> Arrays.fill(mutant, at, at + run, (byte) (random.nextBoolean() ? 0xff : 0));
      }
    }
    return mutant;
  }

  /** One to three fields, anywhere in the message, cleared, doubled or set to something else. */
  Message ofFields(Message message) {
    Message mutant = message;
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  /** Goes down into a part most of the time, else damages one of the fields here. */
  private Message changed(Message message) {
    var fields = new ArrayList<>(message.getAllFields().keySet());
    var parts = fields.stream().filter(Mutation::isMessage).toList();
    boolean deeper = !parts.isEmpty() && random.nextInt(8) > 0;
    if (fields.isEmpty()) {
      return message;
    }
    FieldDescriptor field = deeper ? any(parts) : any(fields);
    Message.Builder builder = message.toBuilder();
    if (field.isRepeated()) {
      int index = random.nextInt(message.getRepeatedFieldCount(field));
      Object value = message.getRepeatedField(field, index);
      if (deeper || random.nextInt(3) == 0) {
        builder.setRepeatedField(field, index, deeper ? changed((Message) value) : other(value));
      } else if (random.nextBoolean()) {
        builder.addRepeatedField(field, value);
      } else {
        builder.clearField(field);
      }
    } else if (deeper) {
      builder.setField(field, changed((Message) message.getField(field)));
    } else if (random.nextInt(4) == 0) {
      builder.clearField(field);
    } else {
      builder.setField(field, other(message.getField(field)));
    }
    return builder.build();
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Object other(Object value) {
    long number = any(NUMBERS);
    return switch (value) {
      case Long _ -> number;
      case Integer _ -> (int) number;
      case String text -> random.nextBoolean() ? "" : text + random.nextInt(3);
      case ByteString bytes -> bytes.substring(random.nextInt(bytes.size() + 1));
      case Message part -> part.getDefaultInstanceForType();
      default -> value;
    };
  }

  /** The bytes before {@code end} and those from {@code start} on: a gap or a repetition. */
  private static byte[] joined(byte[] content, int end, int start) {
    byte[] joined = Arrays.copyOf(content, end + content.length - start);
    System.arraycopy(content, start, joined, end, content.length - start);
    return joined;
  }
}
