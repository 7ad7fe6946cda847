package vail.house;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vail.fault.Fault;

/** The rooms of core in order, read from its class files. */
final class Rooms {
  /** From left to right: a room may use only rooms to its left. The façade comes last. */
  static final List<String> ORDER =
      List.of("fault", "json", "code", "block", "vector", "tensor", "container", "backend", "vail");

  // Every text of a class file counts: types, generic signatures, and a class loaded by its name.
  private static final Pattern MENTION =
      Pattern.compile("(?<![a-z0-9./])vail[/.](?:(\\w+)[/.])?(?:[A-Z]\\w*|package-info)");

  private Rooms() {}

  /** The folder of core's compiled classes. */
  static Path compiled() throws URISyntaxException {
    return Path.of(Fault.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** All classes of core. */
  static List<ClassModel> classes() throws IOException, URISyntaxException {
    List<ClassModel> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(compiled())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class") && !file.endsWith("module-info.class")) {
          classes.add(ClassFile.of().parse(file));
        }
      }
    }
    return classes;
  }

  /** The room a class is in. */
  static String of(ClassModel type) {
    return mentions(type.thisClass().asInternalName()).iterator().next();
  }

  /** One line for each room to the right, or unknown, that a class looks into. */
  static List<String> looksRight(ClassModel type) {
    int own = ORDER.indexOf(of(type));
    return mentions(type).stream()
        .filter(room -> own < 0 || ORDER.indexOf(room) < 0 || ORDER.indexOf(room) > own)
        .map(room -> type.thisClass().asInternalName() + " uses " + room)
        .toList();
  }

  /** The rooms a class names, its own among them. */
  static Set<String> mentions(ClassModel type) {
    Set<String> rooms = new TreeSet<>();
    for (PoolEntry entry : type.constantPool()) {
      if (entry instanceof Utf8Entry text) {
        rooms.addAll(mentions(text.stringValue()));
      }
    }
    return rooms;
  }

  private static Set<String> mentions(String text) {
    Set<String> rooms = new TreeSet<>();
    for (Matcher mention = MENTION.matcher(text); mention.find(); ) {
      rooms.add(mention.group(1) == null ? "vail" : mention.group(1));
    }
    return rooms;
  }
}
