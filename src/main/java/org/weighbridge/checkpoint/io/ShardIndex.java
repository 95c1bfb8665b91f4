package org.weighbridge.checkpoint.io;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.weighbridge.checkpoint.Checkpoint;
import org.weighbridge.checkpoint.CheckpointFile;
import org.weighbridge.checkpoint.StoredTensor;
import org.weighbridge.fault.Printable;
import org.weighbridge.file.OwnFolder;
import org.weighbridge.job.Progress;
import org.weighbridge.network.io.Safetensors;

/**
 * A checkpoint in shards: {@code *.safetensors.index.json} says in its {@code weight_map} which
 * tensor is in which file of its own folder.
 */
final class ShardIndex {
  private static final long LONGEST = 100_000_000;
  private static final int MOST_SHARDS = 10_000;

  private final Path path;

  private ShardIndex(Path path) {
    this.path = path;
  }

  /**
   * The whole checkpoint, the index its first file.
   *
   * @throws org.weighbridge.fault.Fault when the index is damaged or does not agree with the shards
   */
  static Checkpoint read(Path path, Progress progress) {
    return new ShardIndex(path).read(progress);
  }

  private Checkpoint read(Progress progress) {
    try {
      Map<String, String> places = places(progress);
      var files = new ArrayList<CheckpointFile>();
      files.add(file(path));
      var tensors = new ArrayList<StoredTensor>();
      for (String shard : new TreeSet<>(places.values())) {
        progress.check();
        files.add(file(shard(shard)));
        tensors.addAll(shard(shard, files, places, progress));
      }
      if (!places.isEmpty()) {
        String missing = places.keySet().iterator().next();
        throw Refusal.of(
            path,
            "tensor %s is not in %s, where the index has it; get the whole checkpoint again"
                .formatted(
                    Printable.of(missing),
                    Printable.of(Objects.requireNonNull(places.get(missing)))));
      }
      String name = path.getFileName().toString();
      return new Checkpoint(
          name.substring(0, name.length() - Safetensors.INDEX.length()),
          "safetensors in %d shards".formatted(files.size() - 1),
          files,
          tensors);
    } catch (IOException e) {
      throw Refusal.of(path, e);
    }
  }

  /** The tensors of the last of the files, which are taken out of {@code places}. */
  private List<StoredTensor> shard(
      String shard, List<CheckpointFile> files, Map<String, String> places, Progress progress) {
    int index = files.size() - 1;
    var tensors = SafetensorsFile.tensors(files.get(index).path(), index, progress);
    for (StoredTensor tensor : tensors) {
      if (!shard.equals(places.remove(tensor.name()))) {
        throw Refusal.of(
            path,
            "tensor %s is in %s, where the index does not have it; get the whole checkpoint again"
                .formatted(Printable.of(tensor.name()), Printable.of(shard)));
      }
    }
    return tensors;
  }

  private Map<String, String> places(Progress progress) throws IOException {
    if (Files.size(path) > LONGEST) {
      throw Refusal.of(path, "an index of more than 100 MB is none; get it again");
    }
    Map<String, String> places = new HashMap<>();
    Map<String, String> shards = new HashMap<>();
    var maps = new int[1];
    try (var json = new StrictJson(Files.newInputStream(path))) {
      json.object(
          key -> {
            if (!key.equals("weight_map")) {
              json.skip();
              return;
            }
            maps[0]++;
            json.object(
                name -> {
                  progress.check();
                  String shard = json.text();
                  shards.putIfAbsent(shard, shard);
                  if (places.put(name, shards.get(shard)) != null) {
                    throw new StrictJson.Malformed(
                        "tensor %s is there twice".formatted(Printable.of(name)));
                  }
                });
          });
      json.end();
    } catch (IOException | IllegalStateException e) {
      throw Refusal.of(
          path, "the index is damaged: %s; get it again".formatted(StrictJson.reason(e)), e);
    }
    if (maps[0] != 1 || places.isEmpty()) {
      throw Refusal.of(path, "it has no weight_map with tensors; choose an index of safetensors");
    }
    if (shards.size() > MOST_SHARDS) {
      throw Refusal.of(path, "it names more than 10,000 files; get it again");
    }
    return places;
  }

  private Path shard(String name) throws IOException {
    try {
      Path shard = OwnFolder.find(path, name);
      if (Path.of(name).getNameCount() == 1 && !name.equals(path.getFileName().toString())) {
        return shard;
      }
    } catch (FileNotFoundException e) {
      throw Refusal.of(
          path,
          "its shard %s is missing; copy it into the same folder".formatted(Printable.of(name)),
          e);
    } catch (OwnFolder.OutsideException e) {
      // refused below, like a file in another folder
    }
    throw Refusal.of(
        path,
        ("it names %s, which is no file of its own folder; put all shards there themselves, not as"
                + " links")
            .formatted(Printable.of(name)));
  }

  private static CheckpointFile file(Path path) throws IOException {
    return new CheckpointFile(path.getFileName().toString(), path, Files.size(path));
  }
}
