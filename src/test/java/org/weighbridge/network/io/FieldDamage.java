package org.weighbridge.network.io;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.weighbridge.fuzz.Damage;

/** Damages models by their fields; the same random numbers do the same damage. */
final class FieldDamage {
  private static final List<Long> NUMBERS =
      List.of(0L, 1L, -1L, 2L, 3L, 10L, 1L << 16, 1L << 31, 1L << 62, Long.MIN_VALUE);

  private static final List<String> TEXTS =
      List.of(
          "", "../model.data", "/dev/zero", "model.data", "a\0b", "\u001b[2J", "x".repeat(3000));

  private final SplittableRandom random;

  FieldDamage(SplittableRandom random) {
    this.random = random;
  }

  /** Damage to what is one message. */
  static Damage of(Message.Builder kind) {
    return (good, other, random) -> {
      try {
        var message = kind.clone().clear().mergeFrom(good).build();
        return new FieldDamage(random).several(message).toByteArray();
      } catch (InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    };
  }

  /** One to three fields, anywhere in the message, cleared, doubled or set to something else. */
  Message several(Message message) {
    Message mutant = message;
    for (int change = random.nextInt(1, 4); change > 0; change--) {
      mutant = changed(mutant);
    }
    return mutant;
  }

  /** Goes down into a part most of the time, else damages one of the fields here. */
  private Message changed(Message message) {
    var fields = new ArrayList<>(message.getAllFields().keySet());
    var parts = fields.stream().filter(FieldDamage::isMessage).toList();
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
      case String text -> TEXTS.contains(text) ? text + random.nextInt(3) : any(TEXTS);
      case ByteString bytes -> bytes.substring(random.nextInt(bytes.size() + 1));
      case Message part -> part.getDefaultInstanceForType();
      default -> value;
    };
  }
}
