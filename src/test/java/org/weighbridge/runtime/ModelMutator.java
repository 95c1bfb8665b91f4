package org.weighbridge.runtime;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Makes hostile models of good ones: one to four changes anywhere in the message, so that what
 * comes out is read as a model and is wrong as one.
 */
final class ModelMutator {
  private static final long[] NUMBERS = {
    0,
    1,
    2,
    3,
    7,
    11,
    16,
    255,
    -1,
    -2,
    65536,
    1L << 31,
    -(1L << 31),
    (1L << 31) - 1,
    1L << 32,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  /** Operators that take shapes, indices or bodies, where arithmetic in native code goes wrong. */
  private static final List<String> OPERATORS =
      List.of(
          ("Conv Gemm MatMul Relu Add Mul Flatten Reshape Transpose BatchNormalization MaxPool"
                  + " AveragePool GlobalAveragePool Softmax Concat Split Slice Gather GatherND"
                  + " GatherElements ScatterND ScatterElements Pad Tile Expand Resize Upsample"
                  + " ConstantOfShape Range OneHot CumSum TopK NonZero Where Squeeze Unsqueeze"
                  + " Shape Size Identity Cast Clip ReduceMean ReduceSum ArgMax LRN LSTM GRU RNN"
                  + " ConvTranspose ConvInteger MatMulInteger QLinearConv QLinearMatMul"
                  + " QuantizeLinear DequantizeLinear DynamicQuantizeLinear InstanceNormalization"
                  + " LayerNormalization GroupNormalization LpNormalization LpPool MaxRoiPool"
                  + " RoiAlign MaxUnpool NonMaxSuppression DepthToSpace SpaceToDepth Einsum EyeLike"
                  + " Trilu ReverseSequence Compress Unique RandomNormal RandomUniformLike"
                  + " Multinomial Bernoulli Dropout Loop Scan If SequenceAt SplitToSequence"
                  + " ConcatFromSequence GridSample AffineGrid Col2Im CenterCropPad DFT STFT"
                  + " HannWindow MelWeightMatrix BitShift Mod StringNormalizer TfIdfVectorizer Det"
                  + " Hardmax Gelu Attention FusedConv FusedGemm FusedMatMul MultiHeadAttention"
                  + " SkipLayerNormalization EmbedLayerNormalization BiasGelu QAttention NhwcMaxPool")
              .split("\\s+"));

  private final Random random;
  private final List<String> words = new ArrayList<>();

  ModelMutator(long seed) {
    random = new Random(seed);
  }

  ModelProto mutate(ModelProto model) {
    collect(model);
    ModelProto now = model;
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      now = (ModelProto) change(now);
    }
    return now;
  }

  /** Every text of the model: names of tensors, operators, attributes. */
  private void collect(Message message) {
    for (var field : message.getAllFields().entrySet()) {
      List<?> values = values(field.getKey(), field.getValue());
      for (Object value : values) {
        if (value instanceof Message inner) {
          collect(inner);
        } else if (value instanceof String text && !text.isEmpty()) {
          words.add(text);
        }
      }
    }
  }

  private static List<?> values(FieldDescriptor field, Object value) {
    return field.isRepeated() ? (List<?>) value : List.of(value);
  }

  private Message change(Message message) {
    var fields = new ArrayList<>(message.getAllFields().keySet());
    // the head of a model is small, and most of what is wrong with it is found at once
    int elsewhere = message instanceof ModelProto ? 50 : 5;
    var inner = fields.stream().filter(f -> f.getJavaType() == JavaType.MESSAGE).toList();
    if (!inner.isEmpty() && random.nextInt(elsewhere + 1) > 0) {
      FieldDescriptor field = choose(message, inner);
      var builder = message.toBuilder();
      if (field.isRepeated()) {
        int at = random.nextInt(message.getRepeatedFieldCount(field));
        var part = (Message) message.getRepeatedField(field, at);
        return builder.setRepeatedField(field, at, change(part)).build();
      }
      return builder.setField(field, change((Message) message.getField(field))).build();
    }
    return fields.isEmpty() || random.nextInt(8) == 0
        ? added(message)
        : changed(message, fields.get(random.nextInt(fields.size())));
  }

  /** One of the fields, those of large graphs and of many parts more often. */
  private FieldDescriptor choose(Message message, List<FieldDescriptor> inner) {
    var tickets = new ArrayList<FieldDescriptor>();
    for (FieldDescriptor field : inner) {
      int parts = field.isRepeated() ? message.getRepeatedFieldCount(field) : 1;
      tickets.addAll(Collections.nCopies(field.getName().equals("graph") ? 20 : parts, field));
    }
    return tickets.get(random.nextInt(tickets.size()));
  }

  private Message changed(Message message, FieldDescriptor field) {
    var builder = message.toBuilder();
    if (!field.isRepeated()) {
      return random.nextInt(3) == 0
          ? builder.clearField(field).build()
          : builder.setField(field, other(field, message.getField(field))).build();
    }
    int count = message.getRepeatedFieldCount(field);
    int at = random.nextInt(count);
    Object value = message.getRepeatedField(field, at);
    switch (random.nextInt(5)) {
      case 0 -> {
        var left = new ArrayList<>((List<?>) message.getField(field));
        left.remove(at);
        builder.setField(field, left);
      }
      case 1 -> builder.addRepeatedField(field, value);
      case 2 -> {
        int with = random.nextInt(count);
        builder.setRepeatedField(field, at, message.getRepeatedField(field, with));
        builder.setRepeatedField(field, with, value);
      }
      default -> builder.setRepeatedField(field, at, other(field, value));
    }
    return builder.build();
  }

  /** A field that was not there. */
  private Message added(Message message) {
    var all = message.getDescriptorForType().getFields();
    FieldDescriptor field = all.get(random.nextInt(all.size()));
    var builder = message.toBuilder();
    Object value =
        field.getJavaType() == JavaType.MESSAGE
            ? builder.newBuilderForField(field).build()
            : other(field, field.isRepeated() ? initial(field) : message.getField(field));
    return field.isRepeated()
        ? builder.addRepeatedField(field, value).build()
        : builder.setField(field, value).build();
  }

  private static Object initial(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0f;
      case DOUBLE -> 0d;
      case STRING -> "";
      case BYTE_STRING -> ByteString.EMPTY;
      case BOOLEAN -> false;
      case ENUM -> field.getEnumType().getValues().getFirst();
      case MESSAGE -> throw new IllegalArgumentException(field.getName());
    };
  }

  private Object other(FieldDescriptor field, Object value) {
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    return switch (field.getJavaType()) {
      case INT -> (int) number;
      case LONG -> number;
      case FLOAT -> random.nextInt(3) == 0 ? Float.NaN : (float) number;
      case DOUBLE -> (double) number;
      case STRING -> text(field);
      case BYTE_STRING -> bytes((ByteString) value);
      case BOOLEAN -> random.nextBoolean();
      case ENUM -> {
        var kinds = field.getEnumType().getValues();
        yield kinds.get(random.nextInt(kinds.size()));
      }
      case MESSAGE -> change((Message) value);
    };
  }

  private String text(FieldDescriptor field) {
    if (field.getName().equals("op_type")) {
      return OPERATORS.get(random.nextInt(OPERATORS.size()));
    }
    return random.nextInt(5) == 0 ? "" : words.get(random.nextInt(words.size()));
  }

  private ByteString bytes(ByteString value) {
    if (value.isEmpty() || random.nextInt(3) == 0) {
      return value.concat(ByteString.copyFromUtf8("12345678"));
    }
    if (random.nextInt(3) == 0) {
      return value.substring(0, random.nextInt(value.size()));
    }
    byte[] bytes = value.toByteArray();
    for (int i = 0; i < 8; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return ByteString.copyFrom(bytes);
  }
}
